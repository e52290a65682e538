//! Give a seat to a person.

use crate::{
    assign_people::{candidates, give},
    assignment::Assignment,
    mail, queries,
    refusal::SeatRefusal,
};
use kernel::{Permission, PersonId, PoolId, Result};
use store::Command;

#[derive(Debug, Clone, Copy)]
pub struct AssignSeat {
    pub pool: PoolId,
    pub person: PersonId,
}

/// Touches one pool: submit it with `command_on(pool, ..)`.
pub fn assign_seat(cx: &mut Command, ask: AssignSeat) -> Result<Assignment> {
    let pool = queries::locked_pool(cx, ask.pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;

    let to = candidates(cx, &pool, &[ask.person])?;
    let mut given = give(cx, &pool, &to)?;

    mail::products_given(cx, &to[0], &[&pool])?;
    given.pop().ok_or_else(|| SeatRefusal::NobodyChosen.into())
}
