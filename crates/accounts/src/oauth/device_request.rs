//! A device without a browser that waits for its person (RFC 8628): what it hears when it asks again.

use kernel::{ConsentId, Timestamp};
use std::time::Duration;

pub const LIFETIME: Duration = kernel::clock::minutes(15);
/// How long a device waits between two questions, in seconds, to begin with.
pub const INTERVAL: i64 = 5;

/// The state of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRequest {
    pub expires_at: Timestamp,
    /// In seconds.
    pub interval: i64,
    pub polled_at: Option<Timestamp>,
    pub grant: Option<ConsentId>,
    pub denied: bool,
    pub used: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Pending,
    /// Asked too soon; from now on the pause is this many seconds.
    SlowDown(i64),
    Denied,
    Expired,
    Allowed(ConsentId),
    /// The tokens were given out before: somebody has a copy of the code.
    Used(ConsentId),
}

impl DeviceRequest {
    pub fn heard(&self, now: Timestamp) -> Heard {
        // Timers of devices are not exact, so half a second is forgiven.
        let pause = Duration::from_millis((self.interval * 1000 - 500).max(0).unsigned_abs());
        match self.grant {
            Some(grant) if self.used => Heard::Used(grant),
            _ if self.denied => Heard::Denied,
            _ if now >= self.expires_at => Heard::Expired,
            _ if self.polled_at.is_some_and(|last| now.since(last) < pause) => {
                Heard::SlowDown(self.interval + 5)
            }
            Some(grant) => Heard::Allowed(grant),
            None => Heard::Pending,
        }
    }
    /// Whether a person can still decide.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.grant.is_none() && !self.denied && now < self.expires_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Chance;

    #[test]
    fn a_device_hears_what_its_person_did() {
        let at = Timestamp::from_seconds;
        let id = ConsentId::new(at(1), &Chance::new(|bytes| bytes.fill(3)));
        let fresh = DeviceRequest {
            expires_at: at(900),
            interval: 5,
            polled_at: None,
            grant: None,
            denied: false,
            used: false,
        };
        assert_eq!(fresh.heard(at(0)), Heard::Pending);
        let asked = DeviceRequest { polled_at: Some(at(10)), ..fresh.clone() };
        assert_eq!(asked.heard(at(12)), Heard::SlowDown(10));
        assert_eq!(asked.heard(at(15)), Heard::Pending);
        assert_eq!(asked.heard(at(900)), Heard::Expired);
        assert!(asked.is_open(at(899)) && !asked.is_open(at(900)));
        let allowed = DeviceRequest { grant: Some(id), ..asked.clone() };
        assert_eq!(allowed.heard(at(15)), Heard::Allowed(id));
        assert!(!allowed.is_open(at(15)));
        assert_eq!(DeviceRequest { used: true, ..allowed }.heard(at(2000)), Heard::Used(id));
        assert_eq!(DeviceRequest { denied: true, ..asked }.heard(at(11)), Heard::Denied);
    }
}
