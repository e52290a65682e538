//! The SQL of tries.

use kernel::{Result, Timestamp};
use std::time::Duration;
use store::Command;

/// How many tries there are in this window, and when it ends.
pub(super) fn count(cx: &mut Command, key: &str, window: Duration) -> Result<Option<(i64, Timestamp)>> {
    let now = cx.now();
    cx.returning(
        "INSERT INTO throttle (key, count, window_end) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
            count = CASE WHEN throttle.window_end <= $3 THEN 1 ELSE throttle.count + 1 END,
            window_end = CASE WHEN throttle.window_end <= $3 THEN $2 ELSE throttle.window_end END
         RETURNING count, window_end",
        &[&key, &now.plus(window), &now],
    )
}

pub(super) fn clear(cx: &mut Command, key: &str) -> Result<()> {
    cx.execute("DELETE FROM throttle WHERE key = $1", &[&key]).map(|_| ())
}

pub(super) fn sweep(cx: &mut Command) -> Result<u64> {
    let now = cx.now();
    cx.execute("DELETE FROM throttle WHERE window_end <= $1", &[&now])
}
