//! Seats that go from one team to another, some hundred people a statement.

use crate::{
    moving::{Found, Pair},
    pool::Pool,
};
use kernel::{GroupId, OfferingId, PersonId, PoolId, Result, TeamId};
use store::{Bind, Command, Read};

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
    let first: [&dyn Bind; 4] = [&from, &to, &team, &to_team];
    let Some(people) = people else {
        return cx.all(&format!("{GOERS} ORDER BY a.person_id"), &first);
    };
    let mut found = cx.all_of::<Found>(&format!("{GOERS} AND a.person_id IN ({{ids}})"), &first, people)?;
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

/// The second of two seats; noted among those that were released.
pub(crate) fn give_up(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<()> {
    let (now, by) = (cx.now(), super::actor_name(cx));
    let sql = "INSERT INTO released_assignments (id, release_id, pool_id, product_id, person_id, assigned_at, assigned_by,
            suspended_at, direct, pinned_at, released_at, released_by)
         SELECT id, id, pool_id, product_id, person_id, assigned_at, assigned_by, suspended_at, direct, pinned_at,
            CAST($2 AS BIGINT), CAST($3 AS TEXT)
         FROM assignments WHERE pool_id = $1 AND person_id IN ({ids})";
    cx.execute_of(sql, &[&pool, &now, &by], people)?;
    cx.execute_of("DELETE FROM assignments WHERE pool_id = $1 AND person_id IN ({ids})", &[&pool], people)
}

pub(crate) fn move_assignments(
    cx: &mut Command,
    (from, to): (PoolId, PoolId),
    team: TeamId,
    people: &[PersonId],
) -> Result<()> {
    let sql = "UPDATE assignments SET pool_id = $2, team_id = $3, resumed_in = NULL
         WHERE pool_id = $1 AND person_id IN ({ids})";
    cx.execute_of(sql, &[&from, &to, &team], people)
}

pub(crate) fn make_direct(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<()> {
    let sql = "UPDATE assignments SET direct = 1 WHERE pool_id = $1 AND direct = 0 AND person_id IN ({ids})";
    cx.execute_of(sql, &[&pool], people)
}

pub(crate) fn except_all(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<()> {
    let (now, by) = (cx.now(), super::actor_name(cx));
    let sql = "INSERT INTO seat_exceptions (pool_id, person_id, since, made_by)
         SELECT CAST($1 AS TEXT), id, CAST($2 AS BIGINT), CAST($3 AS TEXT) FROM people WHERE id IN ({ids})
         ON CONFLICT (pool_id, person_id) DO NOTHING";
    cx.execute_of(sql, &[&pool, &now, &by], people)
}

pub(crate) fn set_level(cx: &mut Command, pool: PoolId, capacity: i64, assigned: i64) -> Result<()> {
    cx.execute("UPDATE pools SET capacity = $2, assigned = $3 WHERE id = $1", &[&pool, &capacity, &assigned])
        .map(|_| ())
}

/// Out of all groups of the team, and without exceptions there.
pub(crate) fn forget_all_ways(cx: &mut Command, team: TeamId, people: &[PersonId]) -> Result<()> {
    let sql = "DELETE FROM group_members WHERE team_id = $1 AND person_id IN ({ids})";
    cx.execute_of(sql, &[&team], people)?;
    let sql =
        "DELETE FROM seat_exceptions WHERE pool_id IN (SELECT po.id FROM pools po WHERE po.team_id = $1)
         AND person_id IN ({ids})";
    cx.execute_of(sql, &[&team], people)?;
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
