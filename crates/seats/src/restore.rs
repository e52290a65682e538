//! Undo a release: the same people get the same seats back, all of them or nobody.

use crate::{
    assign_people::insert, assignment::Assignment, queries, refusal::SeatRefusal, settle::settle_people,
    suspend,
};
use kernel::{AssignmentId, Error, Permission, PersonId, PoolId, Result};
use store::Command;

/// How many seats were restored. Touches one pool: submit it with `command_on(pool, ..)`.
pub fn restore_seats(cx: &mut Command, pool: PoolId, release: AssignmentId) -> Result<usize> {
    let pool = queries::locked_pool(cx, pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    let released = queries::released_in(cx, pool.id, release)?;
    if released.is_empty() {
        return Err(Error::not_found());
    }

    let member = |released: Assignment| {
        let to = queries::candidate(cx, &pool, released.person)?.ok_or(SeatRefusal::NotAMember)?;
        if to.seat.is_some() {
            let (product, person) = (pool.product_name.clone(), to.name());
            return Err(Error::from(SeatRefusal::AlreadyAssigned { product, person }));
        }
        Ok((to, released))
    };
    let back = released.into_iter().map(member).collect::<Result<Vec<_>>>()?;

    // Those who got the seats by this very release step back again.
    let wanted = back.iter().filter(|(_, assignment)| assignment.suspended_at.is_none()).count() as i64;
    let resumed = queries::resumed_in(cx, pool.id, release)?;
    let missing = wanted - pool.free();
    if missing > resumed.len() as i64 {
        let free = pool.free() + resumed.len() as i64;
        return Err(SeatRefusal::NoFreeSeat { product: pool.product_name, wanted, free }.into());
    }
    if missing > 0 {
        suspend::suspend(cx, &pool, &resumed[..missing as usize])?;
    }
    if !queries::take_seats(cx, pool.id, wanted)? {
        return Err(SeatRefusal::NoFreeSeat { product: pool.product_name, wanted, free: 0 }.into());
    }
    queries::forget_release(cx, release)?;
    for (to, assignment) in &back {
        // What came along was taken back by an exception, if not by what has changed since.
        if !assignment.direct {
            queries::lift_exception(cx, pool.id, to.person)?;
        }
        insert(cx, &pool, to, assignment)?;
    }
    suspend::resume(cx, &pool, pool.free() - wanted, None)?;
    let along: Vec<PersonId> =
        back.iter().filter(|(_, seat)| !seat.direct).map(|(to, _)| to.person).collect();
    settle_people(cx, pool.id, &along)?;
    Ok(back.len())
}
