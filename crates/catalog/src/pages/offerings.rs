//! `/vendor/offerings`: everything that an order may name.

use super::{OFFERINGS, may_see, offering_path};
use crate::{
    queries::{self, OfferingLine},
    texts,
};
use axum::extract::Query;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::html;
use serde::Deserialize;
use web::{
    Handled, Page, Visit,
    components::{button, col, empty, head, mark, pager, sign, table, table::Tr, tr},
    format,
};

const SIZE: i64 = 50;

#[derive(Debug, Deserialize)]
pub(super) struct From {
    #[serde(default)]
    after: String,
}

pub(super) async fn get(visit: Visit, Query(from): Query<From>) -> Handled<Page> {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let after = from.after.clone();
    let mut found = visit
        .read(move |cx| {
            may_see(cx)?;
            queries::offering_lines(cx, &after, SIZE + 1)
        })
        .await?;
    let more = found.len() as i64 > SIZE;
    found.truncate(SIZE as usize);
    let next = found.last().filter(|_| more).map(|line| format!("{OFFERINGS}?after={}", line.offering.sku));
    let first = (!from.after.is_empty()).then(|| OFFERINGS.to_owned());
    let new = || button::main(fl!(t, "new-offering")).icon("plus").href(format!("{OFFERINGS}/new"));
    let nothing = found.is_empty() && first.is_none();
    let columns = [
        col(fl!(t, "offering")).main(),
        col(fl!(t, "sku")).mono().no_wrap().leaves(2).under_name(),
        col(fl!(t, "license-model")).no_wrap().leaves(3),
        col(fl!(t, "devices")).number().leaves(3),
        col(fl!(t, "offline")).number().leaves(4),
    ];
    let body = html! {
        div.narrow {
            @let head = head(fl!(t, "offerings")).sub(fl!(t, "offerings-text"));
            @if nothing { (head) } @else { (head.act(new())) }
            (table(fl!(t, "offerings-caption")).cols(columns).rows(found.iter().map(|line| row(line, lang)))
                .or_empty(empty("contract", fl!(t, "no-offerings"), fl!(t, "no-offerings-text"), new())))
            @if next.is_some() || first.is_some() { (pager(first, next, lang)) }
        }
    };
    Ok(visit.page(&fl!(t, "offerings"), body))
}

fn row(OfferingLine { offering, product }: &OfferingLine, lang: Lang) -> Tr {
    let lead = mark(product.name.as_str(), product.icon.as_str()).small();
    tr().tap()
        .cell(sign::what(lead, offering.name.as_str(), product.name.as_str(), &offering_path(&offering.sku)))
        .cell(offering.sku.as_str())
        .cell(offering.license_model.display_name(lang))
        .cell(format::number(offering.policy.max_devices.into(), lang))
        .cell(fl!(texts(lang), "days", days = offering.policy.offline_days))
}
