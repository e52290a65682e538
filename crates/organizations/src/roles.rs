//! Change a member's role (S12): any number of SAs, exactly one PA.

use crate::{
    Member, Refused,
    events::RoleChanged,
    mail, queries,
    team::{self, Team},
};
use kernel::{Permission, PersonId, Result, Role, TeamId};
use store::Command;

/// Making somebody PA hands the role over, or takes it over: the former PA becomes SA. A PA does not lay the role down
/// otherwise.
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
    if role == Role::PrimaryAdmin {
        return hand_over(cx, &team, &member);
    }
    set(cx, &team, &member, role)?;
    if cx.actor().person_id() != Some(person) {
        mail::role_changed(cx, &team, person, role)?;
    }
    Ok(())
}

fn hand_over(cx: &mut Command, team: &Team, to: &Member) -> Result<()> {
    let former = match queries::primary_admin(cx, team.id)? {
        Some(former) => Some(queries::member(cx, team.id, former)?),
        None => None,
    };
    if let Some(former) = &former {
        set(cx, team, former, Role::SecondaryAdmin)?;
    }
    set(cx, team, to, Role::PrimaryAdmin)?;
    mail::handed_over(cx, team, to.person, former.map(|former| former.person))
}

fn set(cx: &mut Command, team: &Team, member: &Member, role: Role) -> Result<()> {
    queries::set_role(cx, team.id, member.person, role)?;
    cx.record(RoleChanged {
        team: team.id,
        organization: team.organization,
        person: member.person,
        email: member.email.clone(),
        role: role.name().into(),
        before: member.role.name().into(),
    });
    Ok(())
}
