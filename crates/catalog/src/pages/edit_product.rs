//! `/vendor/products/{slug}/edit`

use super::{filled_in, may_see, new_product::described, product_path, refusal, way_of};
use crate::{EditProduct, ask, edit_product, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use maud::html;
use web::{
    Filled, Form, Handled, Page, Visit,
    components::{button, field, head},
};

pub(super) async fn get(visit: Visit, Path(slug): Path<String>) -> Handled<Page> {
    page(&visit, slug, None).await
}

pub(super) async fn post(visit: Visit, Path(slug): Path<String>, form: Form<EditProduct>) -> Handled {
    let to = slug.clone();
    form.submit(|ask| visit.command(move |cx| edit_product(cx, &to, &ask)))
        .await
        .done(|product| visit.done(&product_path(&product.slug), fl!(texts(visit.lang), "saved")))
        .or_again(async |filled| page(&visit, slug, Some(filled)).await)
        .await
}

async fn page(visit: &Visit, slug: String, filled: Option<Filled>) -> Handled<Page> {
    let t = texts(visit.lang);
    let product = visit
        .read(move |cx| {
            may_see(cx)?;
            ask::product_by_slug(cx, &slug)
        })
        .await?;
    let now = [
        ("name", product.name.as_str()),
        ("description", &product.description),
        ("icon", product.icon.as_str()),
    ];
    let filled = &filled.unwrap_or_else(|| Filled::with(visit.lang, &now));
    let title = fl!(t, "edit-product");
    let body = html! {
        div.narrow {
            (head(title.as_str()).sub(fl!(t, "edit-product-text")).crumbs(way_of(visit.lang, &product, &title)))
            (refusal(filled))
            form.stack.measure method="post" {
                (filled_in(field::text("name", fl!(t, "name")).required(), "name", filled))
                (described(visit.lang, filled))
                div.acts {
                    (button::main(fl!(t, "save")))
                    (button::quiet(fl!(t, "cancel")).href(product_path(&product.slug)))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}
