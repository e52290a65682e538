//! Who loses the seat when there are too few, and who gets one when there are some again.

use crate::{
    assignment::Holder,
    events::{SeatResumed, SeatSuspended},
    keeping::Line,
    mail,
    pool::{Pool, Resized},
    queries,
};
use kernel::{AssignmentId, Result};
use store::Command;

/// Suspends these people: they keep the assignment.
pub(crate) fn suspend(cx: &mut Command, pool: &Pool, people: &[Holder]) -> Result<()> {
    for one in people {
        queries::suspend(cx, one.assignment)?;
        cx.record(SeatSuspended::of(pool, one.assignment, one.person, &one.email));
    }
    queries::free_seats(cx, pool.id, people.len() as i64)
}

/// Gives up to so many free seats to those who stand first in the line. `release` is the act that freed them, if it was
/// one.
pub(crate) fn resume(cx: &mut Command, pool: &Pool, free: i64, release: Option<AssignmentId>) -> Result<()> {
    if free <= 0 {
        return Ok(());
    }
    let waiting = queries::first_waiting(cx, pool.id, free)?;
    let first = Line::of(vec![], waiting).turn(Resized { suspend: 0, resume: free });
    resume_these(cx, pool, &first.regain, release)
}

/// The same for those that were found. The seats are there.
pub(crate) fn resume_these(
    cx: &mut Command,
    pool: &Pool,
    people: &[Holder],
    release: Option<AssignmentId>,
) -> Result<()> {
    for one in people {
        queries::resume(cx, one.assignment, release)?;
        cx.record(SeatResumed::of(pool, one.assignment, one.person, &one.email));
        if !one.had_seat
            && let Some((_, holder)) = queries::holder(cx, pool, one.person)?
        {
            mail::products_given(cx, &holder, &[pool])?;
        }
    }
    match people.len() {
        0 => Ok(()),
        count => queries::take_seats(cx, pool.id, count as i64).map(|_| ()),
    }
}
