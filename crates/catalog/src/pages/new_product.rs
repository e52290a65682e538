//! `/vendor/products/new`

use super::{PRODUCTS, filled_in, may_see, product_path, refusal};
use crate::{CreateProduct, Glyph, Slug, create_product, create_product::LONGEST_DESCRIPTION, texts};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use web::{
    Filled, Form, Handled, Page, Visit,
    components::{button, crumbs, field, head, icon, mark},
};

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    page(&visit, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, form: Form<CreateProduct>) -> Handled {
    form.submit(|ask| visit.command(move |cx| create_product(cx, &ask)))
        .await
        .done(|product| {
            let said = fl!(texts(visit.lang), "product-created", name = product.name.to_string());
            visit.done(&product_path(&product.slug), said)
        })
        .or_again(async |filled| page(&visit, &filled).await)
        .await
}

async fn page(visit: &Visit, filled: &Filled) -> Handled<Page> {
    visit.read(|cx| may_see(cx)).await?;
    let t = texts(visit.lang);
    let way = [(fl!(t, "products"), PRODUCTS), (fl!(t, "new-product"), "")];
    let slug =
        field::text("slug", fl!(t, "slug")).mono().required().max_length(Slug::MAX).hint(fl!(t, "slug-hint"));
    let body = html! {
        div.narrow {
            (head(fl!(t, "new-product")).sub(fl!(t, "new-product-text")).crumbs(crumbs(visit.lang, way)))
            (refusal(filled))
            form.stack.measure method="post" {
                (filled_in(field::text("name", fl!(t, "name")).required().autofocus(), "name", filled))
                (filled_in(slug.side(html! { span.small.faint { (fl!(t, "slug-form")) } }), "slug", filled))
                (described(visit.lang, filled))
                div.acts {
                    (button::main(fl!(t, "create-product")))
                    (button::quiet(fl!(t, "cancel")).href(PRODUCTS))
                }
            }
        }
    };
    Ok(visit.page(&fl!(t, "new-product"), body))
}

/// The fields that a new product and an edited one share.
pub(super) fn described(lang: Lang, filled: &Filled) -> Markup {
    let t = texts(lang);
    let area = field::area("description", fl!(t, "description")).rows(3).max_length(LONGEST_DESCRIPTION);
    html! {
        (filled_in(area.hint(fl!(t, "description-hint")), "description", filled))
        fieldset.field {
            legend { (fl!(t, "icon")) }
            @for glyph in Glyph::ALL {
                label.check {
                    input type="radio" name="icon" value=(glyph) checked[filled.value("icon") == glyph.as_str()];
                    @if glyph == Glyph::default() { span { (fl!(t, "icon-letters")) } }
                    @else { span { (mark("", glyph.as_str()).small()) span.sr { (glyph.as_str().trim_start_matches("p-")) } } }
                }
            }
            @if let Some(error) = filled.error("icon") { p.error { (icon("alert")) span { (error) } } }
        }
    }
}
