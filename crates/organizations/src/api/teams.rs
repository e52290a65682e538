//! Teams: those that the caller administers, and one of them.

use crate::{Team, TeamList, queries, teams};
use axum::{Json, extract::Path};
use kernel::{Permission, TeamId};
use web::{Handled, Listing, PartParams, SearchParams, Visit};
use wire::organizations as out;

/// The teams that you administer, oldest first: all of them for the vendor.
#[utoipa::path(get, path = "/api/v1/teams", tag = "organizations", operation_id = "list_teams",
    security(("bearer" = []), ("session" = [])), params(PartParams, SearchParams),
    responses((status = 200, body = out::TeamList), (status = 401, body = wire::Problem),
        (status = 422, body = wire::Problem)))]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&["q"])?;
    let list = TeamList { search: part.q(), after: part.cursor()?, limit: part.one_more() };
    let found = visit.read(move |cx| teams(cx, &list)).await?;
    let (found, next) = part.cut(found, |team| team.id.to_string());
    part.answer(next, |next| out::TeamList { items: found.into_iter().map(shown).collect(), next })
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

fn shown(team: Team) -> out::Team {
    out::Team {
        id: team.id.to_string(),
        name: team.name,
        organization: team.organization.to_string(),
        organization_name: team.organization_name,
    }
}
