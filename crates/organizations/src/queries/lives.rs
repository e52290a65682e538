//! Names and ends of teams.

use crate::team::Team;
use kernel::{OrganizationId, Result, TeamId};
use store::Command;

pub(crate) fn lock_organization(cx: &mut Command, id: OrganizationId) -> Result<()> {
    cx.one::<(OrganizationId,)>("SELECT id FROM organizations WHERE id = $1 FOR UPDATE", &[&id]).map(|_| ())
}

/// Whether the organization has no other team by the name. The caller holds the organization.
pub(crate) fn rename_team(cx: &mut Command, team: &Team, name: &str) -> Result<bool> {
    let renamed = cx.execute(
        "UPDATE teams SET name = $2, search_text = $3 WHERE id = $1 AND NOT EXISTS (
            SELECT 1 FROM teams other
            WHERE other.organization_id = $4 AND other.name = $2 AND other.gone_at IS NULL AND other.id <> $1)",
        &[&team.id, &name, &name.to_lowercase(), &team.organization],
    )?;
    Ok(renamed == 1)
}

pub(crate) fn set_archived(cx: &mut Command, id: TeamId, rests: bool) -> Result<()> {
    let since = rests.then(|| cx.now());
    cx.execute("UPDATE teams SET archived_at = $2 WHERE id = $1", &[&id, &since]).map(|_| ())
}

/// Nobody is in it any more, and no way leads into it.
pub(crate) fn end_team(cx: &mut Command, id: TeamId, into: Option<TeamId>) -> Result<()> {
    let now = cx.now();
    cx.execute("DELETE FROM memberships WHERE team_id = $1", &[&id])?;
    cx.execute("DELETE FROM member_words WHERE team_id = $1", &[&id])?;
    cx.execute("DELETE FROM invitations WHERE team_id = $1", &[&id])?;
    cx.execute("DELETE FROM removed_members WHERE team_id = $1", &[&id])?;
    cx.execute("DELETE FROM arrivals WHERE team_id = $1", &[&id])?;
    // Whoever was led to the team that is gone is led on.
    cx.execute("UPDATE teams SET merged_into = $2 WHERE merged_into = $1", &[&id, &into])?;
    cx.execute(
        "UPDATE teams SET people = 0, gone_at = $2, archived_at = COALESCE(archived_at, $2), merged_into = $3
         WHERE id = $1",
        &[&id, &now, &into],
    )
    .map(|_| ())
}
