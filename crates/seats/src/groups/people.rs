//! People come into a group and leave it.

use crate::{
    groups::Group,
    queries,
    refusal::SeatRefusal,
    settle::{Settled, settle_people},
};
use kernel::{Error, FieldError, GroupId, Permission, PersonId, Result};
use std::collections::BTreeSet;
use store::Command;

/// In one act; a longer list is an import.
pub const MOST_AT_ONCE: usize = 1000;

/// How many of them are new, and what became of their seats. Who is in the group already stays in it.
pub fn add_to_group(cx: &mut Command, id: GroupId, people: &[PersonId]) -> Result<(usize, Settled)> {
    let group = queries::locked_group(cx, id)?;
    cx.require(Permission::AssignSeats, group.scope())?;
    let mut added = vec![];
    for person in chosen(people)? {
        let email = queries::email_in_team(cx, group.team, person)?.ok_or(SeatRefusal::NotAMember)?;
        if queries::insert_group_member(cx, &group, person)? {
            cx.record(group.joined(person, &email));
            added.push(person);
        }
    }
    let settled = settle_all(cx, &group, &added)?;
    Ok((added.len(), settled))
}

/// How many of them were in the group, and what became of their seats.
pub fn remove_from_group(cx: &mut Command, id: GroupId, people: &[PersonId]) -> Result<(usize, Settled)> {
    let group = queries::locked_group(cx, id)?;
    cx.require(Permission::AssignSeats, group.scope())?;
    let mut gone = vec![];
    for person in chosen(people)? {
        if queries::delete_group_member(cx, id, person)? {
            let email = queries::email_in_team(cx, group.team, person)?.unwrap_or_default();
            cx.record(group.left(person, &email));
            gone.push(person);
        }
    }
    let settled = settle_all(cx, &group, &gone)?;
    Ok((gone.len(), settled))
}

fn chosen(people: &[PersonId]) -> Result<BTreeSet<PersonId>> {
    if people.is_empty() {
        return Err(SeatRefusal::NobodyChosen.into());
    }
    if people.len() > MOST_AT_ONCE {
        return Err(Error::fields(vec![FieldError::new("people", "too-many").bound(MOST_AT_ONCE as i64)]));
    }
    Ok(people.iter().copied().collect())
}

fn settle_all(cx: &mut Command, group: &Group, people: &[PersonId]) -> Result<Settled> {
    if people.is_empty() {
        cx.quiet();
        return Ok(Settled::default());
    }
    let mut settled = Settled::default();
    for pool in queries::locked_pools_of_group(cx, group.id)? {
        settled = settled.and(settle_people(cx, pool, people)?);
    }
    Ok(settled)
}
