//! Groups, who is in them and which products they bring.

use super::page::{List, page};
use crate::{
    groups::{Group, GroupMember},
    people::{Listed, Window},
    pool::Pool,
};
use kernel::{GroupId, PersonId, PoolId, Result, TeamId};
use store::{Bind, Command, FromRow, Read, Row};

const GROUP: &str = "SELECT g.id, g.name, g.people, g.created_at, t.id, t.name, t.organization_id
     FROM groups g JOIN teams t ON t.id = g.team_id";

impl FromRow for Group {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Group {
            id: row.take()?,
            name: row.take()?,
            people: row.take()?,
            created_at: row.take()?,
            team: row.take()?,
            team_name: row.take()?,
            organization: row.take()?,
        })
    }
}

pub(crate) fn group(cx: &mut Read, id: GroupId) -> Result<Group> {
    cx.one(&format!("{GROUP} WHERE g.id = $1"), &[&id])
}

/// Who changes the people or the products of a group holds this before the locks of its pools.
pub(crate) fn locked_group(cx: &mut Command, id: GroupId) -> Result<Group> {
    cx.one::<(GroupId,)>("SELECT id FROM groups WHERE id = $1 FOR UPDATE", &[&id])?;
    group(cx, id)
}

pub(crate) fn lock_groups_of(cx: &mut Command, team: TeamId) -> Result<()> {
    cx.all::<(GroupId,)>("SELECT id FROM groups WHERE team_id = $1 ORDER BY id FOR UPDATE", &[&team])
        .map(|_| ())
}

/// By name.
pub(crate) fn groups_of(cx: &mut Read, team: TeamId, most: i64) -> Result<Vec<Group>> {
    cx.all(&format!("{GROUP} WHERE g.team_id = $1 ORDER BY g.name_key LIMIT $2"), &[&team, &most])
}

pub(crate) fn count_groups(cx: &mut Read, team: TeamId) -> Result<i64> {
    let (count,) = cx.one("SELECT COUNT(*) FROM groups WHERE team_id = $1", &[&team])?;
    Ok(count)
}

/// The groups of a person in a team, by name.
pub(crate) fn groups_with(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Vec<Group>> {
    cx.all(
        &format!(
            "{GROUP} JOIN group_members gm ON gm.group_id = g.id
             WHERE gm.person_id = $1 AND gm.team_id = $2 ORDER BY g.name_key"
        ),
        &[&person, &team],
    )
}

/// The groups by which the person has the product, by name.
pub(crate) fn groups_behind(cx: &mut Read, pool: PoolId, person: PersonId) -> Result<Vec<Group>> {
    cx.all(
        &format!(
            "{GROUP} JOIN group_members gm ON gm.group_id = g.id AND gm.person_id = $2
             JOIN group_products gp ON gp.group_id = g.id AND gp.pool_id = $1 ORDER BY g.name_key"
        ),
        &[&pool, &person],
    )
}

/// By which groups each of these people has the pool's product: person, name of the group.
pub(crate) fn groups_of_holders(
    cx: &mut Read,
    pool: PoolId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, String)>> {
    let sql = format!(
        "SELECT gm.person_id, g.name FROM group_products gp
         JOIN group_members gm ON gm.group_id = gp.group_id JOIN groups g ON g.id = gp.group_id
         WHERE gp.pool_id = $1 AND gm.person_id IN ({}) ORDER BY g.name_key",
        store::places(2, people.len())
    );
    let mut params: Vec<&dyn Bind> = vec![&pool];
    params.extend(people.iter().map(|person| person as &dyn Bind));
    cx.all(&sql, &params)
}

/// The groups of each of these people in a team: person, name of the group.
pub(crate) fn groups_of_people(
    cx: &mut Read,
    team: TeamId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, String)>> {
    let sql = format!(
        "SELECT gm.person_id, g.name FROM group_members gm JOIN groups g ON g.id = gm.group_id
         WHERE gm.team_id = $1 AND gm.person_id IN ({}) ORDER BY g.name_key",
        store::places(2, people.len())
    );
    let mut params: Vec<&dyn Bind> = vec![&team];
    params.extend(people.iter().map(|person| person as &dyn Bind));
    cx.all(&sql, &params)
}

/// What the groups of a person bring in a team: pool, name of the group.
pub(crate) fn brought_to(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Vec<(PoolId, String)>> {
    cx.all(
        "SELECT gp.pool_id, g.name FROM group_members gm
         JOIN groups g ON g.id = gm.group_id JOIN group_products gp ON gp.group_id = gm.group_id
         WHERE gm.person_id = $1 AND gm.team_id = $2 ORDER BY g.name_key",
        &[&person, &team],
    )
}

/// Whether the name was free.
pub(crate) fn insert_group(cx: &mut Command, id: GroupId, team: TeamId, name: &str) -> Result<bool> {
    let (now, key) = (cx.now(), name.to_lowercase());
    let made = cx.execute(
        "INSERT INTO groups (id, team_id, name, name_key, people, created_at) VALUES ($1, $2, $3, $4, 0, $5)
         ON CONFLICT (team_id, name_key) DO NOTHING",
        &[&id, &team, &name, &key, &now],
    )?;
    Ok(made == 1)
}

pub(crate) fn group_named(cx: &mut Read, team: TeamId, name: &str) -> Result<Option<GroupId>> {
    let found = cx.opt::<(GroupId,)>(
        "SELECT id FROM groups WHERE team_id = $1 AND name_key = $2",
        &[&team, &name.to_lowercase()],
    )?;
    Ok(found.map(|(id,)| id))
}

pub(crate) fn rename_group(cx: &mut Command, id: GroupId, name: &str) -> Result<()> {
    let key = name.to_lowercase();
    cx.execute("UPDATE groups SET name = $2, name_key = $3 WHERE id = $1", &[&id, &name, &key]).map(|_| ())
}

pub(crate) fn delete_group(cx: &mut Command, id: GroupId) -> Result<()> {
    cx.execute("DELETE FROM group_products WHERE group_id = $1", &[&id])?;
    cx.execute("DELETE FROM group_members WHERE group_id = $1", &[&id])?;
    cx.execute("DELETE FROM groups WHERE id = $1", &[&id]).map(|_| ())
}

/// Whether the person was not in it. Only members of the team come in.
pub(crate) fn insert_group_member(cx: &mut Command, group: &Group, person: PersonId) -> Result<bool> {
    let now = cx.now();
    let added = cx.execute(
        "INSERT INTO group_members (group_id, person_id, team_id, sort_name, added_at)
         SELECT CAST($1 AS TEXT), m.person_id, m.team_id, m.sort_name, CAST($4 AS BIGINT)
         FROM memberships m WHERE m.team_id = $2 AND m.person_id = $3
         ON CONFLICT (group_id, person_id) DO NOTHING",
        &[&group.id, &group.team, &person, &now],
    )?;
    count_people(cx, group.id, added as i64)?;
    Ok(added == 1)
}

/// Whether the person was in it.
pub(crate) fn delete_group_member(cx: &mut Command, group: GroupId, person: PersonId) -> Result<bool> {
    let gone =
        cx.execute("DELETE FROM group_members WHERE group_id = $1 AND person_id = $2", &[&group, &person])?;
    count_people(cx, group, -(gone as i64))?;
    Ok(gone == 1)
}

fn count_people(cx: &mut Command, group: GroupId, more: i64) -> Result<()> {
    if more == 0 {
        return Ok(());
    }
    cx.execute("UPDATE groups SET people = people + $2 WHERE id = $1", &[&group, &more]).map(|_| ())
}

/// Whether the group did not bring it yet.
pub(crate) fn insert_group_product(cx: &mut Command, group: GroupId, pool: PoolId) -> Result<bool> {
    let now = cx.now();
    let added = cx.execute(
        "INSERT INTO group_products (group_id, pool_id, added_at) VALUES ($1, $2, $3)
         ON CONFLICT (group_id, pool_id) DO NOTHING",
        &[&group, &pool, &now],
    )?;
    Ok(added == 1)
}

pub(crate) fn delete_group_product(cx: &mut Command, group: GroupId, pool: PoolId) -> Result<bool> {
    let gone =
        cx.execute("DELETE FROM group_products WHERE group_id = $1 AND pool_id = $2", &[&group, &pool])?;
    Ok(gone == 1)
}

/// Locks the pools that the group brings, in the order in which all do; their ids.
pub(crate) fn locked_pools_of_group(cx: &mut Command, group: GroupId) -> Result<Vec<PoolId>> {
    let found = cx.all::<(PoolId,)>(
        "SELECT po.id FROM pools po WHERE po.id IN (SELECT gp.pool_id FROM group_products gp WHERE gp.group_id = $1)
         ORDER BY po.id FOR UPDATE",
        &[&group],
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The pools that the group brings, by name.
pub(crate) fn pools_of_group(cx: &mut Read, group: GroupId) -> Result<Vec<Pool>> {
    cx.all(
        &format!(
            "{} JOIN group_products gp ON gp.pool_id = po.id WHERE gp.group_id = $1 ORDER BY p.name, f.name, po.id",
            super::POOL
        ),
        &[&group],
    )
}

/// The products of each group of a team: group, name of the product.
pub(crate) fn products_of_groups(cx: &mut Read, team: TeamId) -> Result<Vec<(GroupId, String)>> {
    cx.all(
        "SELECT gp.group_id, p.name FROM groups g JOIN group_products gp ON gp.group_id = g.id
         JOIN pools po ON po.id = gp.pool_id JOIN products p ON p.id = po.product_id
         WHERE g.team_id = $1 ORDER BY p.name",
        &[&team],
    )
}

impl FromRow for GroupMember {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(GroupMember {
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            since: row.take()?,
        })
    }
}

/// One page of the people in a group, by name.
pub(crate) fn group_members(cx: &mut Read, group: &Group, window: &Window) -> Result<Listed<GroupMember>> {
    let list = List {
        team: group.team,
        columns: "l.person_id, p.first_name, p.last_name, p.email, l.added_at",
        table: "group_members l",
        holds: "l.group_id = $1",
        of: &group.id,
    };
    page(cx, &list, window, |member: &GroupMember| member.person)
}

/// Out of all groups of the team, and without exceptions there.
pub(crate) fn forget_ways(cx: &mut Command, team: TeamId, person: PersonId) -> Result<()> {
    cx.execute(
        "UPDATE groups SET people = people - 1 WHERE team_id = $2 AND id IN (
            SELECT group_id FROM group_members WHERE person_id = $1)",
        &[&person, &team],
    )?;
    cx.execute("DELETE FROM group_members WHERE person_id = $1 AND team_id = $2", &[&person, &team])?;
    cx.execute(
        "DELETE FROM seat_exceptions WHERE person_id = $1 AND pool_id IN (SELECT id FROM pools WHERE team_id = $2)",
        &[&person, &team],
    )
    .map(|_| ())
}

pub(crate) fn rename_in_groups(cx: &mut Command, person: PersonId) -> Result<()> {
    cx.execute(
        "UPDATE group_members SET sort_name = (SELECT p.sort_name FROM people p WHERE p.id = $1) WHERE person_id = $1",
        &[&person],
    )
    .map(|_| ())
}

/// How many of the group have this seat by no other way, so that they lose it when the group goes or lets it go.
pub(crate) fn lose_with_group(cx: &mut Read, group: GroupId, pool: PoolId) -> Result<i64> {
    let params: [&dyn Bind; 2] = [&group, &pool];
    let (count,) = cx.one(
        "SELECT COUNT(*) FROM group_members gm
         JOIN assignments a ON a.pool_id = $2 AND a.person_id = gm.person_id AND a.direct = 0
         JOIN pools po ON po.id = a.pool_id AND po.default_since IS NULL
         WHERE gm.group_id = $1 AND NOT EXISTS (
            SELECT 1 FROM group_products gp JOIN group_members other ON other.group_id = gp.group_id
            WHERE gp.pool_id = $2 AND gp.group_id <> $1 AND other.person_id = gm.person_id)",
        &params,
    )?;
    Ok(count)
}
