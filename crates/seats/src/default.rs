//! A product that everybody in the team gets, those who come later too.

use crate::{
    events::{DefaultEnded, DefaultSet},
    pool::Pool,
    queries,
    settle::{Settled, settle_people, settle_pool},
};
use kernel::{Permission, PersonId, PoolId, Result};
use organizations::MemberAdded;
use store::{Command, Done, Work};

/// Touches one pool: submit it with `command_on(pool, ..)`.
pub fn set_default(cx: &mut Command, id: PoolId, is_default: bool) -> Result<Settled> {
    let pool = queries::locked_pool(cx, id)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    if pool.default_since.is_some() == is_default {
        cx.quiet();
        return Ok(Settled::default());
    }
    queries::set_default(cx, id, is_default)?;
    let Pool { product_name, team, organization, .. } = pool;
    match is_default {
        true => cx.record(DefaultSet { pool: id, product_name, team, organization }),
        false => cx.record(DefaultEnded { pool: id, product_name, team, organization }),
    }
    settle_pool(cx, id)
}

/// Who comes into a team gets what everybody there has.
pub(crate) async fn hear(work: Work, added: MemberAdded) -> Result<Done> {
    let give = move |cx: &mut Command| give_defaults(cx, &added);
    work.db.command(&work.actor("seats.give-defaults"), give).await?;
    Ok(Done::Finished)
}

fn give_defaults(cx: &mut Command, added: &MemberAdded) -> Result<()> {
    cx.quiet();
    let person: [PersonId; 1] = [added.person];
    for pool in queries::default_pools(cx, added.team)? {
        queries::locked_pool(cx, pool)?;
        settle_people(cx, pool, &person)?;
    }
    Ok(())
}
