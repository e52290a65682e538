//! `/vendor/offerings/new`

use super::{OFFERINGS, PRODUCTS, filled_in, may_see, offering_path, refusal};
use crate::{CreateOffering, LicenseModel, OfferingPolicy, Sku, ask, create_offering, texts};
use axum::extract::Query;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use serde::Deserialize;
use web::{
    Filled, Form, Handled, Page, Visit,
    components::{button, crumbs, empty, field, head, radios},
};

#[derive(Debug, Deserialize)]
pub(super) struct Of {
    /// The slug of the product that one comes from.
    #[serde(default)]
    product: String,
}

pub(super) async fn get(visit: Visit, Query(of): Query<Of>) -> Handled<Page> {
    let usual = OfferingPolicy::default();
    let numbers =
        [usual.max_devices, usual.offline_days, usual.refresh_hours].map(|number| number.to_string());
    let pairs = [
        ("product", of.product.as_str()),
        ("license_model", "named"),
        ("max_devices", &numbers[0]),
        ("offline_days", &numbers[1]),
        ("refresh_hours", &numbers[2]),
    ];
    page(&visit, &Filled::with(visit.lang, &pairs)).await
}

pub(super) async fn post(visit: Visit, form: Form<CreateOffering>) -> Handled {
    form.submit(|ask| visit.command(move |cx| create_offering(cx, &ask)))
        .await
        .done(|offering| {
            let said = fl!(texts(visit.lang), "offering-created", name = offering.name.to_string());
            visit.done(&offering_path(&offering.sku), said)
        })
        .or_again(async |filled| page(&visit, &filled).await)
        .await
}

async fn page(visit: &Visit, filled: &Filled) -> Handled<Page> {
    let t = texts(visit.lang);
    let products = visit
        .read(|cx| {
            may_see(cx)?;
            ask::products(cx, "", 1000)
        })
        .await?;
    let title = fl!(t, "new-offering");
    let way = [(fl!(t, "offerings"), OFFERINGS), (title.clone(), "")];
    let choices = products.iter().map(|product| (product.slug.to_string(), product.name.to_string()));
    let body = html! {
        div.narrow {
            (head(title.as_str()).sub(fl!(t, "new-offering-text")).crumbs(crumbs(visit.lang, way)))
            @if products.is_empty() {
                (empty("products", fl!(t, "product-first"), fl!(t, "product-first-text"),
                    button::main(fl!(t, "new-product")).icon("plus").href(format!("{PRODUCTS}/new"))))
            } @else { (form(visit.lang, filled, choices)) }
        }
    };
    Ok(visit.page(&title, body))
}

fn form(lang: Lang, filled: &Filled, products: impl Iterator<Item = (String, String)>) -> Markup {
    let t = texts(lang);
    let sku =
        field::text("sku", fl!(t, "sku")).mono().required().max_length(Sku::MAX).hint(fl!(t, "sku-hint"));
    let model = radios("license_model", fl!(t, "license-model")).choice(
        "named",
        LicenseModel::Named.display_name(lang),
        fl!(t, "model-named-hint"),
    );
    html! {
        (refusal(filled))
        form.stack.measure method="post" action={ (OFFERINGS) "/new" } {
            (filled_in(field::select("product", fl!(t, "product")).options(products), "product", filled))
            (filled_in(field::text("name", fl!(t, "name")).required().hint(fl!(t, "offering-name-hint")), "name", filled))
            (filled_in(sku, "sku", filled))
            (model.value(filled.value("license_model")).error(filled.error("license_model")))
            (policy_fields(lang, filled))
            div.acts {
                (button::main(fl!(t, "create-offering")))
                (button::quiet(fl!(t, "cancel")).href(OFFERINGS))
            }
        }
    }
}

/// The fields that a new offering and an edited one share.
pub(super) fn policy_fields(lang: Lang, filled: &Filled) -> Markup {
    let t = texts(lang);
    let number = |name: &str, label: String, hint: String, most: i64| {
        filled_in(field::number(name, label).min(1).max(most).required().hint(hint), name, filled)
    };
    let (devices, offline) = (OfferingPolicy::MAX_DEVICES, OfferingPolicy::MAX_OFFLINE_DAYS);
    html! {
        (number("max_devices", fl!(t, "max-devices"), fl!(t, "max-devices-hint"), devices))
        (number("offline_days", fl!(t, "offline-days"), fl!(t, "offline-days-hint"), offline))
        (number("refresh_hours", fl!(t, "refresh-hours"), fl!(t, "refresh-hours-hint"), offline * 24 - 1))
    }
}
