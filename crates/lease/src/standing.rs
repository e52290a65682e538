//! What a lease is worth here and now: one pure rule.

use crate::{Lease, versions};

const DAY: i64 = 24 * 60 * 60;
/// Clocks are set back by time zones, dual boot and dead batteries; a day of that is nobody's fault.
const BACKWARDS: i64 = DAY;
/// Server and device may disagree by this much about the moment of issue.
const SKEW: i64 = 5 * 60;

/// What the rule wants to know of the place and the time.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// What the device's clock says, in seconds since 1970.
    pub now: i64,
    /// The latest time this device is known to have seen.
    pub high_water_mark: i64,
    pub device: &'a str,
    pub product: &'a str,
    pub version: &'a str,
}

/// The verdict. Days are begun days: one hour left is one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Valid {
        days_left: i64,
    },
    /// Valid, and it is time to ask for the next one.
    RefreshDue {
        days_left: i64,
    },
    /// Over, but the vendor lets people work on for these days.
    Grace {
        days_left: i64,
    },
    /// The clock lies; the lease still holds by the latest time we know, so work goes on with a message.
    ClockSetBack {
        days_left: i64,
    },
    Expired {
        since: i64,
    },
    NotYet {
        from: i64,
    },
    WrongDevice,
    WrongProduct,
    VersionNotCovered,
}

impl Standing {
    pub fn may_work(self) -> bool {
        self.days_left().is_some()
    }

    /// Whether to ask the server for a new lease when it can be reached.
    pub fn wants_refresh(self) -> bool {
        !matches!(self, Self::Valid { .. })
    }

    pub fn days_left(self) -> Option<i64> {
        match self {
            Self::Valid { days_left }
            | Self::RefreshDue { days_left }
            | Self::Grace { days_left }
            | Self::ClockSetBack { days_left } => Some(days_left),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Valid { .. } => "valid",
            Self::RefreshDue { .. } => "refresh-due",
            Self::Grace { .. } => "grace",
            Self::ClockSetBack { .. } => "clock-set-back",
            Self::Expired { .. } => "expired",
            Self::NotYet { .. } => "not-yet",
            Self::WrongDevice => "wrong-device",
            Self::WrongProduct => "wrong-product",
            Self::VersionNotCovered => "version-not-covered",
        }
    }
}

impl Lease {
    /// Judges the lease. A doubt about the clock is never a brick: only time that surely passed ends a lease.
    pub fn standing(&self, here: Circumstances<'_>) -> Standing {
        if self.product != here.product {
            return Standing::WrongProduct;
        }
        if self.device != here.device {
            return Standing::WrongDevice;
        }
        if !versions::covers(&self.versions, here.version) {
            return Standing::VersionNotCovered;
        }
        self.standing_in_time(here.now, here.high_water_mark)
    }

    fn standing_in_time(&self, now: i64, mark: i64) -> Standing {
        // Setting the clock back wins nothing: what was seen once has passed.
        let passed = now.max(mark).max(self.iat);
        let last = self.exp.max(self.grace_until);
        if passed >= last {
            return Standing::Expired { since: last };
        }
        if now < mark.saturating_sub(BACKWARDS) || now < self.iat.saturating_sub(SKEW) {
            return Standing::ClockSetBack { days_left: days(last, passed) };
        }
        if passed.saturating_add(SKEW) < self.nbf {
            return Standing::NotYet { from: self.nbf };
        }
        if passed >= self.exp {
            return Standing::Grace { days_left: days(last, passed) };
        }
        let days_left = days(self.exp, passed);
        if passed >= self.refresh_after {
            Standing::RefreshDue { days_left }
        } else {
            Standing::Valid { days_left }
        }
    }
}

/// Begun days between two times.
fn days(end: i64, from: i64) -> i64 {
    end.saturating_sub(from).saturating_add(DAY - 1) / DAY
}
