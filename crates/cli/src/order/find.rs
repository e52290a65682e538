//! Orders by the numbers that people have; the API shows one by its id.

use crate::{
    answer::Answer,
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    listing::Part,
};
use i18n_embed_fl::fl;
use wire::contracts::OrderSummary;

/// The order with this number or id. Two partners may have used the same number; then the ids are told.
pub fn order_by_number((cx, http): (&Context, &Http), number: &str) -> Result<Answer> {
    if number.starts_with("ord_") {
        return http.send(&Ask::get(["orders", number]));
    }
    let ask = || Ask::get(["orders"]).query("number", number);
    let found = Part::all().fetch::<OrderSummary>((cx, http), ask)?.rows;
    match found.as_slice() {
        [] => Err(Failure::Denied(fl!(cx.t, "no-such-order", number = number), String::new())),
        [order] => http.send(&Ask::get(["orders", &order.id])),
        several => {
            let ids: Vec<_> = several.iter().map(|order| order.id.as_str()).collect();
            Err(Failure::usage(fl!(cx.t, "several-orders", number = number, ids = ids.join(", "))))
        }
    }
}
