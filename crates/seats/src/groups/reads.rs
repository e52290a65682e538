//! What pages and rooms above ask of groups.

use crate::{
    groups::{Group, GroupMember, MOST},
    people::{Listed, Window},
    pool::Pool,
    queries,
};
use kernel::{GroupId, Permission, PersonId, Result, TeamId};
use std::collections::HashMap;
use store::Read;

pub fn group(cx: &mut Read, id: GroupId) -> Result<Group> {
    let group = queries::group(cx, id)?;
    cx.require(Permission::SeeSeats, group.scope())?;
    Ok(group)
}

/// All groups of a team by name, each with the names of its products.
pub fn groups_of_team(cx: &mut Read, team: TeamId) -> Result<Vec<(Group, Vec<String>)>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::SeeSeats, scope)?;
    let mut groups: Vec<(Group, Vec<String>)> =
        queries::groups_of(cx, team, MOST)?.into_iter().map(|group| (group, vec![])).collect();
    for (id, product) in queries::products_of_groups(cx, team)? {
        if let Some((_, products)) = groups.iter_mut().find(|(group, _)| group.id == id) {
            products.push(product);
        }
    }
    Ok(groups)
}

/// The groups of a person in a team, by name.
pub fn groups_of_person(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Vec<Group>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::SeeSeats, scope)?;
    queries::groups_with(cx, team, person)
}

/// The names of the groups of each of these people in one team, for a page of a list.
pub fn groups_by_person(
    cx: &mut Read,
    team: TeamId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<String>>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::SeeSeats, scope)?;
    let mut groups: HashMap<PersonId, Vec<String>> = HashMap::new();
    for (person, group) in queries::groups_of_people(cx, team, people)? {
        groups.entry(person).or_default().push(group);
    }
    Ok(groups)
}

pub fn group_members(cx: &mut Read, id: GroupId, window: &Window) -> Result<Listed<GroupMember>> {
    let group = group(cx, id)?;
    queries::group_members(cx, &group, window)
}

/// The pools that the group brings, by name of the product.
pub fn group_products(cx: &mut Read, id: GroupId) -> Result<Vec<Pool>> {
    let group = group(cx, id)?;
    queries::pools_of_group(cx, group.id)
}
