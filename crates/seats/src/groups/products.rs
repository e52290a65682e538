//! A group brings a product to its people, or brings it no longer.

use crate::{
    events::{GroupBringsProduct, GroupWithdrewProduct},
    groups::Group,
    pool::Pool,
    queries,
    settle::{Settled, settle_pool},
};
use kernel::{Error, GroupId, Permission, PoolId, Result};
use store::Command;

pub fn bring_product(cx: &mut Command, id: GroupId, pool: PoolId) -> Result<Settled> {
    let (group, pool) = locked(cx, id, pool)?;
    if !queries::insert_group_product(cx, id, pool.id)? {
        cx.quiet();
        return Ok(Settled::default());
    }
    cx.record(GroupBringsProduct {
        group: id,
        name: group.name,
        pool: pool.id,
        product_name: pool.product_name,
        team: group.team,
        organization: group.organization,
    });
    settle_pool(cx, pool.id)
}

pub fn withdraw_product(cx: &mut Command, id: GroupId, pool: PoolId) -> Result<Settled> {
    let (group, pool) = locked(cx, id, pool)?;
    if !queries::delete_group_product(cx, id, pool.id)? {
        return Err(Error::not_found());
    }
    cx.record(GroupWithdrewProduct {
        group: id,
        name: group.name,
        pool: pool.id,
        product_name: pool.product_name,
        team: group.team,
        organization: group.organization,
    });
    settle_pool(cx, pool.id)
}

fn locked(cx: &mut Command, id: GroupId, pool: PoolId) -> Result<(Group, Pool)> {
    let group = queries::locked_group(cx, id)?;
    cx.require(Permission::AssignSeats, group.scope())?;
    let pool = queries::locked_pool(cx, pool)?;
    if pool.team != group.team {
        return Err(Error::not_found());
    }
    Ok((group, pool))
}
