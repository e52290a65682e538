//! Slowing down what is tried too often: by account, by address, by code. Nobody is locked out for good.

use kernel::{Error, Result};
use std::time::Duration;
use store::Command;

/// Counts one try under the key; refuses from the one after `most` until the window ends. Never the whole reason of a
/// command's write, so it does not record.
pub fn count(cx: &mut Command, key: &str, most: i64, window: Duration) -> Result<()> {
    let now = cx.now();
    let row = cx.returning::<(i64, kernel::Timestamp)>(
        "INSERT INTO throttle (key, count, window_end) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
            count = CASE WHEN throttle.window_end <= $3 THEN 1 ELSE throttle.count + 1 END,
            window_end = CASE WHEN throttle.window_end <= $3 THEN $2 ELSE throttle.window_end END
         RETURNING count, window_end",
        &[&key, &now.plus(window), &now],
    )?;
    match row {
        Some((tries, until)) if tries > most => Err(Error::too_many(until.since(now))),
        _ => Ok(()),
    }
}

/// Forgets the tries, after a success.
pub fn clear(cx: &mut Command, key: &str) -> Result<()> {
    cx.execute("DELETE FROM throttle WHERE key = $1", &[&key]).map(|_| ())
}

/// Forgets what holds nobody off any more; strangers make these rows. How many that were.
pub fn sweep(cx: &mut Command) -> Result<u64> {
    let now = cx.now();
    cx.execute("DELETE FROM throttle WHERE window_end <= $1", &[&now])
}

/// The address as far as it names one household: IPv4 whole, IPv6 by its first 64 bits.
pub fn prefix(address: &str) -> String {
    match address.parse::<std::net::Ipv6Addr>() {
        Ok(v6) => v6.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
        Err(_) => address.to_owned(),
    }
}
