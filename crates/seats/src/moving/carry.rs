//! Does what was planned, in statements of five hundred people each. The caller has checked the right to, and holds the
//! groups and pools of both teams ([`hold_seats`]).

use crate::{
    capacity,
    events::{CapacityChanged, SeatsMoved},
    moving::plan::{Fate, Going, PoolPlan},
    pool::Pool,
    queries,
    settle::{Settled, settle_pool},
    suspend,
};
use kernel::{Error, OfferingId, PersonId, PoolId, Result, TeamId};
use store::Command;

/// Holds all groups and pools of both teams, in the order in which everybody does. The other team has a pool of each of
/// these offerings afterwards.
pub fn hold_seats(cx: &mut Command, from: TeamId, to: TeamId, offerings: &[OfferingId]) -> Result<()> {
    for offering in offerings {
        capacity::make_sure(cx, to, *offering)?;
    }
    queries::lock_groups_of_both(cx, from, to)?;
    queries::lock_pools_of_both(cx, from, to)
}

/// The people and the capacity go from one pool to the other. Refused where it does not fit, whatever was shown before.
pub fn carry_out(cx: &mut Command, (from, to): (PoolId, PoolId), plan: &PoolPlan) -> Result<()> {
    let (from, to) = (queries::pool(cx, from)?, queries::pool(cx, to)?);
    if !plan.fits() {
        return Err(Error::fault("a plan that does not fit was carried out"));
    }
    let pair = (from.id, to.id);
    let some = |wanted: fn(&Going) -> bool| -> Vec<PersonId> {
        plan.going.iter().filter(|going| wanted(going)).map(|going| going.person).collect()
    };
    queries::give_up(cx, from.id, &some(|going| going.fate == Fate::Keeps))?;
    queries::give_up(cx, to.id, &some(|going| going.fate == Fate::Replaces))?;
    queries::move_assignments(cx, pair, to.team, &some(|going| going.fate != Fate::Keeps))?;
    queries::make_direct(cx, to.id, &some(|going| going.direct))?;
    queries::except_all(cx, from.id, &some(|going| going.excepted_here))?;

    // Who waits is moved up afterwards, by the one way in which that is done.
    queries::set_level(cx, from.id, plan.here.capacity, plan.here.assigned - plan.rise_here)?;
    queries::set_level(cx, to.id, plan.there.capacity, plan.there.assigned - plan.rise_there)?;
    record(cx, (&from, &to), plan);
    for pool in [from.id, to.id] {
        let pool = queries::pool(cx, pool)?;
        suspend::resume(cx, &pool, pool.free(), None)?;
    }
    Ok(())
}

fn record(cx: &mut Command, (from, to): (&Pool, &Pool), plan: &PoolPlan) {
    for (pool, after) in [(from, plan.here.capacity), (to, plan.there.capacity)] {
        if pool.capacity != after {
            cx.record(CapacityChanged::of(pool, after));
        }
    }
    cx.record(SeatsMoved {
        organization: from.organization,
        pool: from.id,
        into: to.id,
        product_name: from.product_name.clone(),
        team: from.team,
        into_team: to.team,
        seats: plan.there.capacity - to.capacity,
        people: plan.going.len() as i64,
        doubles: plan.doubles,
    });
}

/// Those who are in the team no longer are in none of its groups, and without exceptions there.
pub fn leave_nothing(cx: &mut Command, team: TeamId, people: &[PersonId]) -> Result<()> {
    queries::forget_all_ways(cx, team, people)
}

/// People who came get what everybody in the team has; what more than a few hundred get is given by jobs.
pub fn settle_defaults(cx: &mut Command, team: TeamId) -> Result<Settled> {
    let mut settled = Settled::default();
    for pool in queries::default_pools(cx, team)? {
        settled = settled.and(settle_pool(cx, pool)?);
    }
    Ok(settled)
}
