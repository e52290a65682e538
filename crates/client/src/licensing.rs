//! The one handle that a program keeps: what it knows, and how a start goes.

use crate::{
    Builder, DeviceFacts, Lease, License, LicenseError, Refused, Result, Standing,
    builder::Settings,
    device::Device,
    http::{Attempts, Http},
    machine,
    mark::Mark,
    metadata::Metadata,
    session::Access,
    store::{self, Store},
    world::World,
};
use lease::{Circumstances, KeySet};
use std::sync::{Mutex, OnceLock};

/// Built once with [`Licensing::builder`]; usable from several threads, and by several processes on one store.
pub struct Licensing {
    pub(crate) settings: Settings,
    pub(crate) world: World,
    pub(crate) store: Store,
    pub(crate) http: Http,
    pub(crate) device: Device,
    pub(crate) mark: Mark,
    pub(crate) metadata: OnceLock<Metadata>,
    pub(crate) access: Mutex<Option<Access>>,
}

impl Licensing {
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The usual start. A lease that holds is enough; the server is asked when it is time, and missed only when there
    /// is no lease to work on. Call it again every few hours in a program that runs for days.
    pub fn start(&self) -> Result<License> {
        match self.status() {
            Ok(license) if license.standing.may_work() => self.work_on(license),
            offline => self.begin(offline),
        }
    }

    /// What the stored lease is worth, without the network. [`LicenseError::SignedOut`] when there is none; a lease
    /// that does not hold is no error here, look at its standing.
    pub fn status(&self) -> Result<License> {
        let lease = self.stored_lease()?;
        let now = self.world.now();
        let standing = self.standing(&lease, now, self.mark.read().unwrap_or(lease.iat));
        // A disk that cannot be written is no reason to stop work.
        let _ = self.mark.raise(now);
        Ok(License { lease, standing, holder: self.holder(), note: None })
    }

    /// What the server learns of this machine, for a request that is carried by hand to a vendor (see
    /// [`Licensing::import`]).
    pub fn device_facts(&self) -> DeviceFacts {
        DeviceFacts {
            fingerprint: self.device.fingerprint.clone(),
            key: self.device.key.to_base64url(),
            name: self.has_consent().then(machine::name).flatten(),
            platform: machine::platform(),
        }
    }

    /// The error's advice in the language of the builder.
    pub fn advice(&self, error: &LicenseError) -> String {
        error.advice(self.settings.language)
    }

    fn work_on(&self, license: License) -> Result<License> {
        if !license.standing.wants_refresh() {
            return Ok(license);
        }
        match self.renew(Attempts::FEW) {
            Err(doubt) if doubt.is_doubt() => Ok(License { note: Some(doubt), ..license }),
            decided => decided,
        }
    }

    fn begin(&self, offline: Result<License>) -> Result<License> {
        match (self.renew(Attempts::SOME), offline) {
            (Err(LicenseError::ServerUnreachable(_)), Ok(license)) => Err(self.why_not(&license)),
            (online, _) => online,
        }
    }

    pub(crate) fn why_not(&self, license: &License) -> LicenseError {
        match license.standing {
            Standing::NotYet { .. } => LicenseError::NotYetValid,
            Standing::WrongDevice => LicenseError::WrongDevice,
            Standing::WrongProduct => LicenseError::WrongProduct,
            Standing::VersionNotCovered => LicenseError::VersionNotCovered,
            // Over by the latest time that was seen, not by what the clock says now.
            _ if self.world.now() < license.lease.exp => LicenseError::ClockSetBack,
            _ => LicenseError::LeaseExpired,
        }
    }

    fn stored_lease(&self) -> Result<Lease> {
        let lease = self.store.read(store::LEASE).ok_or(LicenseError::SignedOut)?;
        let keys = self.stored_keys().ok_or(Refused::UnknownKey)?;
        Ok(Lease::verify(&lease, &keys)?)
    }

    pub(crate) fn stored_keys(&self) -> Option<KeySet> {
        KeySet::verify(&self.store.read(store::KEYS)?, &self.settings.root).ok()
    }

    pub(crate) fn standing(&self, lease: &Lease, now: i64, high_water_mark: i64) -> Standing {
        if lease.cnf.jkt != self.device.key.thumbprint() {
            return Standing::WrongDevice;
        }
        lease.standing(Circumstances {
            now,
            high_water_mark,
            device: &self.device.fingerprint,
            product: &self.settings.product,
            version: &self.settings.version,
        })
    }
}
