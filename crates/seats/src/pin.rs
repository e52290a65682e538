//! Pin a seat: when seats go, the person keeps it before all who are not pinned (mission B11).

use crate::{
    events::{SeatPinned, SeatUnpinned},
    pool::Pool,
    queries,
    refusal::SeatRefusal,
};
use kernel::{AssignmentId, Permission, PersonId, PoolId, Result, Timestamp};
use store::Command;

/// Behind those who are pinned already; `since` puts a pin that was taken out back where it was. Nobody loses a seat by
/// it now, and who waits goes on waiting, at the front. Touches one pool: submit it with `command_on(pool, ..)`.
pub fn pin_seat(cx: &mut Command, pool: PoolId, person: PersonId, since: Option<Timestamp>) -> Result<()> {
    let (pool, assignment, email) = held(cx, pool, person)?;
    let now = cx.now();
    match queries::pin(cx, assignment, since.unwrap_or(now).min(now))? {
        true => cx.record(SeatPinned::of(&pool, assignment, person, &email)),
        false => cx.quiet(),
    }
    Ok(())
}

/// Since when it was pinned, if it was. Touches one pool: submit it with `command_on(pool, ..)`.
pub fn unpin_seat(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<Option<Timestamp>> {
    let (pool, assignment, email) = held(cx, pool, person)?;
    let since = queries::unpin(cx, assignment)?;
    match since {
        Some(_) => cx.record(SeatUnpinned::of(&pool, assignment, person, &email)),
        None => cx.quiet(),
    }
    Ok(since)
}

fn held(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<(Pool, AssignmentId, String)> {
    let pool = queries::locked_pool(cx, pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    let (assignment, holder) = queries::holder(cx, &pool, person)?.ok_or(SeatRefusal::NotAssigned)?;
    Ok((pool, assignment, holder.email))
}
