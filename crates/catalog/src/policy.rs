//! What a license of an offering allows.

use crate::checks::{Checks, number};
use kernel::{
    FieldError,
    clock::{days, hours},
};
use std::time::Duration;

/// ```
/// use catalog::OfferingPolicy;
/// let usual = OfferingPolicy::default();
/// assert_eq!((usual.max_devices, usual.offline_days, usual.refresh_hours), (3, 30, 24));
/// let wrong = OfferingPolicy::parse("0", "x", "48").unwrap_err();
/// assert_eq!(wrong.iter().map(|error| error.code).collect::<Vec<_>>(), ["too-small", "not-a-number"]);
/// // A program that never asks before its proof ends would stop in the middle of the work.
/// assert_eq!(OfferingPolicy::parse("3", "1", "24").unwrap_err()[0].field, "refresh_hours");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferingPolicy {
    /// On how many devices one person may work.
    pub max_devices: u32,
    /// How long a program works without a connection.
    pub offline_days: u32,
    /// How often a program that is online asks anew.
    pub refresh_hours: u32,
}

impl Default for OfferingPolicy {
    fn default() -> Self {
        OfferingPolicy { max_devices: 3, offline_days: 30, refresh_hours: 24 }
    }
}

impl OfferingPolicy {
    pub const MAX_DEVICES: i64 = 100;
    pub const MAX_OFFLINE_DAYS: i64 = 400;

    pub fn parse(devices: &str, offline: &str, refresh: &str) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let devices = checks.take(number("max_devices", devices, 1..=Self::MAX_DEVICES));
        let offline = checks.take(number("offline_days", offline, 1..=Self::MAX_OFFLINE_DAYS));
        let most = offline.map_or(Self::MAX_OFFLINE_DAYS * 24, |days| i64::from(days) * 24) - 1;
        let refresh = checks.take(number("refresh_hours", refresh, 1..=most));
        checks.done(|| {
            Some(OfferingPolicy { max_devices: devices?, offline_days: offline?, refresh_hours: refresh? })
        })
    }
    pub fn offline(self) -> Duration {
        days(u64::from(self.offline_days))
    }
    pub fn refresh(self) -> Duration {
        hours(u64::from(self.refresh_hours))
    }
}
