//! Time and chance as parameters: a room asks the clock that it was given.

use std::{fmt, sync::Arc, time::Duration};

/// A moment, in milliseconds since 1970-01-01 UTC. In the database it is a BIGINT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_millis(millis: i64) -> Self {
        Timestamp(millis)
    }
    pub const fn from_seconds(seconds: i64) -> Self {
        Timestamp(seconds * 1000)
    }
    pub const fn millis(self) -> i64 {
        self.0
    }
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }
    /// Saturates: a moment never wraps.
    pub fn plus(self, time: Duration) -> Self {
        Timestamp(self.0.saturating_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX)))
    }
    pub fn minus(self, time: Duration) -> Self {
        Timestamp(self.0.saturating_sub(i64::try_from(time.as_millis()).unwrap_or(i64::MAX)))
    }
    /// How long it has been since `earlier`; zero when that lies ahead.
    pub fn since(self, earlier: Timestamp) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0).max(0).unsigned_abs())
    }
    /// For calendars and time zones. Moments outside jiff's years are held at its border.
    pub fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::MAX)
    }
    pub fn from_jiff(time: jiff::Timestamp) -> Self {
        Timestamp(time.as_millisecond())
    }
    /// RFC 3339 in UTC, to the second: `2026-11-24T09:41:00Z`.
    pub fn rfc3339(self) -> String {
        Timestamp::from_seconds(self.seconds()).to_jiff().to_string()
    }
}

pub const fn minutes(n: u64) -> Duration {
    Duration::from_secs(60 * n)
}
pub const fn hours(n: u64) -> Duration {
    minutes(60 * n)
}
pub const fn days(n: u64) -> Duration {
    hours(24 * n)
}

/// Where the time comes from: the system's in a server, a frozen one in a test.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    pub fn new(read: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Clock(Arc::new(read))
    }
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// Where randomness comes from: the operating system's in a server, a seeded one in a test.
#[derive(Clone)]
pub struct Chance(Arc<Fill>);

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

impl Chance {
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Chance(Arc::new(fill))
    }
    pub fn fill(&self, bytes: &mut [u8]) {
        (self.0)(bytes);
    }
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chance")
    }
}
