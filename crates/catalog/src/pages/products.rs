//! `/vendor/products`: everything that the vendor makes.

use super::{PRODUCTS, may_see, product_path};
use crate::{
    queries::{self, ProductLine},
    texts,
};
use axum::extract::Query;
use i18n_embed_fl::fl;
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
            queries::product_lines(cx, &after, SIZE + 1)
        })
        .await?;
    let more = found.len() as i64 > SIZE;
    found.truncate(SIZE as usize);
    let next = found.last().filter(|_| more).map(|line| format!("{PRODUCTS}?after={}", line.product.slug));
    let first = (!from.after.is_empty()).then(|| PRODUCTS.to_owned());
    let new = || button::main(fl!(t, "new-product")).icon("plus").href(format!("{PRODUCTS}/new"));
    let nothing = found.is_empty() && first.is_none();
    let columns = [
        col(fl!(t, "product")).main(),
        col(fl!(t, "latest-release")).under_name().leaves(2),
        col(fl!(t, "releases")).number().leaves(3),
        col(fl!(t, "offerings")).number().leaves(2),
    ];
    let body = html! {
        div.narrow {
            @let head = head(fl!(t, "products")).sub(fl!(t, "products-text"));
            @if nothing { (head) } @else { (head.act(new())) }
            (table(fl!(t, "products-caption")).cols(columns).rows(found.iter().map(|line| row(line, lang)))
                .or_empty(empty("products", fl!(t, "no-products"), fl!(t, "no-products-text"), new())))
            @if next.is_some() || first.is_some() { (pager(first, next, lang)) }
        }
    };
    Ok(visit.page(&fl!(t, "products"), body))
}

fn row(line: &ProductLine, lang: kernel::Lang) -> Tr {
    let ProductLine { product, latest, .. } = line;
    let name = product.name.as_str();
    let lead = mark(name, product.icon.as_str()).small();
    let latest = match latest {
        Some(version) => html! { (version) },
        None => html! { span.muted { (fl!(texts(lang), "none-yet")) } },
    };
    tr().tap()
        .cell(sign::what(lead, name, html! { span.mono { (product.slug) } }, &product_path(&product.slug)))
        .cell(latest)
        .cell(format::number(line.releases.unsigned_abs(), lang))
        .cell(format::number(line.offerings.unsigned_abs(), lang))
}
