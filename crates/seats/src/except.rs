//! Exceptions: this person does not get the product that a group or the team brings.

use crate::{
    events::{ExceptionLifted, ExceptionMade},
    pool::Pool,
    queries,
    settle::{Settled, settle_people},
};
use kernel::{Permission, PersonId, PoolId, Result};
use store::Command;

/// Takes the seat, whichever way it came. Touches one pool: submit it with `command_on(pool, ..)`.
pub fn except(cx: &mut Command, id: PoolId, person: PersonId) -> Result<Settled> {
    let pool = queries::locked_pool(cx, id)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    let to = queries::candidate(cx, &pool, person)?.ok_or_else(kernel::Error::not_found)?;
    queries::let_go(cx, id, person)?;
    if queries::except(cx, id, person)? {
        let Pool { product_name, team, organization, .. } = pool;
        cx.record(ExceptionMade { person, email: to.email, pool: id, product_name, team, organization });
    } else {
        cx.quiet();
    }
    settle_people(cx, id, &[person])
}

/// The person gets again what comes along.
pub fn lift_exception(cx: &mut Command, id: PoolId, person: PersonId) -> Result<Settled> {
    let pool = queries::locked_pool(cx, id)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    let to = queries::candidate(cx, &pool, person)?.ok_or_else(kernel::Error::not_found)?;
    if !queries::lift_exception(cx, id, person)? {
        return Err(kernel::Error::not_found());
    }
    let Pool { product_name, team, organization, .. } = pool;
    cx.record(ExceptionLifted { person, email: to.email, pool: id, product_name, team, organization });
    settle_people(cx, id, &[person])
}
