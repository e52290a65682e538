//! The real clock and the real chance. Measuring is reading a clock, so here it is read.

use kernel::{Chance, Clock, Timestamp};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

#[expect(clippy::disallowed_methods, reason = "the one place where time is measured")]
pub fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "the servers that are measured run by the system's clock")]
pub fn clock() -> Clock {
    Clock::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    })
}

#[expect(clippy::disallowed_methods, reason = "the servers that are measured draw the system's randomness")]
pub fn chance() -> Chance {
    Chance::new(|bytes| {
        if let Err(error) = getrandom::fill(bytes) {
            eprintln!("bench: the system has no randomness: {error}");
            std::process::abort();
        }
    })
}
