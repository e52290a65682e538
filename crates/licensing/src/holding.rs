//! What a person holds of one product: the devices with a lease, and the rule that lets another one in.

use crate::{AskForLease, LicenseRefused};
use kernel::{DeviceId, LeaseId, Timestamp};

/// A lease that nobody has ended; its time may be over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLease {
    pub id: LeaseId,
    pub device: DeviceId,
    pub fingerprint: String,
    pub seq: i64,
    pub created_at: Timestamp,
    pub issued_at: Timestamp,
    pub refresh_after: Timestamp,
    pub expires_at: Timestamp,
    /// Hashes of the last request: its Idempotency-Key and its content.
    pub asked_key: Option<String>,
    pub asked_digest: Option<String>,
    /// The privacy statement that was accepted with it; empty where there was none.
    pub privacy: String,
    pub machine: Machine,
}

/// A device as its program described it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    /// Base64url.
    pub public_key: String,
    /// The host name; a program need not tell it.
    pub name: Option<String>,
    pub platform: String,
}

/// The open leases of a person and a product, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Holding {
    pub open: Vec<OpenLease>,
}

impl Machine {
    /// Whether there is nothing new to note.
    pub(crate) fn is_as_told(&self, ask: &AskForLease) -> bool {
        self.public_key == ask.key.to_base64url()
            && self.platform == ask.platform
            && (ask.name.is_none() || ask.name == self.name)
    }
}

/// A repeated request is answered as before for so long.
const REMEMBERED: std::time::Duration = kernel::clock::hours(24);

impl Holding {
    /// The lease that the device goes on with; None when it gets one of its own. A lease that has run out frees its
    /// device. Where the offering allows fewer devices than before, those that came first stay.
    pub fn place(
        &self,
        fingerprint: &str,
        most: u32,
        now: Timestamp,
    ) -> Result<Option<&OpenLease>, LicenseRefused> {
        let living = || self.open.iter().filter(|lease| lease.expires_at > now);
        let own = living().find(|lease| lease.fingerprint == fingerprint);
        let before = living().take_while(|lease| own.is_none_or(|own| lease.id != own.id)).count();
        if before >= most as usize {
            return Err(LicenseRefused::TooManyDevices { most });
        }
        Ok(own)
    }

    /// The lease that this very request was answered with, if its answer got lost.
    pub fn answered(
        &self,
        key: &str,
        digest: &str,
        now: Timestamp,
    ) -> Result<Option<&OpenLease>, LicenseRefused> {
        let fresh = |lease: &&OpenLease| lease.expires_at > now && now.since(lease.issued_at) < REMEMBERED;
        let same = |lease: &&OpenLease| lease.asked_key.as_deref() == Some(key);
        match self.open.iter().filter(fresh).find(same) {
            Some(lease) if lease.asked_digest.as_deref() != Some(digest) => Err(LicenseRefused::KeyReused),
            found => Ok(found),
        }
    }

    pub fn has_run_out(&self, now: Timestamp) -> bool {
        self.open.iter().any(|lease| lease.expires_at <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Chance;
    use proptest::prelude::*;

    fn lease(n: i64, device: usize, expires: i64) -> OpenLease {
        let (at, chance) = (Timestamp::from_millis(n), Chance::new(|bytes| bytes.fill(5)));
        OpenLease {
            id: LeaseId::new(at, &chance),
            device: DeviceId::new(at, &chance),
            fingerprint: device.to_string(),
            seq: 1,
            created_at: at,
            issued_at: at,
            refresh_after: at,
            expires_at: Timestamp::from_millis(expires),
            asked_key: Some(format!("key {n}")),
            asked_digest: Some(format!("digest {n}")),
            privacy: String::new(),
            machine: Machine { public_key: String::new(), name: None, platform: "linux-x64".into() },
        }
    }

    #[test]
    fn fewer_devices_than_before_leave_those_that_came_first() {
        let holding = Holding { open: (0..3).map(|n| lease(n, n as usize, 100)).collect() };
        let may = |device: &str| holding.place(device, 2, Timestamp::from_millis(50)).is_ok();
        assert_eq!(["0", "1", "2", "3"].map(may), [true, true, false, false]);
    }

    #[test]
    fn a_key_that_comes_with_another_request_is_refused() {
        let holding = Holding { open: vec![lease(1, 1, 100)] };
        let now = Timestamp::from_millis(50);
        assert_eq!(holding.answered("key 1", "digest 1", now).unwrap().map(|lease| lease.seq), Some(1));
        assert_eq!(holding.answered("key 1", "digest 2", now), Err(LicenseRefused::KeyReused));
        assert_eq!(holding.answered("key 2", "digest 2", now), Ok(None));
        assert_eq!(holding.answered("key 1", "digest 2", Timestamp::from_millis(100)), Ok(None));
    }

    proptest! {
        /// Whoever asks in any order, at any time: never more living leases than devices are allowed.
        #[test]
        fn never_more_devices_than_allowed(asks in proptest::collection::vec((0usize..6, 1i64..40), 1..60), most in 1u32..5) {
            let (mut holding, mut now) = (Holding::default(), 0);
            for (device, wait) in asks {
                now += wait;
                let at = Timestamp::from_millis(now);
                match holding.place(&device.to_string(), most, at).map(|own| own.map(|own| own.id)) {
                    Ok(None) => {
                        holding.open.retain(|lease| lease.expires_at > at);
                        holding.open.push(lease(now, device, now + 100));
                    }
                    Ok(Some(own)) => {
                        let kept = holding.open.iter_mut().find(|lease| lease.id == own).expect("the own lease");
                        kept.expires_at = Timestamp::from_millis(now + 100);
                    }
                    Err(_) => {}
                }
                let living = holding.open.iter().filter(|lease| lease.expires_at > at).count();
                prop_assert!(living <= most as usize);
            }
        }
    }
}
