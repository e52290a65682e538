//! An invitation went to a wrong address: the seats and groups that waited there go over with it.

use crate::{
    assign_people, assignment::Assignment, belongings::Belongings, events::SeatReleased, mail, pool::Pool,
    queries,
};
use kernel::{AssignmentId, Error, PersonId, Result, TeamId};
use organizations::{Correction, Invited};
use store::Command;

/// Nobody else gets or loses a seat by it. The locks are taken in the order of [`leave_team`](crate::leave_team).
pub fn correct_invitation(cx: &mut Command, ask: &Correction) -> Result<Invited> {
    let invited = organizations::correct_invitation(cx, ask)?;
    queries::lock_groups_of(cx, ask.team)?;
    queries::lock_pools_of(cx, ask.team)?;
    let had = Belongings::of(cx, ask.team, ask.person)?;

    change_groups(cx, ask.team, ask.person, &invited)?;
    for pool in &had.exceptions {
        queries::except(cx, *pool, invited.person)?;
    }
    queries::forget_ways(cx, ask.team, ask.person)?;
    let mut given = vec![];
    for (pool, seat) in had.seats {
        let pool = queries::pool(cx, pool)?;
        if hand_on(cx, &pool, (seat, ask.person), invited.person)? {
            given.push(pool);
        }
    }
    if let Some(first) = given.first()
        && let Some(to) = queries::candidate(cx, first, invited.person)?
    {
        mail::products_given(cx, &to, &given.iter().collect::<Vec<_>>())?;
    }
    Ok(invited)
}

fn change_groups(cx: &mut Command, team: TeamId, from: PersonId, to: &Invited) -> Result<()> {
    let email = accounts::person(cx, from)?.email;
    for group in queries::groups_with(cx, team, from)? {
        queries::insert_group_member(cx, &group, to.person)?;
        cx.record(group.left(from, &email));
        cx.record(group.joined(to.person, &to.email));
    }
    Ok(())
}

/// The seat, or the place in the line, changes its owner: the pool counts the same as before. Whether it is a seat.
fn hand_on(
    cx: &mut Command,
    pool: &Pool,
    (seat, from): (AssignmentId, PersonId),
    to: PersonId,
) -> Result<bool> {
    let (_, holder) = queries::holder(cx, pool, from)?.ok_or_else(Error::not_found)?;
    queries::release(cx, seat, seat)?;
    cx.record(SeatReleased::of(pool, seat, from, &holder.email));
    let was = queries::released_in(cx, pool.id, seat)?.pop().ok_or_else(Error::not_found)?;
    let to = queries::candidate(cx, pool, to)?.ok_or_else(Error::not_found)?;
    let (id, is_seat) = (cx.id(), was.suspended_at.is_none());
    assign_people::insert(cx, pool, &to, &Assignment { id, person: to.person, ..was })?;
    Ok(is_seat)
}
