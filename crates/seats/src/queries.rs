//! Every SQL statement of the room; those that answer with lists are in `lists`, and
//! how people are searched for in them in `page`.

mod groups;
mod imports;
mod keeping;
mod lists;
mod moving;
mod page;
mod standings;

pub(crate) use groups::*;
pub(crate) use imports::*;
pub(crate) use keeping::{first_waiting, last_seated, pin, pinned, resumed_in, unpin};
pub(crate) use lists::{
    held_in_team, holders, last_release, member_named, members_without_seat, own_products, person_in_team,
    seat, team_pools,
};
pub(crate) use moving::*;
pub(crate) use standings::{
    default_pools, except, exceptions_of, let_go, lift_exception, set_default, standings, wrongly_held,
    wrongly_without,
};

use crate::{
    assignment::{Assignment, Candidate},
    pool::Pool,
};
use kernel::{
    AssignmentId, OfferingId, OrganizationId, PersonId, PoolId, Result, Scope, TeamId, Timestamp, Who,
};
use store::{Command, FromRow, Read, Row};

pub(crate) const POOL: &str = "SELECT po.id, po.capacity, po.assigned, po.default_since,
        (SELECT COUNT(*) FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NOT NULL),
        t.id, t.name, o.id, o.name, f.id, f.name, p.id, p.name, p.icon
     FROM pools po
     JOIN teams t ON t.id = po.team_id
     JOIN organizations o ON o.id = t.organization_id
     JOIN offerings f ON f.id = po.offering_id
     JOIN products p ON p.id = po.product_id";

impl FromRow for Pool {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Pool {
            id: row.take()?,
            capacity: row.take()?,
            assigned: row.take()?,
            default_since: row.take()?,
            suspended: row.take()?,
            team: row.take()?,
            team_name: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            offering: row.take()?,
            offering_name: row.take()?,
            product: row.take()?,
            product_name: row.take()?,
            icon: row.take()?,
        })
    }
}

pub(crate) fn pool(cx: &mut Read, id: PoolId) -> Result<Pool> {
    cx.one(&format!("{POOL} WHERE po.id = $1"), &[&id])
}

/// Every command that changes a pool or its assignments comes through here or [`lock_pools_of`] first: who holds
/// this row lock sees the pool as it is until the commit. The pool is read by a statement of its own, since on
/// PostgreSQL that one sees what was committed while this one waited.
pub(crate) fn locked_pool(cx: &mut Command, id: PoolId) -> Result<Pool> {
    cx.one::<(PoolId,)>("SELECT id FROM pools WHERE id = $1 FOR UPDATE", &[&id])?;
    pool(cx, id)
}

pub(crate) fn locked_pool_of(cx: &mut Command, team: TeamId, offering: OfferingId) -> Result<Option<Pool>> {
    let found = cx.opt::<(PoolId,)>(
        "SELECT id FROM pools WHERE team_id = $1 AND offering_id = $2 FOR UPDATE",
        &[&team, &offering],
    )?;
    found.map(|(id,)| pool(cx, id)).transpose()
}

pub(crate) fn lock_pools_of(cx: &mut Command, team: TeamId) -> Result<()> {
    cx.all::<(PoolId,)>("SELECT id FROM pools WHERE team_id = $1 ORDER BY id FOR UPDATE", &[&team])
        .map(|_| ())
}

/// Whether it was this command that made it.
pub(crate) fn insert_pool(cx: &mut Command, id: PoolId, team: TeamId, offering: OfferingId) -> Result<bool> {
    let now = cx.now();
    let made = cx.execute(
        "INSERT INTO pools (id, team_id, offering_id, product_id, capacity, assigned, created_at)
         SELECT CAST($1 AS TEXT), t.id, f.id, f.product_id, 0, 0, CAST($4 AS BIGINT)
         FROM teams t, offerings f WHERE t.id = $2 AND f.id = $3
         ON CONFLICT (team_id, offering_id) DO NOTHING",
        &[&id, &team, &offering, &now],
    )?;
    Ok(made == 1)
}

pub(crate) fn set_capacity(cx: &mut Command, pool: PoolId, capacity: i64) -> Result<()> {
    cx.execute("UPDATE pools SET capacity = $2 WHERE id = $1", &[&pool, &capacity]).map(|_| ())
}

/// Whether there were so many.
pub(crate) fn take_seats(cx: &mut Command, pool: PoolId, count: i64) -> Result<bool> {
    let taken = cx.execute(
        "UPDATE pools SET assigned = assigned + $2 WHERE id = $1 AND assigned + $2 <= capacity",
        &[&pool, &count],
    )?;
    Ok(taken == 1)
}

pub(crate) fn free_seats(cx: &mut Command, pool: PoolId, count: i64) -> Result<()> {
    if count == 0 {
        return Ok(());
    }
    cx.execute("UPDATE pools SET assigned = assigned - $2 WHERE id = $1", &[&pool, &count]).map(|_| ())
}

pub(crate) fn team_scope(cx: &mut Read, team: TeamId) -> Result<Scope> {
    let (organization,) =
        cx.one::<(OrganizationId,)>("SELECT organization_id FROM teams WHERE id = $1", &[&team])?;
    Ok(Scope::Team(team, organization))
}

impl FromRow for Candidate {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Candidate {
            person: row.take()?,
            email: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            sort_name: row.take()?,
            lang: row.take()?,
            seat: row.take()?,
        })
    }
}

/// The person as a member of the pool's team; None for those who are not.
pub(crate) fn candidate(cx: &mut Read, pool: &Pool, person: PersonId) -> Result<Option<Candidate>> {
    cx.opt(
        "SELECT p.id, p.email, p.first_name, p.last_name, p.sort_name, p.language, a.id
         FROM memberships m
         JOIN people p ON p.id = m.person_id
         LEFT JOIN assignments a ON a.pool_id = $3 AND a.person_id = m.person_id
         WHERE m.team_id = $1 AND m.person_id = $2",
        &[&pool.team, &person, &pool.id],
    )
}

/// The person as one who has a seat of the pool, a member or not.
pub(crate) fn holder(
    cx: &mut Read,
    pool: &Pool,
    person: PersonId,
) -> Result<Option<(AssignmentId, Candidate)>> {
    let found = cx.opt::<Candidate>(
        "SELECT p.id, p.email, p.first_name, p.last_name, p.sort_name, p.language, a.id
         FROM assignments a JOIN people p ON p.id = a.person_id WHERE a.pool_id = $1 AND a.person_id = $2",
        &[&pool.id, &person],
    )?;
    Ok(found.and_then(|holder| Some((holder.seat?, holder))))
}

/// Whether the person had no seat of this pool.
pub(crate) fn insert(cx: &mut Command, pool: &Pool, to: &Candidate, seat: &Assignment) -> Result<bool> {
    let inserted = cx.execute(
        "INSERT INTO assignments (id, pool_id, team_id, product_id, person_id, sort_name, assigned_at, assigned_by,
            suspended_at, direct, had_seat, pinned_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (pool_id, person_id) DO NOTHING",
        &[
            &seat.id,
            &pool.id,
            &pool.team,
            &pool.product,
            &to.person,
            &to.sort_name,
            &seat.assigned_at,
            &seat.assigned_by,
            &seat.suspended_at,
            &seat.direct,
            &seat.suspended_at.is_none(),
            &seat.pinned_at,
        ],
    )?;
    Ok(inserted == 1)
}

/// Moves the row to the released ones. Whether it was suspended; None when there is no such row.
pub(crate) fn release(cx: &mut Command, id: AssignmentId, release: AssignmentId) -> Result<Option<bool>> {
    let (now, by) = (cx.now(), actor_name(cx));
    cx.execute(
        "INSERT INTO released_assignments (id, release_id, pool_id, product_id, person_id, assigned_at, assigned_by,
            suspended_at, direct, pinned_at, released_at, released_by)
         SELECT id, CAST($2 AS TEXT), pool_id, product_id, person_id, assigned_at, assigned_by, suspended_at, direct,
            pinned_at, CAST($3 AS BIGINT), CAST($4 AS TEXT)
         FROM assignments WHERE id = $1",
        &[&id, &release, &now, &by],
    )?;
    let gone = cx.returning::<(Option<Timestamp>,)>(
        "DELETE FROM assignments WHERE id = $1 RETURNING suspended_at",
        &[&id],
    )?;
    Ok(gone.map(|(suspended_at,)| suspended_at.is_some()))
}

impl FromRow for Assignment {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Assignment {
            id: row.take()?,
            pool: row.take()?,
            person: row.take()?,
            assigned_at: row.take()?,
            assigned_by: row.take()?,
            suspended_at: row.take()?,
            direct: row.take()?,
            pinned_at: row.take()?,
        })
    }
}

/// The assignments as they were when they were released.
pub(crate) fn released_in(cx: &mut Read, pool: PoolId, release: AssignmentId) -> Result<Vec<Assignment>> {
    cx.all(
        "SELECT id, pool_id, person_id, assigned_at, assigned_by, suspended_at, direct, pinned_at
         FROM released_assignments
         WHERE release_id = $1 AND pool_id = $2 ORDER BY assigned_at, id",
        &[&release, &pool],
    )
}

pub(crate) fn forget_release(cx: &mut Command, release: AssignmentId) -> Result<()> {
    cx.execute("DELETE FROM released_assignments WHERE release_id = $1", &[&release]).map(|_| ())
}

pub(crate) fn suspend(cx: &mut Command, id: AssignmentId) -> Result<()> {
    let now = cx.now();
    cx.execute("UPDATE assignments SET suspended_at = $2, resumed_in = NULL WHERE id = $1", &[&id, &now])
        .map(|_| ())
}

pub(crate) fn resume(cx: &mut Command, id: AssignmentId, release: Option<AssignmentId>) -> Result<()> {
    cx.execute(
        "UPDATE assignments SET suspended_at = NULL, had_seat = 1, resumed_in = $2 WHERE id = $1",
        &[&id, &release],
    )
    .map(|_| ())
}

/// The assignments of a person in a team, each with its pool.
pub(crate) fn seats_held(
    cx: &mut Read,
    team: TeamId,
    person: PersonId,
) -> Result<Vec<(PoolId, AssignmentId)>> {
    cx.all(
        "SELECT pool_id, id FROM assignments WHERE team_id = $1 AND person_id = $2 ORDER BY pool_id",
        &[&team, &person],
    )
}

pub(crate) fn rename(cx: &mut Command, person: PersonId) -> Result<()> {
    cx.execute(
        "UPDATE assignments SET sort_name = (SELECT p.sort_name FROM people p WHERE p.id = $1) WHERE person_id = $1",
        &[&person],
    )
    .map(|_| ())
}

/// The address of a member; None for those who are not of the team.
pub(crate) fn email_in_team(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Option<String>> {
    let found = cx.opt::<(String,)>(
        "SELECT p.email FROM memberships m JOIN people p ON p.id = m.person_id
         WHERE m.team_id = $1 AND m.person_id = $2",
        &[&team, &person],
    )?;
    Ok(found.map(|(email,)| email))
}

/// For `assigned_by` and `released_by`.
pub(crate) fn actor_name(cx: &Read) -> String {
    match &cx.actor().who {
        Who::Person(id) => id.to_string(),
        Who::ApiKey(id) => id.to_string(),
        Who::System(_) | Who::Nobody => cx.actor().label.clone(),
    }
}
