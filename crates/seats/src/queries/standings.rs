//! What speaks for and against the seats of a pool.

use super::keeping::KEEPING;
use crate::{assignment::Candidate, pool::Pool, standing::Standing};
use kernel::{PersonId, PoolId, Result, TeamId};
use std::collections::HashMap;
use store::{Bind, Command, FromRow, Read, Row};

impl FromRow for Standing {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Standing {
            candidate: Candidate::from_row(row)?,
            is_member: row.take()?,
            direct: row.take()?,
            comes_along: row.take()?,
            excepted: row.take()?,
        })
    }
}

/// `$1` is the pool, `$2` its team.
const STANDING: &str = "SELECT p.id, p.email, p.first_name, p.last_name, p.sort_name, p.language, a.id,
        CASE WHEN m.person_id IS NULL THEN 0 ELSE 1 END, COALESCE(a.direct, 0),
        CASE WHEN po.default_since IS NOT NULL OR EXISTS (
            SELECT 1 FROM group_products gp
            JOIN group_members gm ON gm.group_id = gp.group_id AND gm.person_id = p.id
            WHERE gp.pool_id = $1) THEN 1 ELSE 0 END,
        CASE WHEN EXISTS (
            SELECT 1 FROM seat_exceptions x WHERE x.pool_id = $1 AND x.person_id = p.id) THEN 1 ELSE 0 END
     FROM people p
     JOIN pools po ON po.id = $1
     LEFT JOIN memberships m ON m.team_id = $2 AND m.person_id = p.id
     LEFT JOIN assignments a ON a.pool_id = $1 AND a.person_id = p.id";

/// Of these people, in the order of their ids.
pub(crate) fn standings(cx: &mut Read, pool: &Pool, people: &[PersonId]) -> Result<Vec<Standing>> {
    let sql = format!("{STANDING} WHERE p.id IN ({}) ORDER BY p.id", store::places(3, people.len()));
    let mut params: Vec<&dyn Bind> = vec![&pool.id, &pool.team];
    params.extend(people.iter().map(|person| person as &dyn Bind));
    cx.all(&sql, &params)
}

/// Those whose seat came along with something that is not there any more, in the order of keeping.
pub(crate) fn wrongly_held(cx: &mut Read, pool: &Pool, most: i64) -> Result<Vec<Standing>> {
    let nothing_leads_to_it = match pool.default_since {
        Some(_) => "",
        None => {
            "OR NOT EXISTS (
                SELECT 1 FROM group_products gp
                JOIN group_members gm ON gm.group_id = gp.group_id AND gm.person_id = l.person_id
                WHERE gp.pool_id = $1)"
        }
    };
    let whom = format!(
        "SELECT l.person_id FROM assignments l WHERE l.pool_id = $1 AND l.direct = 0 AND (
            EXISTS (SELECT 1 FROM seat_exceptions x WHERE x.pool_id = $1 AND x.person_id = l.person_id)
            {nothing_leads_to_it})
         ORDER BY {KEEPING} LIMIT $2"
    );
    let found = cx.all(&whom, &[&pool.id, &most])?;
    in_order(cx, pool, found)
}

/// Those who should have a seat and have none, the first in the group or in the team first.
pub(crate) fn wrongly_without(cx: &mut Read, pool: &Pool, most: i64) -> Result<Vec<Standing>> {
    let none = "NOT EXISTS (SELECT 1 FROM assignments a WHERE a.pool_id = $1 AND a.person_id = w.person_id)
        AND NOT EXISTS (SELECT 1 FROM seat_exceptions x WHERE x.pool_id = $1 AND x.person_id = w.person_id)";
    let whom = match pool.default_since {
        Some(_) => format!(
            "SELECT w.person_id FROM memberships w WHERE w.team_id = $2 AND {none}
             ORDER BY w.created_at, w.person_id LIMIT $3"
        ),
        None => format!(
            "SELECT w.person_id FROM group_products gp JOIN group_members w ON w.group_id = gp.group_id
             WHERE gp.pool_id = $1 AND w.team_id = $2 AND {none}
             GROUP BY w.person_id ORDER BY MIN(w.added_at), w.person_id LIMIT $3"
        ),
    };
    let found = cx.all(&whom, &[&pool.id, &pool.team, &most])?;
    in_order(cx, pool, found)
}

fn in_order(cx: &mut Read, pool: &Pool, found: Vec<(PersonId,)>) -> Result<Vec<Standing>> {
    let places: HashMap<PersonId, usize> =
        found.iter().enumerate().map(|(at, (person,))| (*person, at)).collect();
    let people: Vec<PersonId> = found.into_iter().map(|(person,)| person).collect();
    let mut standings = standings(cx, pool, &people)?;
    standings.sort_by_key(|standing| places.get(&standing.candidate.person).copied());
    Ok(standings)
}

/// Whether it is new.
pub(crate) fn except(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<bool> {
    let (now, by) = (cx.now(), super::actor_name(cx));
    let made = cx.execute(
        "INSERT INTO seat_exceptions (pool_id, person_id, since, made_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (pool_id, person_id) DO NOTHING",
        &[&pool, &person, &now, &by],
    )?;
    Ok(made == 1)
}

/// The pools of the team whose product the person does not get.
pub(crate) fn exceptions_of(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Vec<PoolId>> {
    let found = cx.all::<(PoolId,)>(
        "SELECT x.pool_id FROM seat_exceptions x JOIN pools po ON po.id = x.pool_id
         WHERE x.person_id = $1 AND po.team_id = $2",
        &[&person, &team],
    )?;
    Ok(found.into_iter().map(|(pool,)| pool).collect())
}

/// Whether there was one.
pub(crate) fn lift_exception(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<bool> {
    let gone =
        cx.execute("DELETE FROM seat_exceptions WHERE pool_id = $1 AND person_id = $2", &[&pool, &person])?;
    Ok(gone == 1)
}

/// The seat is no longer given to the person as such.
pub(crate) fn let_go(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<()> {
    cx.execute("UPDATE assignments SET direct = 0 WHERE pool_id = $1 AND person_id = $2", &[&pool, &person])
        .map(|_| ())
}

pub(crate) fn set_default(cx: &mut Command, pool: PoolId, is_default: bool) -> Result<()> {
    let since = is_default.then(|| cx.now());
    cx.execute("UPDATE pools SET default_since = $2 WHERE id = $1", &[&pool, &since]).map(|_| ())
}

/// The pools of which everybody in the team gets a seat, by id.
pub(crate) fn default_pools(cx: &mut Read, team: TeamId) -> Result<Vec<PoolId>> {
    let found = cx.all::<(PoolId,)>(
        "SELECT id FROM pools WHERE team_id = $1 AND default_since IS NOT NULL ORDER BY id",
        &[&team],
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
