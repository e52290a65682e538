//! Does what was planned, in statements of five hundred people each. The caller has checked the right to, and holds the
//! groups and pools of both teams ([`hold_seats`]).

use crate::{
    capacity,
    events::{CapacityChanged, GroupCreated, SeatsMoved},
    groups::{Group, MOST},
    moving::plan::{Fate, Going, PoolPlan},
    pool::Pool,
    queries,
    refusal::SeatRefusal,
    settle::{Settled, settle_pool},
    suspend,
};
use kernel::{Error, GroupId, OfferingId, PersonId, PoolId, Result, TeamId};
use store::{Command, Read};

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
            cx.record(CapacityChanged {
                pool: pool.id,
                product: pool.product,
                product_name: pool.product_name.clone(),
                team: pool.team,
                organization: pool.organization,
                before: pool.capacity,
                after,
            });
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

/// The groups that have to take another name in the other team: it has one by the name that brings something else.
pub fn groups_named_apart(cx: &mut Read, from: TeamId, to: TeamId) -> Result<Vec<(String, String)>> {
    let mut apart = vec![];
    for group in queries::groups_of(cx, from, MOST)? {
        if let Joins::Apart(name) = joins(cx, &group, to)? {
            apart.push((group.name, name));
        }
    }
    Ok(apart)
}

/// How a group comes into a team.
enum Joins {
    As,
    Into(GroupId),
    Apart(String),
}

fn joins(cx: &mut Read, group: &Group, to: TeamId) -> Result<Joins> {
    let Some(other) = queries::group_named(cx, to, &group.name)? else { return Ok(Joins::As) };
    if queries::offerings_of_group(cx, group.id)? == queries::offerings_of_group(cx, other)? {
        return Ok(Joins::Into(other));
    }
    for number in 1..1000 {
        let name = match number {
            1 => format!("{} ({})", group.name, group.team_name),
            _ => format!("{} ({} {number})", group.name, group.team_name),
        };
        if queries::group_named(cx, to, &name)?.is_none() {
            return Ok(Joins::Apart(name));
        }
    }
    Err(SeatRefusal::GroupNameTaken.into())
}

/// All that leads to seats in a team leads to those of another one: groups, exceptions, and what everybody had, which a
/// group by the name of `everybody` brings from now on. Before the seats themselves are moved. The answer says by which
/// names pools and groups go now.
pub fn groups_follow(
    cx: &mut Command,
    (from, to): (TeamId, TeamId),
    pools: &[(PoolId, PoolId)],
    everybody: &str,
) -> Result<Vec<(String, String)>> {
    let mut names: Vec<_> = pools.iter().map(|(pool, into)| (pool.to_string(), into.to_string())).collect();
    for (pool, into) in pools {
        queries::exceptions_follow(cx, *pool, *into)?;
        queries::releases_follow(cx, *pool, *into)?;
    }
    group_for_defaults(cx, (from, to), everybody)?;
    for group in queries::groups_of(cx, from, MOST + 1)? {
        match joins(cx, &group, to)? {
            Joins::Into(other) => {
                queries::people_join(cx, group.id, other, to)?;
                queries::delete_group(cx, group.id)?;
                names.push((group.id.to_string(), other.to_string()));
            }
            Joins::As => queries::group_follows(cx, group.id, to, &group.name)?,
            Joins::Apart(name) => queries::group_follows(cx, group.id, to, &name)?,
        }
    }
    for (pool, into) in pools {
        queries::group_products_follow(cx, *pool, *into)?;
    }
    if queries::count_groups(cx, to)? > MOST {
        return Err(SeatRefusal::TooManyGroups { most: MOST }.into());
    }
    Ok(names)
}

fn group_for_defaults(cx: &mut Command, (from, to): (TeamId, TeamId), name: &str) -> Result<()> {
    let mut alone = vec![];
    for pool in queries::default_pools(cx, from)? {
        let offering = queries::pool(cx, pool)?.offering;
        let there = queries::pool_of(cx, to, offering)?;
        if there.is_none_or(|there| there.default_since.is_none()) {
            alone.push(pool);
        }
        queries::set_default(cx, pool, false)?;
    }
    if alone.is_empty() {
        return Ok(());
    }
    let id = cx.id();
    if !queries::insert_group(cx, id, from, name)? {
        return Err(SeatRefusal::GroupNameTaken.into());
    }
    queries::everybody_joins(cx, id, from)?;
    for pool in alone {
        queries::insert_group_product(cx, id, pool)?;
    }
    let group = queries::group(cx, id)?;
    cx.record(GroupCreated { group: id, name: group.name, team: to, organization: group.organization });
    Ok(())
}
