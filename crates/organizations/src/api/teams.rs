//! Teams: those that the caller administers, and one of them.

use crate::{Team, TeamList, queries, rename_team, teams};
use axum::{Json, extract::Path};
use kernel::{Error, Name, Permission, Result, TeamId};
use web::{Handled, Listing, PartParams, SearchParams, Sent, Visit};
use wire::organizations as out;

/// The teams that you administer, oldest first: all of them for the vendor. Those that are archived are not among them.
#[utoipa::path(get, path = "/api/v1/teams", tag = "organizations", operation_id = "list_teams",
    security(("bearer" = []), ("session" = [])),
    params(("archived" = Option<bool>, Query, description = "`true`: those that are archived instead"), PartParams,
        SearchParams),
    responses((status = 200, body = out::TeamList), (status = 401, body = wire::Problem),
        (status = 422, body = wire::Problem)))]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&["q", "archived"])?;
    let archived = archived(part.value("archived").as_deref())?;
    let list = TeamList { search: part.q(), archived, after: part.cursor()?, limit: part.one_more() };
    let found = visit.read(move |cx| teams(cx, &list)).await?;
    let (found, next) = part.cut(found, |team| team.id.to_string());
    part.answer(next, |next| out::TeamList { items: found.into_iter().map(shown).collect(), next })
}

fn archived(text: Option<&str>) -> Result<bool> {
    match text {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(Error::field("archived", "not-understood")),
    }
}

/// A team.
#[utoipa::path(get, path = "/api/v1/teams/{team}", tag = "organizations", operation_id = "get_team",
    params(("team" = String, Path, description = "`team_...`")),
    responses((status = 200, body = out::Team), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem)))]
pub(super) async fn show(visit: Visit, Path(id): Path<TeamId>) -> Handled<Json<out::Team>> {
    let team = visit
        .read(move |cx| {
            let team = queries::team(cx, id)?;
            cx.require(Permission::SeeMembers, team.scope())?;
            Ok(team)
        })
        .await?;
    Ok(Json(shown(team)))
}

/// Give a team another name.
#[utoipa::path(patch, path = "/api/v1/teams/{team}", tag = "organizations", operation_id = "rename_team",
    params(("team" = String, Path, description = "`team_...`")), request_body = out::TeamName,
    responses((status = 200, body = out::Team), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`team-name-taken`"),
        (status = 422, body = wire::Problem)))]
pub(super) async fn rename(
    visit: Visit,
    Path(id): Path<TeamId>,
    Sent(new): Sent<out::TeamName>,
) -> Handled<Json<out::Team>> {
    let name = Name::parse("name", &new.name).map_err(|error| Error::fields(vec![error]))?;
    let team = visit.command(move |cx| rename_team(cx, id, &name)).await?;
    Ok(Json(shown(team)))
}

/// The team as programs see it; the rooms above answer with it as well.
pub fn shown(team: Team) -> out::Team {
    out::Team {
        id: team.id.to_string(),
        name: team.name,
        organization: team.organization.to_string(),
        organization_name: team.organization_name,
        archived_at: team.archived_at.map(|at| at.rfc3339()),
    }
}
