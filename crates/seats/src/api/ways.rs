//! The ways that lead to a seat besides an admin who gives it: groups, defaults; and the exceptions to them.

use crate::{api::people::named, except, groups, lift_exception, set_default, settle::Settled};
use axum::{Json, extract::Path};
use kernel::{GroupId, Permission, PersonId, PoolId};
use store::Command;
use web::{Handled, Listing, PartParams, SearchParams, Sent, Visit};
use wire::{Problem, seats as out};

/// The people of a group, by last name.
#[utoipa::path(get, path = "/api/v1/groups/{group}/members", tag = "seats", operation_id = "list_group_members",
    params(("group" = String, Path, description = "`grp_...`"), PartParams, SearchParams),
    responses((status = 200, body = out::GroupMemberList), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn members(visit: Visit, Path(id): Path<GroupId>, listing: Listing) -> Handled {
    let part = listing.part(&["q"])?;
    let step = part.cursor()?.map_or(crate::Step::First, crate::Step::After);
    let window = crate::Window { search: part.q(), step, size: part.limit };
    let listed = visit.read(move |cx| groups::group_members(cx, id, &window)).await?;
    let next = listed.next.map(|person| person.to_string());
    let items = listed.rows.iter().map(member).collect();
    part.answer(next, |next| out::GroupMemberList { items, next })
}

/// Take people into a group: they get its products, as far as seats are free, else they wait in line. Who is in it
/// already stays in it.
#[utoipa::path(post, path = "/api/v1/groups/{group}/members", tag = "seats", operation_id = "add_group_members",
    params(("group" = String, Path, description = "`grp_...`")), request_body = out::NewGroupMembers,
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`not-a-member`"), (status = 422, body = Problem)))]
pub(super) async fn join(
    visit: Visit,
    Path(id): Path<GroupId>,
    Sent(ask): Sent<out::NewGroupMembers>,
) -> Handled<Json<out::Settled>> {
    let join = move |cx: &mut Command| {
        let group = groups::group(cx, id)?;
        cx.require(Permission::AssignSeats, group.scope())?;
        let people = named(cx, group.team, &ask.people, groups::MOST_AT_ONCE)?;
        groups::add_to_group(cx, id, &people)
    };
    let (people, change) = visit.command(join).await?;
    Ok(Json(out::Settled { people: Some(people as u64), ..settled(&change) }))
}

/// Let a person out of a group.
#[utoipa::path(delete, path = "/api/v1/groups/{group}/members/{person}", tag = "seats",
    operation_id = "remove_group_member",
    params(("group" = String, Path, description = "`grp_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn part(
    visit: Visit,
    Path((id, person)): Path<(GroupId, PersonId)>,
) -> Handled<Json<out::Settled>> {
    let (people, change) = visit.command(move |cx| groups::remove_from_group(cx, id, &[person])).await?;
    Ok(Json(out::Settled { people: Some(people as u64), ..settled(&change) }))
}

/// The people of the group get seats of the pool from now on, those who come later too.
#[utoipa::path(put, path = "/api/v1/groups/{group}/products/{pool}", tag = "seats", operation_id = "add_group_product",
    params(("group" = String, Path, description = "`grp_...`"), ("pool" = String, Path, description = "`pool_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn bring(
    visit: Visit,
    Path((id, pool)): Path<(GroupId, PoolId)>,
) -> Handled<Json<out::Settled>> {
    let change = visit.command(move |cx| groups::bring_product(cx, id, pool)).await?;
    Ok(Json(settled(&change)))
}

/// The group brings the product no longer.
#[utoipa::path(delete, path = "/api/v1/groups/{group}/products/{pool}", tag = "seats",
    operation_id = "remove_group_product",
    params(("group" = String, Path, description = "`grp_...`"), ("pool" = String, Path, description = "`pool_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn withdraw(
    visit: Visit,
    Path((id, pool)): Path<(GroupId, PoolId)>,
) -> Handled<Json<out::Settled>> {
    let change = visit.command(move |cx| groups::withdraw_product(cx, id, pool)).await?;
    Ok(Json(settled(&change)))
}

/// Everybody in the team gets a seat of the pool, those who come later too.
#[utoipa::path(put, path = "/api/v1/pools/{pool}/default", tag = "seats", operation_id = "set_default",
    params(("pool" = String, Path, description = "`pool_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn everybody(visit: Visit, Path(pool): Path<PoolId>) -> Handled<Json<out::Settled>> {
    let change = visit.command_on(pool, move |cx| set_default(cx, pool, true)).await?;
    Ok(Json(settled(&change)))
}

/// Not everybody any more: who has a seat by nothing else loses it.
#[utoipa::path(delete, path = "/api/v1/pools/{pool}/default", tag = "seats", operation_id = "end_default",
    params(("pool" = String, Path, description = "`pool_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn not_everybody(visit: Visit, Path(pool): Path<PoolId>) -> Handled<Json<out::Settled>> {
    let change = visit.command_on(pool, move |cx| set_default(cx, pool, false)).await?;
    Ok(Json(settled(&change)))
}

/// This person does not get what groups and defaults bring; a seat that is there is taken back.
#[utoipa::path(put, path = "/api/v1/pools/{pool}/exceptions/{person}", tag = "seats", operation_id = "make_exception",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn exception(
    visit: Visit,
    Path((pool, person)): Path<(PoolId, PersonId)>,
) -> Handled<Json<out::Settled>> {
    let change = visit.command_on(pool, move |cx| except(cx, pool, person)).await?;
    Ok(Json(settled(&change)))
}

/// The person gets again what comes along.
#[utoipa::path(delete, path = "/api/v1/pools/{pool}/exceptions/{person}", tag = "seats",
    operation_id = "lift_exception",
    params(("pool" = String, Path, description = "`pool_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn no_exception(
    visit: Visit,
    Path((pool, person)): Path<(PoolId, PersonId)>,
) -> Handled<Json<out::Settled>> {
    let change = visit.command_on(pool, move |cx| lift_exception(cx, pool, person)).await?;
    Ok(Json(settled(&change)))
}

pub(super) fn settled(settled: &Settled) -> out::Settled {
    out::Settled {
        people: None,
        given: settled.given as u64,
        waiting: settled.waiting as u64,
        taken: settled.taken as u64,
        goes_on: settled.goes_on,
    }
}

fn member(member: &groups::GroupMember) -> out::GroupMember {
    out::GroupMember {
        person: member.person.to_string(),
        name: member.name(),
        email: member.email.clone(),
        since: member.since.rfc3339(),
    }
}
