//! An invitation went to a wrong address: it goes over to the person who has the right one.
//!
//! Nobody's User ID is changed by that, so it does not matter where else the wrong address is known.

use crate::{
    Invited, Refused,
    events::InvitationCorrected,
    invite, queries, remove,
    team::{self, Team},
};
use accounts::{NewPerson, Person};
use kernel::{Email, Error, FieldError, Name, Permission, PersonId, Result, TeamId};
use std::collections::BTreeSet;
use store::Command;

#[derive(Debug, Clone)]
pub struct Correction {
    pub team: TeamId,
    /// Who was invited by mistake.
    pub person: PersonId,
    pub email: Email,
    /// The names of a person who is new; those of the mistake if there are none.
    pub first_name: Option<Name>,
    pub last_name: Option<Name>,
}

/// For people who have not been in. Whoever gets the invitation has the role that the other one had. For the rooms above,
/// which hand on what hangs on the membership; the caller holds the row of the team afterwards.
pub fn correct_invitation(cx: &mut Command, ask: &Correction) -> Result<Invited> {
    let team = team::team(cx, ask.team)?;
    cx.require(Permission::InviteUsers, team.scope())?;
    queries::member(cx, ask.team, ask.person)?;
    let new = meant(cx, ask)?;
    let (right, _) = accounts::person_for(cx, &new)?;
    if right.id == ask.person {
        return Err(Refused::SameAddress.into());
    }
    for person in BTreeSet::from([right.id, ask.person]) {
        accounts::held_person(cx, person)?;
    }
    queries::lock_team(cx, ask.team)?;
    if accounts::person(cx, ask.person)?.has_password {
        return Err(Refused::AlreadyActive.into());
    }
    let right = accounts::person(cx, right.id)?;
    hand_on(cx, &team, ask.person, &right)?;
    invite::send(cx, &team, &right)?;
    Ok(Invited { person: right.id, email: right.email, is_new: !right.has_password })
}

fn meant(cx: &mut Command, ask: &Correction) -> Result<NewPerson> {
    let former = accounts::person(cx, ask.person)?;
    let name = |given: &Option<Name>, field, before: &str| match given {
        Some(name) => Ok(name.clone()),
        None => Name::parse(field, before).map_err(|error: FieldError| Error::fields(vec![error])),
    };
    Ok(NewPerson {
        email: ask.email.clone(),
        first_name: name(&ask.first_name, "first_name", &former.first_name)?,
        last_name: name(&ask.last_name, "last_name", &former.last_name)?,
        lang: former.lang,
        time_zone: former.time_zone,
    })
}

fn hand_on(cx: &mut Command, team: &Team, from: PersonId, to: &Person) -> Result<()> {
    let wrong = queries::member(cx, team.id, from)?;
    remove::take_out(cx, team, &wrong)?;
    queries::delete_invitation(cx, team.id, from)?;
    let (organization, person, email) = (team.organization, to.id, to.email.clone());
    if !queries::insert_member(cx, team.id, person, wrong.role)? {
        return Err(Refused::AlreadyMember { email }.into());
    }
    team::record_member(cx, team, person, wrong.role)?;
    cx.record(InvitationCorrected { team: team.id, organization, person, email, before: wrong.email });
    Ok(())
}
