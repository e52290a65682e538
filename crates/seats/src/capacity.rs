//! How many seats a pool has: raised and lowered by contracts, in the transaction of the order.
//!
//! Nothing is required of the actor here: who places an order has no role in the team. The caller has asked.

use crate::{events::CapacityChanged, keeping::Line, pool::Pool, queries, suspend};
use kernel::{Error, OfferingId, PoolId, Result, TeamId};
use store::Command;

/// Sets the capacity; makes the pool when there is none. A caller with several pools goes through them in one order
/// (by offering), so that two orders do not wait for each other.
pub fn set_capacity(cx: &mut Command, team: TeamId, offering: OfferingId, capacity: i64) -> Result<PoolId> {
    let (pool, made) = found_or_made(cx, team, offering)?;
    resize(cx, &pool, made, capacity)
}

/// Raises the capacity, or lowers it down to nothing.
pub fn add_capacity(cx: &mut Command, team: TeamId, offering: OfferingId, delta: i64) -> Result<PoolId> {
    let (pool, made) = found_or_made(cx, team, offering)?;
    let capacity = pool.capacity.checked_add(delta).ok_or_else(|| Error::fault("a pool beyond counting"))?;
    resize(cx, &pool, made, capacity.max(0))
}

/// The pool is there afterwards, and holds nothing yet if it was not.
pub(crate) fn make_sure(cx: &mut Command, team: TeamId, offering: OfferingId) -> Result<()> {
    if queries::pool_of(cx, team, offering)?.is_none() {
        let id = cx.id();
        queries::insert_pool(cx, id, team, offering)?;
    }
    Ok(())
}

fn found_or_made(cx: &mut Command, team: TeamId, offering: OfferingId) -> Result<(Pool, bool)> {
    if let Some(pool) = queries::locked_pool_of(cx, team, offering)? {
        return Ok((pool, false));
    }
    let id = cx.id();
    let made = queries::insert_pool(cx, id, team, offering)?;
    let pool = queries::locked_pool_of(cx, team, offering)?.ok_or_else(Error::not_found)?;
    Ok((pool, made))
}

fn resize(cx: &mut Command, pool: &Pool, made: bool, capacity: i64) -> Result<PoolId> {
    if capacity < 0 {
        return Err(Error::fault("a pool cannot have less than no seats"));
    }
    if capacity == pool.capacity && !made {
        return Ok(pool.id);
    }
    let change = pool.resize(capacity);
    let seated = queries::last_seated(cx, pool.id, change.suspend)?;
    let waiting = queries::first_waiting(cx, pool.id, change.resume)?;
    let turned = Line::of(seated, waiting).turn(change);
    suspend::suspend(cx, pool, &turned.lose)?;
    queries::set_capacity(cx, pool.id, capacity)?;
    suspend::resume_these(cx, pool, &turned.regain, None)?;

    cx.record(CapacityChanged::of(pool, capacity));
    Ok(pool.id)
}
