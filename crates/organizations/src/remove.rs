//! A person leaves a team: an admin removes them, or they go themselves (mission B22). The User ID lives on.

use crate::{
    Member, Refused,
    events::{MemberRemoved, MemberReturned},
    invite, mail, queries,
    team::{self, Team},
};
use kernel::{Error, Permission, PersonId, Result, Role, TeamId};
use store::Command;

/// The membership alone, for the rooms above: they free what hangs on it in the same transaction. Afterwards the caller
/// holds the row of the team, and may lock what is in it.
pub fn remove_member(cx: &mut Command, id: TeamId, person: PersonId) -> Result<Member> {
    let team = team::team(cx, id)?;
    if cx.actor().person_id() != Some(person) {
        cx.require(Permission::ManageMembers, team.scope())?;
    }
    let held = accounts::held_person(cx, person)?;
    queries::lock_team(cx, id)?;
    let member = queries::member(cx, id, person)?;

    take_out(cx, &team, &member)?;

    let told = match held.has_password {
        true => {
            let letter = mail::removed(cx, &team, &held)?;
            Some(notifications::send(cx, letter)?)
        }
        false => None,
    };
    queries::insert_removal(cx, id, &member, told)?;
    Ok(member)
}

/// The membership ends, and with it the way in that was on its way.
pub(crate) fn take_out(cx: &mut Command, team: &Team, member: &Member) -> Result<()> {
    if member.role == Role::PrimaryAdmin {
        return Err(Refused::PrimaryAdminStays.into());
    }
    queries::delete_member(cx, team.id, member.person)?;
    accounts::revoke_invitation_links(cx, member.person, team.id)?;
    if let Some(waiting) = queries::mail_of_invitation(cx, team.id, member.person)? {
        notifications::cancel(cx, waiting)?;
    }
    cx.record(MemberRemoved {
        team: team.id,
        organization: team.organization,
        person: member.person,
        email: member.email.clone(),
        role: member.role.name().into(),
    });
    Ok(())
}

/// What a room above wants to know again when the person comes back: [`return_member`] hands it out.
pub fn keep_with_removal(cx: &mut Command, id: TeamId, person: PersonId, kept: &str) -> Result<()> {
    queries::set_kept(cx, id, person, kept)
}

/// Undoes a removal, within [`UNDO_FOR`](crate::UNDO_FOR): the membership with the former role. For the rooms above,
/// which bring back what hangs on it; the answer is what they kept. The caller holds the row of the team afterwards.
pub fn return_member(cx: &mut Command, id: TeamId, person: PersonId) -> Result<String> {
    let team = team::team(cx, id)?;
    cx.require(Permission::ManageMembers, team.scope())?;
    let held = accounts::held_person(cx, person)?;
    queries::lock_team(cx, id)?;
    if queries::is_member(cx, id, person)? {
        return Err(Refused::AlreadyMember { email: held.email }.into());
    }
    let removal = queries::removal(cx, id, person)?.ok_or_else(Error::not_found)?;
    removal.can_be_undone(cx.now())?;

    queries::insert_member(cx, id, person, removal.role)?;
    cx.record(MemberReturned {
        team: id,
        organization: team.organization,
        person,
        email: held.email.clone(),
        role: removal.role.name().into(),
    });

    let has_heard = match removal.mail {
        Some(told) => {
            notifications::cancel(cx, told)?;
            !queries::is_canceled(cx, told)?
        }
        None => true,
    };
    // Who has heard nothing of it needs no mail; who has not been in needs a link that works.
    if has_heard || !held.has_password {
        invite::send(cx, &team, &held)?;
    }
    Ok(removal.kept)
}
