//! Change a member's role (S12): any number of SAs, exactly one PA.

use crate::{Refused, events::RoleChanged, queries, team};
use kernel::{Permission, PersonId, Result, Role, TeamId};
use store::Command;

/// Making somebody PA hands the role over: the former PA becomes SA. A PA does not lay the role down otherwise.
pub fn change_role(cx: &mut Command, id: TeamId, person: PersonId, role: Role) -> Result<()> {
    let team = team::team(cx, id)?;
    cx.require(Permission::ManageMembers, team.scope())?;
    queries::lock_team(cx, id)?;
    let member = queries::member(cx, id, person)?;
    if member.role == role {
        cx.quiet();
        return Ok(());
    }
    if member.role == Role::PrimaryAdmin {
        return Err(Refused::PrimaryAdminStays.into());
    }
    if role == Role::PrimaryAdmin
        && let Some(former) = queries::primary_admin(cx, id)?
    {
        let former = queries::member(cx, id, former)?;
        queries::set_role(cx, id, former.person, Role::SecondaryAdmin)?;
        record(cx, &team, &former, Role::SecondaryAdmin);
    }
    queries::set_role(cx, id, person, role)?;
    record(cx, &team, &member, role);
    Ok(())
}

fn record(cx: &mut Command, team: &team::Team, member: &crate::Member, role: Role) {
    cx.record(RoleChanged {
        team: team.id,
        organization: team.organization,
        person: member.person,
        email: member.email.clone(),
        role: role.name().into(),
        before: member.role.name().into(),
    });
}
