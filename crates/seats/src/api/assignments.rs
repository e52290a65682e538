//! Who has a seat of a pool: list, give, take back.

use crate::{
    api::people::named,
    assign_people::{MOST, assign_people},
    assignment::{Assignment, Holder},
    people::{Step, Window},
    queries, reads,
    release::release_seat,
};
use axum::{
    Json,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Permission, PersonId, PoolId};
use store::Command;
use web::{Handled, Listing, PartParams, SearchParams, Sent, Visit};

/// Who has a seat of the pool, by name.
#[utoipa::path(
    get,
    path = "/api/v1/pools/{pool}/assignments",
    tag = "seats",
    operation_id = "list_assignments",
    params(("pool" = String, Path, description = "`pool_...`"), PartParams, SearchParams),
    responses(
        (status = 200, body = wire::seats::AssignmentList),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, Path(pool): Path<PoolId>, listing: Listing) -> Handled {
    let part = listing.part(&["q"])?;
    let step = part.cursor()?.map_or(Step::First, Step::After);
    let window = Window { search: part.q(), step, size: part.limit };
    let listed = visit.read(move |cx| reads::holders(cx, pool, &window)).await?;
    let next = listed.next.map(|person| person.to_string());
    let items = listed.rows.iter().map(|holder| of_holder(pool, holder)).collect();
    part.answer(next, |next| wire::seats::AssignmentList { items, next })
}

/// Give a seat to each of these people, or to nobody.
#[utoipa::path(
    post,
    path = "/api/v1/pools/{pool}/assignments",
    tag = "seats",
    operation_id = "create_assignments",
    params(("pool" = String, Path, description = "`pool_...`")),
    request_body = wire::seats::NewAssignments,
    responses(
        (status = 201, body = wire::seats::AssignmentList),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`no-free-seat`, `already-assigned`, `not-a-member`"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn create(
    visit: Visit,
    Path(pool): Path<PoolId>,
    Sent(ask): Sent<wire::seats::NewAssignments>,
) -> Handled<(StatusCode, Json<wire::seats::AssignmentList>)> {
    let give = move |cx: &mut Command| {
        let of = queries::pool(cx, pool)?;
        cx.require(Permission::AssignSeats, of.scope())?;
        let people = named(cx, of.team, &ask.people, MOST)?;
        assign_people(cx, pool, &people)
    };
    let given = visit.command_on(pool, give).await?;
    let items = given.iter().map(of_assignment).collect();
    Ok((StatusCode::CREATED, Json(wire::seats::AssignmentList { items, next: None })))
}

/// Take the seat back.
#[utoipa::path(
    delete,
    path = "/api/v1/pools/{pool}/assignments/{person}",
    tag = "seats",
    operation_id = "delete_assignment",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    responses(
        (status = 204),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`not-assigned`, `comes-along`"),
    )
)]
pub(super) async fn delete(
    visit: Visit,
    Path((pool, person)): Path<(PoolId, PersonId)>,
) -> Handled<Response> {
    visit.command_on(pool, move |cx| release_seat(cx, pool, person)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn of_assignment(assignment: &Assignment) -> wire::seats::Assignment {
    wire::seats::Assignment {
        id: assignment.id.to_string(),
        pool: assignment.pool.to_string(),
        person: assignment.person.to_string(),
        assigned_at: assignment.assigned_at.rfc3339(),
        suspended_at: assignment.suspended_at.map(|at| at.rfc3339()),
        pinned_at: assignment.pinned_at.map(|at| at.rfc3339()),
        email: None,
        name: None,
    }
}

fn of_holder(pool: PoolId, holder: &Holder) -> wire::seats::Assignment {
    wire::seats::Assignment {
        id: holder.assignment.to_string(),
        pool: pool.to_string(),
        person: holder.person.to_string(),
        assigned_at: holder.since.rfc3339(),
        suspended_at: holder.suspended_at.map(|at| at.rfc3339()),
        pinned_at: holder.pinned_at.map(|at| at.rfc3339()),
        email: Some(holder.email.clone()),
        name: Some(holder.name()),
    }
}
