//! Dissolve a group. Its people stay in the team, and keep what leads to them by another way.

use crate::{
    events::GroupDeleted,
    groups::Group,
    queries,
    settle::{Settled, settle_pool},
};
use kernel::{GroupId, Permission, Result};
use store::Command;

pub fn delete_group(cx: &mut Command, id: GroupId) -> Result<(Group, Settled)> {
    let group = queries::locked_group(cx, id)?;
    cx.require(Permission::AssignSeats, group.scope())?;
    let pools = queries::locked_pools_of_group(cx, id)?;
    queries::delete_group(cx, id)?;
    cx.record(GroupDeleted {
        group: id,
        name: group.name.clone(),
        team: group.team,
        organization: group.organization,
    });
    let mut settled = Settled::default();
    for pool in pools {
        settled = settled.and(settle_pool(cx, pool)?);
    }
    Ok((group, settled))
}
