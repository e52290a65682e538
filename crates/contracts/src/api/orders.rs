//! Orders: place, plan, list, look up.

use super::answers;
use crate::{draft::Draft, new_order::NewOrder, place_order::place_order, plan::plan_order, reads};
use axum::{
    Json,
    extract::{Path, Query, Request},
    http::{StatusCode, header},
    response::IntoResponse,
};
use kernel::{Error, OrderId, Result};
use web::{Handled, Listing, PartParams, SearchParams, Visit};

#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(super) struct CreateParams {
    /// `true`: say what the order would do, and into which team it lands, and write nothing.
    dry_run: bool,
}

/// Place an order. The same number with the same content again changes nothing and answers 200 instead of 201.
#[utoipa::path(
    post,
    path = "/api/v1/orders",
    tag = "orders",
    operation_id = "create_order",
    params(CreateParams),
    request_body = wire::contracts::NewOrder,
    responses(
        (status = 201, body = wire::contracts::Order),
        (status = 200, body = wire::contracts::OrderAnswer, description = "Placed before with the same content; with `dry_run=true` an `OrderPlan`"),
        (status = 401, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`order-number-used`: the number stands for another order"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn create(visit: Visit, Query(params): Query<CreateParams>, request: Request) -> Handled {
    let ask = read(&web::json::body(request).await?)?;
    if params.dry_run {
        let asked = ask.clone();
        let plan = visit.read(move |cx| plan_order(cx, &asked)).await?;
        return Ok(Json(answers::plan(&plan, &ask)).into_response());
    }
    let place = move |cx: &mut store::Command| {
        let placed = place_order(cx, &ask)?;
        let contract = crate::queries::contract(cx, placed.order.contract)?;
        Ok((placed, contract))
    };
    let (placed, contract) = visit.command(place).await?;
    let status = if placed.repeated { StatusCode::OK } else { StatusCode::CREATED };
    let place = format!("/api/v1/orders/{}", placed.order.id);
    Ok((status, [(header::LOCATION, place)], Json(answers::order(&placed.order, &contract))).into_response())
}

fn read(body: &[u8]) -> Result<NewOrder> {
    let draft = Draft::from_json(body).map_err(|error| Error::fields(vec![error]))?;
    NewOrder::parse(&draft).map_err(Error::fields)
}

/// The orders that you may see, newest first: all for the vendor, its own for a partner.
#[utoipa::path(
    get,
    path = "/api/v1/orders",
    tag = "orders",
    operation_id = "list_orders",
    params(PartParams, SearchParams, ("number" = Option<String>, Query, description = "The whole order number. \
        Several orders may have it: one of the vendor, and one of each partner")),
    responses(
        (status = 200, body = wire::contracts::OrderList),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&["q", "number"])?;
    let list = reads::OrderList {
        search: part.q(),
        number: part.value("number"),
        after: part.cursor()?,
        size: part.limit,
        ..reads::OrderList::default()
    };
    let found = visit.read(move |cx| reads::orders(cx, &list)).await?;
    let next = found.next.map(|order| order.to_string());
    let items = found.rows.iter().map(answers::summary).collect();
    part.answer(next, |next| wire::contracts::OrderList { items, next })
}

/// An order with its contract.
#[utoipa::path(
    get,
    path = "/api/v1/orders/{order}",
    tag = "orders",
    operation_id = "get_order",
    params(("order" = String, Path, description = "`ord_...`")),
    responses((status = 200, body = wire::contracts::Order), (status = 404, body = wire::Problem))
)]
pub(super) async fn show(visit: Visit, Path(id): Path<OrderId>) -> Handled<Json<wire::contracts::Order>> {
    let (order, contract) = visit.read(move |cx| reads::order(cx, id)).await?;
    Ok(Json(answers::order(&order, &contract)))
}
