//! To which subscription the seats of a pool count.

use crate::{
    charges::{Charge, Counted, Mark},
    spread::Share,
};
use kernel::{AssignmentId, PersonId, PoolId, Result, SubscriptionId, Timestamp};
use store::{Command, FromRow, Read, Row};

impl FromRow for Counted {
    fn from_row(row: &mut Row) -> Result<Self> {
        let subscription = row.take()?;
        let (contract, number, line, quantity) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let share = Share { subscription, quantity, bound: row.take()? };
        Ok(Counted { share, contract, number, line })
    }
}

/// The running subscriptions of a pool, the one that started first in front.
pub(crate) fn counted(cx: &mut Read, pool: PoolId) -> Result<Vec<Counted>> {
    cx.all(
        "SELECT s.id, c.id, c.number, s.line, s.quantity,
            (SELECT COUNT(*) FROM bindings b JOIN assignments a ON a.pool_id = b.pool_id AND a.person_id = b.person_id
             WHERE b.subscription_id = s.id AND b.pool_id = po.id AND a.suspended_at IS NULL)
         FROM pools po
         JOIN subscriptions s ON s.team_id = po.team_id AND s.offering_id = po.offering_id
         JOIN contracts c ON c.id = s.contract_id
         WHERE po.id = $1 AND s.started_at IS NOT NULL AND s.ended_at IS NULL ORDER BY s.start_at, s.id",
        &[&pool],
    )
}

/// A seat, and the running subscription that it is bound to.
pub(crate) struct Bound {
    pub charge: Charge,
    pub to: Option<SubscriptionId>,
}

impl FromRow for Bound {
    fn from_row(row: &mut Row) -> Result<Self> {
        let charge = Charge {
            assignment: row.take()?,
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            since: row.take()?,
            suspended_at: row.take()?,
            direct: row.take()?,
            counts_to: None,
            chosen: false,
        };
        Ok(Bound { charge, to: row.take()? })
    }
}

const SEAT: &str =
    "SELECT a.id, p.id, p.first_name, p.last_name, p.email, a.assigned_at, a.suspended_at, a.direct, s.id
     FROM assignments a JOIN people p ON p.id = a.person_id JOIN pools po ON po.id = a.pool_id
     LEFT JOIN bindings b ON b.pool_id = a.pool_id AND b.person_id = a.person_id
     LEFT JOIN subscriptions s ON s.id = b.subscription_id AND s.team_id = po.team_id
            AND s.offering_id = po.offering_id AND s.started_at IS NOT NULL AND s.ended_at IS NULL
     WHERE a.pool_id = $1";

/// In the order in which they were assigned.
pub(crate) fn seats(cx: &mut Read, pool: PoolId, after: &Mark, size: i64) -> Result<Vec<Bound>> {
    let sql = format!("{SEAT} AND (a.assigned_at, a.id) > ($2, $3) ORDER BY a.assigned_at, a.id LIMIT $4");
    cx.all(&sql, &[&pool, &after.assigned_at, &after.assignment, &size])
}

pub(crate) fn seat_of(cx: &mut Read, pool: PoolId, person: PersonId) -> Result<Option<Bound>> {
    cx.opt(&format!("{SEAT} AND a.person_id = $2"), &[&pool, &person])
}

/// When it was assigned; None for one that is not of the pool.
pub(crate) fn assigned_at(cx: &mut Read, pool: PoolId, id: AssignmentId) -> Result<Option<Timestamp>> {
    let found = cx.opt::<(Timestamp,)>(
        "SELECT assigned_at FROM assignments WHERE pool_id = $1 AND id = $2",
        &[&pool, &id],
    )?;
    Ok(found.map(|(at,)| at))
}

/// How many on a seat were assigned before it and are not bound.
pub(crate) fn unbound_before(
    cx: &mut Read,
    pool: PoolId,
    (assigned_at, id): (Timestamp, AssignmentId),
) -> Result<i64> {
    let (count,) = cx.one(
        "SELECT COUNT(*) FROM assignments a JOIN pools po ON po.id = a.pool_id
         LEFT JOIN bindings b ON b.pool_id = a.pool_id AND b.person_id = a.person_id
         LEFT JOIN subscriptions s ON s.id = b.subscription_id AND s.team_id = po.team_id
            AND s.offering_id = po.offering_id AND s.started_at IS NOT NULL AND s.ended_at IS NULL
         WHERE a.pool_id = $1 AND a.suspended_at IS NULL AND s.id IS NULL AND (a.assigned_at, a.id) < ($2, $3)",
        &[&pool, &assigned_at, &id],
    )?;
    Ok(count)
}

/// Holds off everybody else who binds to it; how many seats it has.
pub(crate) fn locked_quantity(cx: &mut Command, id: SubscriptionId) -> Result<i64> {
    let (quantity,) = cx.one("SELECT quantity FROM subscriptions WHERE id = $1 FOR UPDATE", &[&id])?;
    Ok(quantity)
}

/// How many others are bound to it. Those whose seat is gone for good are let go first.
pub(crate) fn bound_to(cx: &mut Command, pool: PoolId, id: SubscriptionId, but: PersonId) -> Result<i64> {
    cx.execute(
        "DELETE FROM bindings WHERE subscription_id = $1 AND NOT EXISTS (
            SELECT 1 FROM assignments a WHERE a.pool_id = bindings.pool_id AND a.person_id = bindings.person_id)",
        &[&id],
    )?;
    let (count,) = cx.one(
        "SELECT COUNT(*) FROM bindings WHERE subscription_id = $1 AND NOT (pool_id = $2 AND person_id = $3)",
        &[&id, &pool, &but],
    )?;
    Ok(count)
}

pub(crate) fn bind(cx: &mut Command, pool: PoolId, person: PersonId, to: SubscriptionId) -> Result<()> {
    let (now, by) = (cx.now(), cx.actor().label.clone());
    cx.execute(
        "INSERT INTO bindings (pool_id, person_id, subscription_id, bound_at, bound_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (pool_id, person_id) DO UPDATE SET subscription_id = excluded.subscription_id,
            bound_at = excluded.bound_at, bound_by = excluded.bound_by",
        &[&pool, &person, &to, &now, &by],
    )
    .map(|_| ())
}

/// Whether it was bound.
pub(crate) fn unbind(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<bool> {
    let gone = cx.execute("DELETE FROM bindings WHERE pool_id = $1 AND person_id = $2", &[&pool, &person])?;
    Ok(gone == 1)
}

/// Those who went to the other pool with seats of the subscription are bound to what it is there; nobody else stays bound
/// to what is not here any more.
pub(crate) fn carry_bindings(
    cx: &mut Command,
    (here, there): (PoolId, PoolId),
    (was, is): (SubscriptionId, SubscriptionId),
) -> Result<()> {
    cx.execute(
        "UPDATE bindings SET pool_id = $2, subscription_id = $4 WHERE pool_id = $1 AND subscription_id = $3
         AND EXISTS (SELECT 1 FROM assignments a WHERE a.pool_id = $2 AND a.person_id = bindings.person_id)
         AND NOT EXISTS (SELECT 1 FROM bindings b WHERE b.pool_id = $2 AND b.person_id = bindings.person_id)",
        &[&here, &there, &was, &is],
    )?;
    if was == is {
        cx.execute("DELETE FROM bindings WHERE pool_id = $1 AND subscription_id = $2", &[&here, &was])?;
    }
    Ok(())
}

/// Of those who are bound to it only so many stay so: who was bound last is let go first.
pub(crate) fn unbind_beyond(cx: &mut Command, id: SubscriptionId, quantity: i64) -> Result<()> {
    let (bound,): (i64,) = cx.one("SELECT COUNT(*) FROM bindings WHERE subscription_id = $1", &[&id])?;
    let over = (bound - quantity).max(0);
    cx.execute(
        "DELETE FROM bindings WHERE subscription_id = $1 AND person_id IN (
            SELECT b.person_id FROM bindings b WHERE b.subscription_id = $1
            ORDER BY b.bound_at DESC, b.person_id DESC LIMIT $2)",
        &[&id, &over],
    )
    .map(|_| ())
}
