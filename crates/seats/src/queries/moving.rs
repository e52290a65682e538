//! Seats that go from one team to another, five hundred people a statement.

use crate::{
    moving::{Found, Pair},
    pool::Pool,
};
use kernel::{GroupId, OfferingId, PersonId, PoolId, Result, TeamId};
use store::{Bind, Command, Read};

const AT_ONCE: usize = 500;

pub(crate) fn pool_of(cx: &mut Read, team: TeamId, offering: OfferingId) -> Result<Option<Pool>> {
    cx.opt(&format!("{} WHERE po.team_id = $1 AND po.offering_id = $2", super::POOL), &[&team, &offering])
}

pub(crate) fn lock_groups_of_both(cx: &mut Command, one: TeamId, other: TeamId) -> Result<()> {
    let sql = "SELECT id FROM groups WHERE team_id IN ($1, $2) ORDER BY id FOR UPDATE";
    cx.all::<(GroupId,)>(sql, &[&one, &other]).map(|_| ())
}

pub(crate) fn lock_pools_of_both(cx: &mut Command, one: TeamId, other: TeamId) -> Result<()> {
    let sql = "SELECT id FROM pools WHERE team_id IN ($1, $2) ORDER BY id FOR UPDATE";
    cx.all::<(PoolId,)>(sql, &[&one, &other]).map(|_| ())
}

/// `$1` and `$2` are the pools, `$3` and `$4` their teams.
const GOERS: &str = "SELECT a.person_id, a.id, a.assigned_at, a.suspended_at, a.direct,
        b.id, b.assigned_at, b.suspended_at, b.direct,
        CASE WHEN h.default_since IS NOT NULL OR EXISTS (
            SELECT 1 FROM group_products gp JOIN group_members gm ON gm.group_id = gp.group_id
            WHERE gp.pool_id = $1 AND gm.person_id = a.person_id) THEN 1 ELSE 0 END,
        CASE WHEN EXISTS (
            SELECT 1 FROM seat_exceptions x WHERE x.pool_id = $1 AND x.person_id = a.person_id) THEN 1 ELSE 0 END,
        CASE WHEN t.default_since IS NOT NULL OR EXISTS (
            SELECT 1 FROM group_products gp JOIN group_members gm ON gm.group_id = gp.group_id
            WHERE gp.pool_id = $2 AND gm.person_id = a.person_id) THEN 1 ELSE 0 END,
        CASE WHEN EXISTS (
            SELECT 1 FROM seat_exceptions x WHERE x.pool_id = $2 AND x.person_id = a.person_id) THEN 1 ELSE 0 END,
        m.role,
        CASE WHEN EXISTS (
            SELECT 1 FROM assignments o WHERE o.team_id = $3 AND o.person_id = a.person_id AND o.pool_id <> $1)
            THEN 1 ELSE 0 END
     FROM assignments a
     JOIN pools h ON h.id = a.pool_id
     LEFT JOIN pools t ON t.id = $2
     LEFT JOIN assignments b ON b.pool_id = $2 AND b.person_id = a.person_id
     LEFT JOIN memberships m ON m.team_id = $3 AND m.person_id = a.person_id
     LEFT JOIN memberships n ON n.team_id = $4 AND n.person_id = a.person_id
     WHERE a.pool_id = $1";

/// Those of these people who have a seat of the pool, or everybody who has one; by id.
pub(crate) fn goers(
    cx: &mut Read,
    (from, to, team, to_team): Pair,
    people: Option<&[PersonId]>,
) -> Result<Vec<Found>> {
    let Some(people) = people else {
        return cx.all(&format!("{GOERS} ORDER BY a.person_id"), &[&from, &to, &team, &to_team]);
    };
    let mut found = vec![];
    for some in people.chunks(AT_ONCE) {
        let mut params: Vec<&dyn Bind> = vec![&from, &to, &team, &to_team];
        params.extend(some.iter().map(|person| person as &dyn Bind));
        let sql = format!("{GOERS} AND a.person_id IN ({})", store::places(5, some.len()));
        found.extend(cx.all::<Found>(&sql, &params)?);
    }
    found.sort_by_key(|found| found.person);
    Ok(found)
}

/// So many of those on a seat: first who has a seat there as well, then who is in the team there, then who would lose the seat
/// first if there were too few.
pub(crate) fn goers_needed(cx: &mut Read, (from, to, team, to_team): Pair, count: i64) -> Result<Vec<Found>> {
    let sql = format!(
        "{GOERS} AND a.suspended_at IS NULL
         ORDER BY CASE WHEN b.id IS NOT NULL THEN 0 WHEN n.person_id IS NOT NULL THEN 1 ELSE 2 END,
            COALESCE(a.pinned_at, 9223372036854775807) DESC, a.assigned_at DESC, a.id DESC LIMIT $5"
    );
    cx.all(&sql, &[&from, &to, &team, &to_team, &count])
}

/// Of these people those who have an assignment in the team.
pub(crate) fn who_holds_in(cx: &mut Read, team: TeamId, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let mut found = vec![];
    for some in people.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT DISTINCT person_id FROM assignments WHERE team_id = $1 AND person_id IN ({})",
            store::places(2, some.len())
        );
        let mut params: Vec<&dyn Bind> = vec![&team];
        params.extend(some.iter().map(|person| person as &dyn Bind));
        found.extend(cx.all::<(PersonId,)>(&sql, &params)?.into_iter().map(|(person,)| person));
    }
    Ok(found)
}

/// Runs the statement for all of these people, who stand in it as `{ids}`.
fn for_all(cx: &mut Command, people: &[PersonId], first: &[&dyn Bind], sql: &str) -> Result<()> {
    for some in people.chunks(AT_ONCE) {
        let mut params = first.to_vec();
        params.extend(some.iter().map(|person| person as &dyn Bind));
        cx.execute(&sql.replace("{ids}", &store::places(first.len() + 1, some.len())), &params)?;
    }
    Ok(())
}

/// The second of two seats; noted among those that were released.
pub(crate) fn give_up(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<()> {
    let (now, by) = (cx.now(), super::actor_name(cx));
    let sql = "INSERT INTO released_assignments (id, release_id, pool_id, product_id, person_id, assigned_at, assigned_by,
            suspended_at, direct, pinned_at, released_at, released_by)
         SELECT id, id, pool_id, product_id, person_id, assigned_at, assigned_by, suspended_at, direct, pinned_at,
            CAST($2 AS BIGINT), CAST($3 AS TEXT)
         FROM assignments WHERE pool_id = $1 AND person_id IN ({ids})";
    for_all(cx, people, &[&pool, &now, &by], sql)?;
    for_all(cx, people, &[&pool], "DELETE FROM assignments WHERE pool_id = $1 AND person_id IN ({ids})")
}

pub(crate) fn move_assignments(
    cx: &mut Command,
    (from, to): (PoolId, PoolId),
    team: TeamId,
    people: &[PersonId],
) -> Result<()> {
    let sql = "UPDATE assignments SET pool_id = $2, team_id = $3, resumed_in = NULL
         WHERE pool_id = $1 AND person_id IN ({ids})";
    for_all(cx, people, &[&from, &to, &team], sql)
}

pub(crate) fn make_direct(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<()> {
    let sql = "UPDATE assignments SET direct = 1 WHERE pool_id = $1 AND direct = 0 AND person_id IN ({ids})";
    for_all(cx, people, &[&pool], sql)
}

pub(crate) fn except_all(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<()> {
    let (now, by) = (cx.now(), super::actor_name(cx));
    let sql = "INSERT INTO seat_exceptions (pool_id, person_id, since, made_by)
         SELECT CAST($1 AS TEXT), id, CAST($2 AS BIGINT), CAST($3 AS TEXT) FROM people WHERE id IN ({ids})
         ON CONFLICT (pool_id, person_id) DO NOTHING";
    for_all(cx, people, &[&pool, &now, &by], sql)
}

pub(crate) fn set_level(cx: &mut Command, pool: PoolId, capacity: i64, assigned: i64) -> Result<()> {
    cx.execute("UPDATE pools SET capacity = $2, assigned = $3 WHERE id = $1", &[&pool, &capacity, &assigned])
        .map(|_| ())
}

/// Out of all groups of the team, and without exceptions there.
pub(crate) fn forget_all_ways(cx: &mut Command, team: TeamId, people: &[PersonId]) -> Result<()> {
    let sql = "DELETE FROM group_members WHERE team_id = $1 AND person_id IN ({ids})";
    for_all(cx, people, &[&team], sql)?;
    let sql =
        "DELETE FROM seat_exceptions WHERE pool_id IN (SELECT po.id FROM pools po WHERE po.team_id = $1)
         AND person_id IN ({ids})";
    for_all(cx, people, &[&team], sql)?;
    count_people_again(cx, team)
}

pub(crate) fn count_people_again(cx: &mut Command, team: TeamId) -> Result<()> {
    cx.execute(
        "UPDATE groups SET people = (SELECT COUNT(*) FROM group_members gm WHERE gm.group_id = groups.id)
         WHERE team_id = $1",
        &[&team],
    )
    .map(|_| ())
}

/// What a group brings, in one order.
pub(crate) fn offerings_of_group(cx: &mut Read, group: GroupId) -> Result<Vec<OfferingId>> {
    let found = cx.all::<(OfferingId,)>(
        "SELECT po.offering_id FROM group_products gp JOIN pools po ON po.id = gp.pool_id
         WHERE gp.group_id = $1 ORDER BY po.offering_id",
        &[&group],
    )?;
    Ok(found.into_iter().map(|(offering,)| offering).collect())
}

pub(crate) fn everybody_joins(cx: &mut Command, group: GroupId, team: TeamId) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO group_members (group_id, person_id, team_id, sort_name, added_at)
         SELECT CAST($1 AS TEXT), m.person_id, m.team_id, m.sort_name, CAST($3 AS BIGINT)
         FROM memberships m WHERE m.team_id = $2 ON CONFLICT (group_id, person_id) DO NOTHING",
        &[&group, &team, &now],
    )?;
    count_people_again(cx, team)
}

pub(crate) fn people_join(cx: &mut Command, from: GroupId, into: GroupId, team: TeamId) -> Result<()> {
    cx.execute(
        "INSERT INTO group_members (group_id, person_id, team_id, sort_name, added_at)
         SELECT CAST($2 AS TEXT), gm.person_id, CAST($3 AS TEXT), gm.sort_name, gm.added_at
         FROM group_members gm WHERE gm.group_id = $1 ON CONFLICT (group_id, person_id) DO NOTHING",
        &[&from, &into, &team],
    )?;
    count_people_again(cx, team)
}

pub(crate) fn group_follows(cx: &mut Command, group: GroupId, team: TeamId, name: &str) -> Result<()> {
    cx.execute(
        "UPDATE groups SET team_id = $2, name = $3, name_key = $4 WHERE id = $1",
        &[&group, &team, &name, &name.to_lowercase()],
    )?;
    cx.execute("UPDATE group_members SET team_id = $2 WHERE group_id = $1", &[&group, &team]).map(|_| ())
}

pub(crate) fn group_products_follow(cx: &mut Command, pool: PoolId, into: PoolId) -> Result<()> {
    cx.execute("UPDATE group_products SET pool_id = $2 WHERE pool_id = $1", &[&pool, &into]).map(|_| ())
}

/// But for those who have a seat there: what holds there holds on.
pub(crate) fn exceptions_follow(cx: &mut Command, pool: PoolId, into: PoolId) -> Result<()> {
    cx.execute(
        "INSERT INTO seat_exceptions (pool_id, person_id, since, made_by)
         SELECT CAST($2 AS TEXT), x.person_id, x.since, x.made_by FROM seat_exceptions x WHERE x.pool_id = $1
         AND x.person_id NOT IN (SELECT a.person_id FROM assignments a WHERE a.pool_id = $2)
         ON CONFLICT (pool_id, person_id) DO NOTHING",
        &[&pool, &into],
    )?;
    cx.execute("DELETE FROM seat_exceptions WHERE pool_id = $1", &[&pool]).map(|_| ())
}

pub(crate) fn releases_follow(cx: &mut Command, pool: PoolId, into: PoolId) -> Result<()> {
    cx.execute("UPDATE released_assignments SET pool_id = $2 WHERE pool_id = $1", &[&pool, &into]).map(|_| ())
}
