//! Who loses the seat when there are too few, and who gets one when there are some again.

use crate::{
    events::{SeatResumed, SeatSuspended},
    mail,
    pool::Pool,
    queries::{self, Affected},
};
use kernel::{AssignmentId, Result};
use store::Command;

/// Suspends these people: they keep the assignment.
pub(crate) fn suspend(cx: &mut Command, pool: &Pool, people: &[Affected]) -> Result<()> {
    for one in people {
        queries::suspend(cx, one.assignment)?;
        cx.record(SeatSuspended::of(pool, one.assignment, one.person, &one.email));
    }
    queries::free_seats(cx, pool.id, people.len() as i64)
}

/// Gives up to so many free seats to those who have waited longest. `release` is the act that freed them, if it was one.
pub(crate) fn resume(cx: &mut Command, pool: &Pool, free: i64, release: Option<AssignmentId>) -> Result<()> {
    if free <= 0 {
        return Ok(());
    }
    let waiting = queries::longest_suspended(cx, pool.id, free)?;
    for one in &waiting {
        queries::resume(cx, one.assignment, release)?;
        cx.record(SeatResumed::of(pool, one.assignment, one.person, &one.email));
        if one.is_first
            && let Some((_, holder)) = queries::holder(cx, pool, one.person)?
        {
            mail::products_given(cx, &holder, &[pool])?;
        }
    }
    match waiting.len() {
        0 => Ok(()),
        count => queries::take_seats(cx, pool.id, count as i64).map(|_| ()),
    }
}
