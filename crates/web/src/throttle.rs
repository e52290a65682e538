//! Slowing down what is tried too often: by account, by address, by code. Nobody is locked out for good.

mod queries;

use kernel::{Error, Result};
use std::time::Duration;
use store::Command;

/// Counts one try under the key; refuses from the one after `most` until the window ends. Never the whole reason of a
/// command's write, so it does not record.
pub fn count(cx: &mut Command, key: &str, most: i64, window: Duration) -> Result<()> {
    match queries::count(cx, key, window)? {
        Some((tries, until)) if tries > most => Err(Error::too_many(until.since(cx.now()))),
        _ => Ok(()),
    }
}

/// Forgets the tries, after a success.
pub fn clear(cx: &mut Command, key: &str) -> Result<()> {
    queries::clear(cx, key)
}

/// Forgets what holds nobody off any more; strangers make these rows. How many that were.
pub fn sweep(cx: &mut Command) -> Result<u64> {
    queries::sweep(cx)
}

/// The address as far as it names one household: IPv4 whole, IPv6 by its first 64 bits.
pub fn prefix(address: &str) -> String {
    match address.parse::<std::net::Ipv6Addr>() {
        Ok(v6) => v6.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
        Err(_) => address.to_owned(),
    }
}
