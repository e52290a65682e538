//! Invite a person to a team (S11). It adds to the team only; it gives no license.

use crate::{Refused, events::InvitationSent, mail, queries, team};
use accounts::{NewPerson, Purpose};
use kernel::{Email, Lang, MailId, Name, Permission, PersonId, Result, TeamId, Timestamp};
use store::Command;

#[derive(Debug, Clone)]
pub struct Invite {
    pub team: TeamId,
    pub email: Email,
    pub first_name: Name,
    pub last_name: Name,
    /// The language of the mail for a person who is new.
    pub lang: Lang,
    pub time_zone: String,
}

#[derive(Debug, Clone)]
pub struct Invited {
    pub person: PersonId,
    pub email: String,
    /// Whether the person gets in by the mail for the first time.
    pub is_new: bool,
}

/// How an invitation stands after its newest mail.
pub(crate) struct Invitation {
    pub team: TeamId,
    pub person: PersonId,
    pub mail: MailId,
    pub expires_at: Timestamp,
    pub accepted_at: Option<Timestamp>,
}

pub fn invite(cx: &mut Command, ask: &Invite) -> Result<Invited> {
    let team = team::team(cx, ask.team)?;
    cx.require(Permission::InviteUsers, team.scope())?;
    let new = NewPerson {
        email: ask.email.clone(),
        first_name: ask.first_name.clone(),
        last_name: ask.last_name.clone(),
        lang: ask.lang,
        time_zone: ask.time_zone.clone(),
    };
    let (person, _) = accounts::person_for(cx, &new)?;
    let person = accounts::held_person(cx, person.id)?;
    if !team::add_member(cx, &team, person.id)? {
        return Err(Refused::AlreadyMember { email: person.email }.into());
    }
    send(cx, &team, &person)?;
    Ok(Invited { person: person.id, email: person.email, is_new: !person.has_password })
}

/// A new mail with a new link; the old link dies, and the old mail if it has not left yet. For people who have not been in yet.
pub fn resend_invitation(cx: &mut Command, id: TeamId, person: PersonId) -> Result<MailId> {
    let team = team::team(cx, id)?;
    cx.require(Permission::InviteUsers, team.scope())?;
    queries::member(cx, id, person)?;
    let person = accounts::held_person(cx, person)?;
    if person.has_password {
        return Err(Refused::AlreadyActive.into());
    }
    send(cx, &team, &person)
}

pub(crate) fn send(cx: &mut Command, team: &team::Team, person: &accounts::Person) -> Result<MailId> {
    let now = cx.now();
    if let Some(former) = queries::mail_of_invitation(cx, team.id, person.id)? {
        notifications::cancel(cx, former)?;
    }
    let letter = if person.has_password {
        mail::joined(cx, team, person)?
    } else {
        let (token, expires_at) =
            accounts::issue_link(cx, Purpose::Invitation, person.id, Some(team.id), now)?;
        notifications::Mail { secret: Some(token), ..mail::invited(cx, team, person, expires_at)? }
    };
    let sent = notifications::send(cx, letter)?;
    let invitation = Invitation {
        team: team.id,
        person: person.id,
        mail: sent,
        expires_at: now.plus(Purpose::Invitation.lasts()),
        // Who has been in is told, and asked nothing.
        accepted_at: person.has_password.then_some(now),
    };
    queries::put_invitation(cx, &invitation)?;
    cx.record(InvitationSent {
        team: team.id,
        organization: team.organization,
        person: person.id,
        email: person.email.clone(),
    });
    Ok(sent)
}
