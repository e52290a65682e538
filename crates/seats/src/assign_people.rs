//! Give one product to several people: all of them, or nobody (mission S15).

use crate::{
    assignment::{Assignment, Candidate},
    events::{SeatAssigned, SeatAwaited},
    mail,
    pool::Pool,
    queries,
    refusal::SeatRefusal,
};
use kernel::{Error, FieldError, Permission, PersonId, PoolId, Result};
use std::collections::HashSet;
use store::Command;

/// In one act; a longer list is an import.
pub(crate) const MOST: usize = 1000;

/// Touches one pool: submit it with `command_on(pool, ..)`.
pub fn assign_people(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<Vec<Assignment>> {
    let pool = queries::locked_pool(cx, pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;

    let to = candidates(cx, &pool, people)?;
    let given = give(cx, &pool, &to)?;

    for candidate in &to {
        mail::products_given(cx, candidate, &[&pool])?;
    }
    Ok(given)
}

/// The people as members of the pool's team, each once.
pub(crate) fn candidates(cx: &mut Command, pool: &Pool, people: &[PersonId]) -> Result<Vec<Candidate>> {
    let mut seen = HashSet::new();
    let people: Vec<PersonId> = people.iter().copied().filter(|person| seen.insert(*person)).collect();
    if people.is_empty() {
        return Err(SeatRefusal::NobodyChosen.into());
    }
    if people.len() > MOST {
        return Err(Error::fields(vec![FieldError::new("people", "too-many").bound(MOST as i64)]));
    }
    let member = |person| queries::candidate(cx, pool, person)?.ok_or_else(|| SeatRefusal::NotAMember.into());
    people.into_iter().map(member).collect()
}

/// The one way in which seats are given. The caller holds the row lock of the pool, so what the rule has seen still
/// stands; the statements hold by themselves all the same.
pub(crate) fn give(cx: &mut Command, pool: &Pool, to: &[Candidate]) -> Result<Vec<Assignment>> {
    pool.assign(to)?;

    if !queries::take_seats(cx, pool.id, to.len() as i64)? {
        let (product, wanted) = (pool.product_name.clone(), to.len() as i64);
        return Err(SeatRefusal::NoFreeSeat { product, wanted, free: 0 }.into());
    }
    let (now, by) = (cx.now(), queries::actor_name(cx));
    let mut given = Vec::with_capacity(to.len());
    for candidate in to {
        let assignment = Assignment {
            id: cx.id(),
            pool: pool.id,
            person: candidate.person,
            assigned_at: now,
            assigned_by: by.clone(),
            suspended_at: None,
            direct: true,
            pinned_at: None,
        };
        insert(cx, pool, candidate, &assignment)?;
        given.push(assignment);
    }
    Ok(given)
}

/// What comes along with a group or the default: a seat for those in front, as far as there are some, and a place in the
/// line for the others. How many have a seat.
pub(crate) fn give_what_is_free(cx: &mut Command, pool: &Pool, to: &[Candidate]) -> Result<usize> {
    let free = usize::try_from(pool.free()).unwrap_or_default().min(to.len());
    if free > 0 && !queries::take_seats(cx, pool.id, free as i64)? {
        return Err(Error::fault("a locked pool has fewer seats than it had"));
    }
    let (now, by) = (cx.now(), queries::actor_name(cx));
    for (at, candidate) in to.iter().enumerate() {
        let assignment = Assignment {
            id: cx.id(),
            pool: pool.id,
            person: candidate.person,
            assigned_at: now,
            assigned_by: by.clone(),
            suspended_at: (at >= free).then_some(now),
            direct: false,
            pinned_at: None,
        };
        insert(cx, pool, candidate, &assignment)?;
        if at < free {
            mail::products_given(cx, candidate, &[pool])?;
        }
    }
    Ok(free)
}

/// Writes the row and records it; a person has one seat of a pool at most.
pub(crate) fn insert(cx: &mut Command, pool: &Pool, to: &Candidate, assignment: &Assignment) -> Result<()> {
    if !queries::insert(cx, pool, to, assignment)? {
        let (product, person) = (pool.product_name.clone(), to.name());
        return Err(SeatRefusal::AlreadyAssigned { product, person }.into());
    }
    match assignment.suspended_at {
        None => cx.record(SeatAssigned::of(pool, assignment.id, to.person, &to.email)),
        Some(_) => cx.record(SeatAwaited::of(pool, assignment.id, to.person, &to.email)),
    }
    Ok(())
}
