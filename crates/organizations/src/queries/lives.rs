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
            WHERE other.organization_id = $4 AND other.name = $2 AND other.id <> $1)",
        &[&team.id, &name, &name.to_lowercase(), &team.organization],
    )?;
    Ok(renamed == 1)
}

pub(crate) fn set_archived(cx: &mut Command, id: TeamId, rests: bool) -> Result<()> {
    let since = rests.then(|| cx.now());
    cx.execute("UPDATE teams SET archived_at = $2 WHERE id = $1", &[&id, &since]).map(|_| ())
}
