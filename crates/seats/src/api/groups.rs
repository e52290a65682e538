//! Groups of a team: make, see, rename, dissolve.

use crate::{
    api::ways,
    groups::{self, Group},
    pool::Pool,
};
use axum::{Json, extract::Path, http::StatusCode};
use kernel::{Error, GroupId, Name, Result, TeamId};
use store::{Command, Read};
use web::{Handled, Listing, PartParams, Sent, Visit};
use wire::{Problem, seats as out};

/// The groups of a team, by name.
#[utoipa::path(get, path = "/api/v1/teams/{team}/groups", tag = "seats", operation_id = "list_groups",
    params(("team" = String, Path, description = "`team_...`"), PartParams),
    responses((status = 200, body = out::GroupList), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn list(visit: Visit, Path(team): Path<TeamId>, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let groups = visit.read(move |cx| groups::groups_of_team(cx, team)).await?;
    let (groups, next) = part.of_all(groups, |(group, _)| group.id.to_string())?;
    let items = groups.iter().map(|(group, _)| shown(group, None)).collect();
    part.answer(next, |next| out::GroupList { items, next })
}

/// Make a group. It is empty and brings nothing yet.
#[utoipa::path(post, path = "/api/v1/teams/{team}/groups", tag = "seats", operation_id = "create_group",
    params(("team" = String, Path, description = "`team_...`")), request_body = out::NewGroup,
    responses((status = 201, body = out::Group), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`group-name-taken`, `too-many-groups`"),
        (status = 422, body = Problem)))]
pub(super) async fn create(
    visit: Visit,
    Path(team): Path<TeamId>,
    Sent(new): Sent<out::NewGroup>,
) -> Handled<(StatusCode, Json<out::Group>)> {
    let name = name(&new)?;
    let group = visit.command(move |cx| groups::create_group(cx, team, &name)).await?;
    Ok((StatusCode::CREATED, Json(shown(&group, Some(&[])))))
}

/// A group, and the pools that it brings.
#[utoipa::path(get, path = "/api/v1/groups/{group}", tag = "seats", operation_id = "get_group",
    params(("group" = String, Path, description = "`grp_...`")),
    responses((status = 200, body = out::Group), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(visit: Visit, Path(id): Path<GroupId>) -> Handled<Json<out::Group>> {
    let (group, pools) = visit.read(move |cx| with_pools(cx, id)).await?;
    Ok(Json(shown(&group, Some(&pools))))
}

/// Give a group another name.
#[utoipa::path(patch, path = "/api/v1/groups/{group}", tag = "seats", operation_id = "rename_group",
    params(("group" = String, Path, description = "`grp_...`")), request_body = out::NewGroup,
    responses((status = 200, body = out::Group), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`group-name-taken`"), (status = 422, body = Problem)))]
pub(super) async fn rename(
    visit: Visit,
    Path(id): Path<GroupId>,
    Sent(new): Sent<out::NewGroup>,
) -> Handled<Json<out::Group>> {
    let name = name(&new)?;
    let rename = move |cx: &mut Command| {
        groups::rename_group(cx, id, &name)?;
        with_pools(cx, id)
    };
    let (group, pools) = visit.command(rename).await?;
    Ok(Json(shown(&group, Some(&pools))))
}

/// Dissolve a group. Its people stay in the team, and lose what nothing else leads to.
#[utoipa::path(delete, path = "/api/v1/groups/{group}", tag = "seats", operation_id = "delete_group",
    params(("group" = String, Path, description = "`grp_...`")),
    responses((status = 200, body = out::Settled), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn delete(visit: Visit, Path(id): Path<GroupId>) -> Handled<Json<out::Settled>> {
    let (_, settled) = visit.command(move |cx| groups::delete_group(cx, id)).await?;
    Ok(Json(ways::settled(&settled)))
}

fn name(new: &out::NewGroup) -> Result<Name> {
    Name::parse("name", &new.name).map_err(|error| Error::fields(vec![error]))
}

fn with_pools(cx: &mut Read, id: GroupId) -> Result<(Group, Vec<Pool>)> {
    Ok((groups::group(cx, id)?, groups::group_products(cx, id)?))
}

fn shown(group: &Group, pools: Option<&[Pool]>) -> out::Group {
    out::Group {
        id: group.id.to_string(),
        team: group.team.to_string(),
        name: group.name.clone(),
        people: group.people,
        created_at: group.created_at.rfc3339(),
        pools: pools.map(|pools| pools.iter().map(|pool| pool.id.to_string()).collect()),
    }
}
