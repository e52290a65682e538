//! A person leaves a team and all seats there: removed by an admin, or by their own wish (mission B22). For 30 days that
//! can be undone.

use crate::{
    assign_people, belongings::Belongings, pool::Pool, queries, release::take_back, settle::settle_people,
    suspend,
};
use kernel::{AssignmentId, PersonId, PoolId, Result, TeamId};
use store::Command;

/// A product of a person who came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedProduct {
    pub pool: PoolId,
    pub product: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// What the person works with now.
    pub products: Vec<ReturnedProduct>,
    /// What the person worked with before, and for which no seat is free. What a group brings is waited for.
    pub missing: Vec<ReturnedProduct>,
}

/// How many seats became free. The one who acts is an admin, or the person.
///
/// The row of the team is locked first, then its groups and pools; and those before the seats are looked for, so that a
/// seat that is given at the same moment is seen, or is refused because the member is gone.
pub fn leave_team(cx: &mut Command, team: TeamId, person: PersonId) -> Result<usize> {
    let member = organizations::remove_member(cx, team, person)?;
    queries::lock_groups_of(cx, team)?;
    queries::lock_pools_of(cx, team)?;
    let had = Belongings::of(cx, team, person)?;
    organizations::keep_with_removal(cx, team, person, &had.to_string())?;

    for group in queries::groups_with(cx, team, person)? {
        cx.record(group.left(person, &member.email));
    }
    queries::forget_ways(cx, team, person)?;
    for (pool, _) in &had.seats {
        let pool = queries::pool(cx, *pool)?;
        if let Some(holder) = queries::holder(cx, &pool, person)? {
            take_back(cx, &pool, holder.0, &[holder])?;
        }
    }
    Ok(had.seats.len())
}

/// Undoes that: the role, the groups, and the products as far as seats are free. Nobody loses a seat by it.
pub fn return_to_team(cx: &mut Command, team: TeamId, person: PersonId) -> Result<Returned> {
    let kept = organizations::return_member(cx, team, person)?;
    let had: Belongings = kept.parse().unwrap_or_default();
    queries::lock_groups_of(cx, team)?;
    queries::lock_pools_of(cx, team)?;
    join_again(cx, team, person, &had)?;

    let pools = queries::team_pools(cx, team)?;
    let mut worked_with = vec![];
    for pool in &pools {
        if had.exceptions.contains(&pool.id) {
            queries::except(cx, pool.id, person)?;
        }
        let seat = had.seats.iter().find(|(of, _)| *of == pool.id);
        if let Some((_, seat)) = seat
            && give_back(cx, pool, *seat, person)?
        {
            worked_with.push(pool.id);
        }
        settle_people(cx, pool.id, &[person])?;
    }
    told(cx, team, person, (&pools, &worked_with))
}

/// The groups that are still there.
fn join_again(cx: &mut Command, team: TeamId, person: PersonId, had: &Belongings) -> Result<()> {
    if had.groups.is_empty() {
        return Ok(());
    }
    let email = queries::email_in_team(cx, team, person)?.unwrap_or_default();
    for group in queries::groups_of(cx, team, crate::groups::MOST)? {
        if !had.groups.contains(&group.id) || !queries::insert_group_member(cx, &group, person)? {
            continue;
        }
        cx.record(group.joined(person, &email));
    }
    Ok(())
}

/// The seat as it was, if one is free and something still speaks for it. Whether the person worked with it before and
/// should now.
fn give_back(cx: &mut Command, pool: &Pool, seat: AssignmentId, person: PersonId) -> Result<bool> {
    let released = queries::released_in(cx, pool.id, seat)?.into_iter().find(|one| one.person == person);
    let standing = queries::standings(cx, pool, &[person])?.pop();
    let Some((released, standing)) = released.zip(standing) else { return Ok(false) };
    if !standing.should_have_if(released.direct) || standing.candidate.seat.is_some() {
        return Ok(false);
    }
    let waited = released.suspended_at.is_some();
    if waited || queries::take_seats(cx, pool.id, 1)? {
        queries::forget_release(cx, seat)?;
        assign_people::insert(cx, pool, &standing.candidate, &released)?;
    }
    if waited {
        suspend::resume(cx, pool, pool.free(), None)?;
    }
    Ok(!waited)
}

fn told(
    cx: &mut Command,
    team: TeamId,
    person: PersonId,
    (pools, worked_with): (&[Pool], &[PoolId]),
) -> Result<Returned> {
    let held = queries::held_in_team(cx, team, &[person])?.remove(&person).unwrap_or_default();
    let works_with =
        |pool: &Pool| held.iter().any(|seat| seat.pool == pool.id && seat.suspended_at.is_none());
    let name = |pool: &Pool| ReturnedProduct { pool: pool.id, product: pool.product_name.clone() };
    let missing = |pool: &&Pool| worked_with.contains(&pool.id) && !works_with(pool);
    Ok(Returned {
        products: pools.iter().filter(|pool| works_with(pool)).map(name).collect(),
        missing: pools.iter().filter(missing).map(name).collect(),
    })
}
