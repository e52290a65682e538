//! One row is carried out: all of it, or nothing.

use crate::{
    assign_people::give,
    groups::{add_to_group, remove_from_group},
    imports::{Doing, Import, ImportRow, Progress, RowState, Step},
    leave_team, mail,
    pool::Pool,
    queries,
    refusal::SeatRefusal,
    release_seat,
};
use kernel::{Email, Error, ImportId, Name, Permission, PersonId, PoolId, Result, Role, TeamId};
use organizations::Invite;
use store::Command;

pub(crate) fn carry_out_row(cx: &mut Command, id: ImportId, position: i64) -> Result<()> {
    let import = queries::import(cx, id)?;
    let mut row = queries::locked_row(cx, id, position)?;
    if import.progress != Progress::Running || row.state != RowState::Planned {
        cx.quiet();
        return Ok(());
    }
    let mut acting = Acting { cx, import: &import, person: None, given: vec![] };
    acting.person = acting.member(&row)?;
    let mut steps = vec![];
    for doing in row.doings.clone() {
        steps.extend(acting.one(&row, doing)?);
    }
    let Acting { person, given, .. } = acting;
    tell(cx, person, &given)?;

    row.person = person.or(row.person);
    row.state = if steps.is_empty() { RowState::Nothing } else { RowState::Done };
    if steps.is_empty() {
        cx.quiet();
    }
    row.steps = steps;
    queries::note_outcome(cx, id, &row)
}

/// One mail for all that was given.
fn tell(cx: &mut Command, person: Option<PersonId>, given: &[Pool]) -> Result<()> {
    let (Some(person), [first, ..]) = (person, given) else { return Ok(()) };
    match queries::candidate(cx, first, person)? {
        Some(to) => mail::products_given(cx, &to, &given.iter().collect::<Vec<_>>()),
        None => Ok(()),
    }
}

struct Acting<'a> {
    cx: &'a mut Command,
    import: &'a Import,
    person: Option<PersonId>,
    given: Vec<Pool>,
}

impl Acting<'_> {
    fn member(&mut self, row: &ImportRow) -> Result<Option<PersonId>> {
        let email = address(row)?;
        queries::member_named(self.cx, self.import.team, &email)
    }

    /// What was done; nothing when it is so by now.
    fn one(&mut self, row: &ImportRow, doing: Doing) -> Result<Option<Step>> {
        if doing == Doing::Invite {
            return self.invite(row);
        }
        let person = self.person.ok_or(SeatRefusal::NotAMember)?;
        let (cx, team) = (&mut *self.cx, self.import.team);
        match doing {
            Doing::Invite => Ok(None),
            Doing::Role(after) => change_role(cx, team, person, after),
            Doing::Join(group) => {
                let (new, _) = add_to_group(cx, group, &[person])?;
                Ok((new > 0).then_some(Step::Joined(group)))
            }
            Doing::Part(group) => {
                let (gone, _) = remove_from_group(cx, group, &[person])?;
                Ok((gone > 0).then_some(Step::Parted(group)))
            }
            Doing::Give(pool) => self.give(pool, person),
            Doing::TakeBack(pool) => match release_seat(cx, pool, person) {
                Ok(released) => Ok(Some(Step::TakenBack { pool, release: released.release })),
                Err(error) if error.code() == "not-assigned" => Ok(None),
                Err(error) => Err(error),
            },
            Doing::Remove => leave_team(cx, team, person).map(|_| Some(Step::Removed)),
        }
    }

    fn invite(&mut self, row: &ImportRow) -> Result<Option<Step>> {
        if self.person.is_some() {
            return Ok(None);
        }
        let name = |field, text: &str| Name::parse(field, text).map_err(|error| Error::fields(vec![error]));
        let ask = Invite {
            team: self.import.team,
            email: address(row)?,
            first_name: name("first-name", &row.first_name)?,
            last_name: name("last-name", &row.last_name)?,
            lang: self.import.aim.lang,
            time_zone: time_zone(self.cx)?,
        };
        self.person = Some(organizations::invite(self.cx, &ask)?.person);
        Ok(Some(Step::Invited))
    }

    fn give(&mut self, pool: PoolId, person: PersonId) -> Result<Option<Step>> {
        let locked = queries::locked_pool(self.cx, pool)?;
        self.cx.require(Permission::AssignSeats, locked.scope())?;
        let to = queries::candidate(self.cx, &locked, person)?.ok_or(SeatRefusal::NotAMember)?;
        if to.seat.is_some() {
            return Ok(None);
        }
        give(self.cx, &locked, &[to])?;
        self.given.push(locked);
        Ok(Some(Step::Given(pool)))
    }
}

fn change_role(cx: &mut Command, team: TeamId, person: PersonId, after: Role) -> Result<Option<Step>> {
    let before = organizations::member(cx, team, person)?.role;
    if before == after {
        return Ok(None);
    }
    organizations::change_role(cx, team, person, after)?;
    Ok(Some(Step::Role { before, after }))
}

fn address(row: &ImportRow) -> Result<Email> {
    Email::parse("email", &row.email).map_err(|error| Error::fields(vec![error]))
}

/// Of whoever invites: people of a team are mostly in one place.
fn time_zone(cx: &mut Command) -> Result<String> {
    match cx.actor().person_id() {
        Some(person) => Ok(accounts::person(cx, person)?.time_zone),
        None => Ok(cx.house().time_zone.clone()),
    }
}
