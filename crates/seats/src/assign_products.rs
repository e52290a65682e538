//! Give several products to one person: all of them, or none (mission S14).

use crate::{
    assign_people::{candidates, give},
    assignment::Assignment,
    mail,
    pool::Pool,
    queries,
    refusal::SeatRefusal,
};
use kernel::{Error, Permission, PersonId, PoolId, Result, TeamId};
use std::collections::BTreeSet;
use store::Command;

/// Touches several pools: their rows are locked in the order of their ids.
pub fn assign_products(
    cx: &mut Command,
    team: TeamId,
    person: PersonId,
    pools: &[PoolId],
) -> Result<Vec<Assignment>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::AssignSeats, scope)?;
    let chosen: BTreeSet<PoolId> = pools.iter().copied().collect();
    if chosen.is_empty() {
        return Err(SeatRefusal::NothingChosen.into());
    }

    let mut ready = Vec::with_capacity(chosen.len());
    for id in chosen {
        let pool = queries::locked_pool(cx, id)?;
        if pool.team != team {
            return Err(Error::not_found());
        }
        let to = candidates(cx, &pool, &[person])?;
        pool.assign(&to)?;
        ready.push((pool, to));
    }

    let mut given = Vec::with_capacity(ready.len());
    for (pool, to) in &ready {
        given.extend(give(cx, pool, to)?);
    }
    let products: Vec<&Pool> = ready.iter().map(|(pool, _)| pool).collect();
    mail::products_given(cx, &ready[0].1[0], &products)?;
    Ok(given)
}
