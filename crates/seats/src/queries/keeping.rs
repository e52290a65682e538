//! The assignments of a pool in the order of keeping, as [`Place`](crate::Place) has it.

use super::lists::HOLDER;
use crate::assignment::Holder;
use kernel::{AssignmentId, PoolId, Result, Timestamp};
use store::{Command, Read};

/// Who comes first keeps the seat longest. An index has the same words.
pub(super) const KEEPING: &str = "COALESCE(l.pinned_at, 9223372036854775807), l.assigned_at, l.id";
const BACKWARDS: &str = "COALESCE(l.pinned_at, 9223372036854775807) DESC, l.assigned_at DESC, l.id DESC";

/// Rows of a pool, each with its person.
fn of_pool(rest: &str) -> String {
    format!(
        "SELECT {HOLDER} FROM assignments l JOIN people p ON p.id = l.person_id WHERE l.pool_id = $1 AND {rest}"
    )
}

/// Those who have a seat and lose it first.
pub(crate) fn last_seated(cx: &mut Read, pool: PoolId, count: i64) -> Result<Vec<Holder>> {
    let sql = of_pool(&format!("l.suspended_at IS NULL ORDER BY {BACKWARDS} LIMIT $2"));
    cx.all(&sql, &[&pool, &count])
}

/// Those who wait and get a seat first.
pub(crate) fn first_waiting(cx: &mut Read, pool: PoolId, count: i64) -> Result<Vec<Holder>> {
    let sql = of_pool(&format!("l.suspended_at IS NOT NULL ORDER BY {KEEPING} LIMIT $2"));
    cx.all(&sql, &[&pool, &count])
}

/// Who got a seat by this release; who loses it first comes first.
pub(crate) fn resumed_in(cx: &mut Read, pool: PoolId, release: AssignmentId) -> Result<Vec<Holder>> {
    let sql = of_pool(&format!("l.resumed_in = $2 AND l.suspended_at IS NULL ORDER BY {BACKWARDS}"));
    cx.all(&sql, &[&pool, &release])
}

/// The pinned, in the order of keeping.
pub(crate) fn pinned(cx: &mut Read, pool: PoolId, most: i64) -> Result<Vec<Holder>> {
    let sql = of_pool(&format!(
        "COALESCE(l.pinned_at, 9223372036854775807) < 9223372036854775807 ORDER BY {KEEPING} LIMIT $2"
    ));
    cx.all(&sql, &[&pool, &most])
}

/// Whether it was not pinned.
pub(crate) fn pin(cx: &mut Command, id: AssignmentId, since: Timestamp) -> Result<bool> {
    let pinned = cx.execute(
        "UPDATE assignments SET pinned_at = $2 WHERE id = $1 AND pinned_at IS NULL",
        &[&id, &since],
    )?;
    Ok(pinned == 1)
}

/// Since when it was pinned. The caller holds the row lock of the pool.
pub(crate) fn unpin(cx: &mut Command, id: AssignmentId) -> Result<Option<Timestamp>> {
    let (since,) =
        cx.one::<(Option<Timestamp>,)>("SELECT pinned_at FROM assignments WHERE id = $1", &[&id])?;
    if since.is_some() {
        cx.execute("UPDATE assignments SET pinned_at = NULL WHERE id = $1", &[&id])?;
    }
    Ok(since)
}
