//! Make a group. It is empty and brings nothing yet.

use crate::{
    events::GroupCreated,
    groups::{Group, MOST},
    queries,
    refusal::SeatRefusal,
};
use kernel::{Name, Permission, Result, TeamId};
use store::Command;

pub fn create_group(cx: &mut Command, team: TeamId, name: &Name) -> Result<Group> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::AssignSeats, scope)?;
    if queries::count_groups(cx, team)? >= MOST {
        return Err(SeatRefusal::TooManyGroups { most: MOST }.into());
    }
    let id = cx.id();
    if !queries::insert_group(cx, id, team, name.as_str())? {
        return Err(SeatRefusal::GroupNameTaken.into());
    }
    let group = queries::group(cx, id)?;
    cx.record(GroupCreated { group: id, name: group.name.clone(), team, organization: group.organization });
    Ok(group)
}
