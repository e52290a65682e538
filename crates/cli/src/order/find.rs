//! Orders and contracts by the numbers that people have; the API knows them by id, and lists what resembles a number.

use super::ORDERS;
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
pub fn order_by_number(at: (&Context, &Http), number: &str) -> Result<Answer> {
    if number.starts_with("ord_") {
        return at.1.send(&Ask::get(["orders", number]));
    }
    let found = resembling(at, number)?;
    let same: Vec<_> = found.iter().filter(|order| order.number == number).collect();
    match same.as_slice() {
        [] => Err(Failure::Denied(fl!(at.0.t, "no-such-order", number = number), String::new())),
        [order] => at.1.send(&Ask::get(["orders", &order.id])),
        several => {
            let ids: Vec<_> = several.iter().map(|order| order.id.as_str()).collect();
            Err(Failure::usage(fl!(at.0.t, "several-orders", number = number, ids = ids.join(", "))))
        }
    }
}

/// The order that made the contract with this number.
pub fn contract_by_number(at: (&Context, &Http), number: &str) -> Result<Answer> {
    let found = resembling(at, number)?;
    match found.iter().find(|order| order.contract_number == number) {
        Some(order) => at.1.send(&Ask::get(["orders", &order.id])),
        None => Err(Failure::Denied(fl!(at.0.t, "no-such-contract", number = number), String::new())),
    }
}

fn resembling(at: (&Context, &Http), number: &str) -> Result<Vec<OrderSummary>> {
    Ok(Part::all().fetch(at, &ORDERS, || Ask::get(["orders"]).query("q", number))?.rows)
}
