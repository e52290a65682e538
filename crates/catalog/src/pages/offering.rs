//! `/vendor/offerings/{sku}`: one offering, and the form that changes it.

use super::{
    OFFERINGS, filled_in, may_see, new_offering::policy_fields, offering_path, product_path, refusal,
};
use crate::{EditOffering, ask, edit_offering, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::Error;
use maud::html;
use web::{
    Filled, Form, Handled, Page, Visit,
    components::{button, crumbs, field, head, mark, section, stamp},
    format,
};

pub(super) async fn get(visit: Visit, Path(sku): Path<String>) -> Handled<Page> {
    page(&visit, sku, None).await
}

pub(super) async fn post(visit: Visit, Path(sku): Path<String>, form: Form<EditOffering>) -> Handled {
    let to = sku.clone();
    form.submit(|ask| visit.command(move |cx| edit_offering(cx, &to, &ask)))
        .await
        .done(|offering| visit.done(&offering_path(&offering.sku), fl!(texts(visit.lang), "saved")))
        .or_again(async |filled| page(&visit, sku, Some(filled)).await)
        .await
}

async fn page(visit: &Visit, sku: String, filled: Option<Filled>) -> Handled<Page> {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let (offering, product) = visit
        .read(move |cx| {
            may_see(cx)?;
            let offering = ask::offering_by_sku(cx, &sku)?.ok_or_else(Error::not_found)?;
            let product = ask::product(cx, offering.product_id)?;
            Ok((offering, product))
        })
        .await?;
    let policy = offering.policy;
    let numbers =
        [policy.max_devices, policy.offline_days, policy.refresh_hours].map(|number| number.to_string());
    let now = [
        ("name", offering.name.as_str()),
        ("max_devices", &numbers[0]),
        ("offline_days", &numbers[1]),
        ("refresh_hours", &numbers[2]),
    ];
    let filled = &filled.unwrap_or_else(|| Filled::with(lang, &now));
    let name = offering.name.as_str();
    let way = [(fl!(t, "offerings"), OFFERINGS), (name.to_owned(), "")];
    let body = html! {
        div.narrow {
            (head(name).sub(&product.description).crumbs(crumbs(lang, way))
                .lead(mark(product.name.as_str(), product.icon.as_str()).large()))
            div.stack.stack-l {
                (stamp([
                    (fl!(t, "sku"), html! { span.mono { (offering.sku) } }),
                    (fl!(t, "product"), html! { a href=(product_path(&product.slug)) { (product.name) } }),
                    (fl!(t, "license-model"), html! { (offering.license_model.display_name(lang)) }),
                    (fl!(t, "since"), html! { (format::date(offering.created_at, &visit.zone(), lang)) }),
                ]))
                (section("policy", fl!(t, "policy"), "", html! {
                    p.muted.measure { (fl!(t, "policy-text")) }
                    (refusal(filled))
                    form.measure.after method="post" {
                        (filled_in(field::text("name", fl!(t, "name")).required(), "name", filled))
                        (policy_fields(lang, filled))
                        div.after { (button::main(fl!(t, "save"))) }
                    }
                }))
            }
        }
    };
    Ok(visit.page(name, body))
}
