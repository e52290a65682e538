//! Orders: place, plan, list, look up.

use super::answers;
use crate::{draft::Draft, new_order::NewOrder, place_order::place_order, plan::plan_order, reads};
use axum::{
    Json,
    extract::{Path, Query, Request},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Error, OrderId, Result};
use web::{Handled, Visit};

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
    request_body = wire::contracts::OrderIn,
    responses(
        (status = 201, body = wire::contracts::OrderOut),
        (status = 200, body = wire::contracts::OrderAnswer, description = "Placed before with the same content; with `dry_run=true` an `OrderPlanOut`"),
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

#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListParams {
    /// A part of a number, a name or an address.
    q: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<OrderId>,
    /// How many, from 1 to 200; 50 unless told.
    limit: Option<i64>,
}

/// The orders that you may see, newest first: all for the vendor, its own for a partner.
#[utoipa::path(
    get,
    path = "/api/v1/orders",
    tag = "orders",
    operation_id = "list_orders",
    params(ListParams),
    responses((status = 200, body = wire::contracts::OrderPage), (status = 404, body = wire::Problem), (status = 422, body = wire::Problem))
)]
pub(super) async fn list(visit: Visit, Query(params): Query<ListParams>) -> Handled<Response> {
    let size = params.limit.unwrap_or(50);
    if !(1..=200).contains(&size) {
        return Err(Error::field("limit", "not-understood").into());
    }
    let list = reads::OrderList {
        search: params.q.unwrap_or_default(),
        after: params.cursor,
        size,
        ..reads::OrderList::default()
    };
    let found = visit.read(move |cx| reads::orders(cx, &list)).await?;
    let next = found.next.map(|order| order.to_string());
    let orders = found.rows.iter().map(answers::summary).collect();
    let mut response = Json(wire::contracts::OrderPage { orders, next: next.clone() }).into_response();
    if let Some(next) = next {
        let link = format!("</api/v1/orders?limit={size}&cursor={next}>; rel=\"next\"");
        response.headers_mut().insert(header::LINK, HeaderValue::from_str(&link).map_err(Error::fault)?);
    }
    Ok(response)
}

/// An order with its contract.
#[utoipa::path(
    get,
    path = "/api/v1/orders/{order}",
    tag = "orders",
    operation_id = "get_order",
    params(("order" = String, Path, description = "`ord_...`")),
    responses((status = 200, body = wire::contracts::OrderOut), (status = 404, body = wire::Problem))
)]
pub(super) async fn show(visit: Visit, Path(id): Path<OrderId>) -> Handled<Json<wire::contracts::OrderOut>> {
    let (order, contract) = visit.read(move |cx| reads::order(cx, id)).await?;
    Ok(Json(answers::order(&order, &contract)))
}
