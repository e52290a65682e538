//! Give a group another name.

use crate::{events::GroupRenamed, groups::Group, queries, refusal::SeatRefusal};
use kernel::{GroupId, Name, Permission, Result};
use store::Command;

pub fn rename_group(cx: &mut Command, id: GroupId, name: &Name) -> Result<Group> {
    let group = queries::locked_group(cx, id)?;
    cx.require(Permission::AssignSeats, group.scope())?;
    if queries::group_named(cx, group.team, name.as_str())?.is_some_and(|other| other != id) {
        return Err(SeatRefusal::GroupNameTaken.into());
    }
    if group.name == name.as_str() {
        cx.quiet();
        return Ok(group);
    }
    queries::rename_group(cx, id, name.as_str())?;
    cx.record(GroupRenamed {
        group: id,
        name: name.to_string(),
        before: group.name.clone(),
        team: group.team,
        organization: group.organization,
    });
    Ok(Group { name: name.to_string(), ..group })
}
