//! Who keeps the seat when seats go.

use crate::{pin_seat, unpin_seat};
use axum::{extract::Path, http::StatusCode};
use kernel::{PersonId, PoolId};
use web::{Handled, Visit};
use wire::Problem;

/// Pin a person: when seats of the pool go, this one keeps the seat before all who are not pinned, behind those who were
/// pinned before.
#[utoipa::path(put, path = "/api/v1/pools/{pool}/pins/{person}", tag = "seats", operation_id = "pin_seat",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`not-assigned`")))]
pub(super) async fn pin(visit: Visit, Path((pool, person)): Path<(PoolId, PersonId)>) -> Handled<StatusCode> {
    visit.command_on(pool, move |cx| pin_seat(cx, pool, person, None)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take the pin out: the person stands where the time of the assignment says.
#[utoipa::path(delete, path = "/api/v1/pools/{pool}/pins/{person}", tag = "seats", operation_id = "unpin_seat",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`not-assigned`")))]
pub(super) async fn unpin(
    visit: Visit,
    Path((pool, person)): Path<(PoolId, PersonId)>,
) -> Handled<StatusCode> {
    visit.command_on(pool, move |cx| unpin_seat(cx, pool, person)).await?;
    Ok(StatusCode::NO_CONTENT)
}
