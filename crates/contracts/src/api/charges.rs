//! Which person is on which contract.

use crate::charges::{Charge, Mark, bind_seat, charges};
use axum::{extract::Path, http::StatusCode};
use kernel::{AssignmentId, Error, PersonId, PoolId, SubscriptionId};
use web::{Handled, Listing, PartParams, Sent, Visit};
use wire::{Problem, seats as out};

/// To which contract and subscription each seat of the pool counts, in the order in which the seats were assigned: the
/// one that an admin chose, else the oldest that has room.
#[utoipa::path(get, path = "/api/v1/pools/{pool}/charges", tag = "seats", operation_id = "list_charges",
    params(("pool" = String, Path, description = "`pool_...`"), PartParams),
    responses((status = 200, body = out::ChargeList), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn list(visit: Visit, Path(pool): Path<PoolId>, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (after, limit) = (part.cursor::<AssignmentId>()?, part.limit);
    let ask = move |cx: &mut store::Read| {
        seats::pool(cx, pool)?;
        let mark = after.map_or(Ok(Mark::START), |after| Mark::behind(cx, pool, after))?;
        charges(cx, pool, &mark, limit)
    };
    let (rows, next) = visit.read(ask).await?;
    let items = rows.iter().map(charge).collect();
    part.answer(next.map(|mark| mark.assignment), |next| out::ChargeList { items, next })
}

/// Choose the subscription that the person's seat counts to.
#[utoipa::path(put, path = "/api/v1/pools/{pool}/bindings/{person}", tag = "seats", operation_id = "bind_seat",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    request_body = out::NewBinding,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`no-seat-to-bind`, `subscription-full`"),
        (status = 422, body = Problem)))]
pub(super) async fn bind(
    visit: Visit,
    Path((pool, person)): Path<(PoolId, PersonId)>,
    Sent(ask): Sent<out::NewBinding>,
) -> Handled<StatusCode> {
    let to: SubscriptionId =
        ask.subscription.parse().map_err(|_| Error::field("subscription", "not-understood"))?;
    visit.command(move |cx| bind_seat(cx, pool, person, Some(to))).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The seat counts by rule again.
#[utoipa::path(delete, path = "/api/v1/pools/{pool}/bindings/{person}", tag = "seats", operation_id = "unbind_seat",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`no-seat-to-bind`")))]
pub(super) async fn unbind(
    visit: Visit,
    Path((pool, person)): Path<(PoolId, PersonId)>,
) -> Handled<StatusCode> {
    visit.command(move |cx| bind_seat(cx, pool, person, None)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn charge(charge: &Charge) -> out::Charge {
    let to = charge.counts_to.as_ref();
    out::Charge {
        assignment: charge.assignment.to_string(),
        person: charge.person.to_string(),
        name: format!("{} {}", charge.first_name, charge.last_name),
        email: charge.email.clone(),
        direct: charge.direct,
        chosen: charge.chosen,
        contract: to.map(|to| to.contract.to_string()),
        contract_number: to.map(|to| to.number.clone()),
        subscription: to.map(|to| to.share.subscription.to_string()),
    }
}
