//! What a team goes through: it is renamed, it rests and comes back.
//!
//! Whether it may rest depends on subscriptions and seats, which this room does not know: that verb is for the rooms
//! above, which have checked that and the right to.

use crate::{
    Refused,
    events::{TeamArchived, TeamRenamed, TeamReturned},
    queries,
    team::{self, Team},
};
use kernel::{Name, OrganizationId, Permission, Result, TeamId};
use store::Command;

/// Holds off new teams, new names and orders of the organization. Whoever holds teams as well holds this first.
pub fn hold_organization(cx: &mut Command, id: OrganizationId) -> Result<()> {
    queries::lock_organization(cx, id)
}

/// Holds the teams, in the order in which everybody does: nobody comes into them or leaves them meanwhile.
pub fn hold_teams(cx: &mut Command, teams: &[TeamId]) -> Result<Vec<Team>> {
    let mut in_order = teams.to_vec();
    in_order.sort();
    for id in in_order {
        queries::lock_team(cx, id)?;
    }
    teams.iter().map(|id| queries::team(cx, *id)).collect()
}

pub fn rename_team(cx: &mut Command, id: TeamId, name: &Name) -> Result<Team> {
    let team = team::team(cx, id)?;
    cx.require(Permission::ManageMembers, team.scope())?;
    queries::lock_organization(cx, team.organization)?;
    let team = held(cx, id)?;
    if team.name == name.as_str() {
        cx.quiet();
        return Ok(team);
    }
    if !queries::rename_team(cx, &team, name.as_str())? {
        return Err(Refused::TeamNameTaken.into());
    }
    cx.record(TeamRenamed {
        team: id,
        organization: team.organization,
        name: name.to_string(),
        before: team.name.clone(),
    });
    Ok(Team { name: name.to_string(), ..team })
}

/// Again, it changes nothing.
pub fn archive_team(cx: &mut Command, id: TeamId) -> Result<Team> {
    let team = held(cx, id)?;
    if team.archived_at.is_some() {
        cx.quiet();
        return Ok(team);
    }
    queries::set_archived(cx, id, true)?;
    cx.record(TeamArchived { team: id, organization: team.organization, name: team.name });
    queries::team(cx, id)
}

pub fn return_team(cx: &mut Command, id: TeamId) -> Result<Team> {
    let team = team::team(cx, id)?;
    cx.require(Permission::ManageMembers, team.scope())?;
    let team = held(cx, id)?;
    if team.archived_at.is_none() {
        cx.quiet();
        return Ok(team);
    }
    queries::set_archived(cx, id, false)?;
    cx.record(TeamReturned { team: id, organization: team.organization, name: team.name });
    queries::team(cx, id)
}

fn held(cx: &mut Command, id: TeamId) -> Result<Team> {
    queries::lock_team(cx, id)?;
    queries::team(cx, id)
}
