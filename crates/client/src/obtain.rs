//! Getting a lease: from the server, or from a file that somebody carried here.

use crate::{
    Lease, License, LicenseError, Licensing, Result, Standing,
    http::{Answer, Ask, Attempts},
    store,
};
use lease::KeySet;
use wire::NewLease;

impl Licensing {
    /// Asks the server for a lease and keeps it.
    pub fn obtain(&self) -> Result<License> {
        self.renew(Attempts::SOME)
    }

    /// Asks for the next lease before this one is over; the same request as [`Licensing::obtain`].
    pub fn refresh(&self) -> Result<License> {
        self.renew(Attempts::SOME)
    }

    /// Takes a lease from a file, for machines without a network: the armored key set and lease, in one text.
    pub fn import(&self, file: &str) -> Result<License> {
        let part = |label| lease::unarmored(label, file).ok_or(lease::Refused::Malformed);
        let (keys, signed) = (part("KEYS")?, part("LEASE")?);
        let _lock = self.store.lock()?;
        let lease = self.believe(&signed, &keys)?;
        let now = self.world.now();
        let standing = self.standing(&lease, now, self.mark.read().unwrap_or(now));
        self.keep(lease, &signed, standing)
    }

    pub(crate) fn renew(&self, attempts: Attempts) -> Result<License> {
        if !self.is_signed_in() {
            return Err(LicenseError::SignedOut);
        }
        let privacy = self.accepted_privacy().ok_or(LicenseError::PrivacyNotAccepted)?;
        let granted = self.ask_for_lease(privacy, attempts).inspect_err(|error| self.heed(error))?;
        let _lock = self.store.lock()?;
        let lease = self.believe(&granted.lease, &granted.keys)?;
        if lease.jti != granted.id {
            return Err(LicenseError::BadAnswer(format!("{} is not {}", lease.jti, granted.id)));
        }
        // Straight from the server, its clock is right and ours may be wrong.
        let standing = self.standing(&lease, lease.iat, lease.iat);
        let issued = lease.iat;
        let license = self.keep(lease, &granted.lease, standing)?;
        self.mark.set(issued)?;
        Ok(license)
    }

    fn ask_for_lease(&self, privacy: String, attempts: Attempts) -> Result<wire::Lease> {
        let request = NewLease {
            product: self.settings.product.clone(),
            version: self.settings.version.clone(),
            device: self.device_facts(),
            privacy,
        };
        let key = self.world.secret()?;
        let answer = self.post_lease(&request, &key, attempts)?;
        if answer.status != 401 {
            return answer.read();
        }
        // The access token ended early, by a sign-out elsewhere or a server's restart; the refresh token knows.
        self.forget_access();
        match self.post_lease(&request, &key, attempts)? {
            // The session lives, it just gave a token; so this 401 decides nothing.
            answer if answer.status == 401 => {
                Err(LicenseError::BadAnswer("a fresh token was refused".into()))
            }
            answer => answer.read(),
        }
    }

    fn post_lease(&self, request: &NewLease, key: &str, attempts: Attempts) -> Result<Answer> {
        let url = format!("{}/api/v1/leases", self.settings.server);
        let token = self.access_token(attempts)?;
        self.http.send(&Ask::json(&url, request)?.bearer(&token).idempotent(key), attempts)
    }

    /// A decision of the server counts at once, also against a lease that would have held for weeks.
    fn heed(&self, error: &LicenseError) {
        // What cannot be removed now is refused again next time.
        if error.ends_the_lease() {
            let _ = self.store.remove(store::LEASE);
        }
        match error {
            LicenseError::SessionEnded => {
                self.forget_access();
                let _ = self.store.remove(store::SESSION);
            }
            LicenseError::PrivacyNotAccepted => {
                let _ = self.store.remove(store::PRIVACY);
            }
            _ => {}
        }
    }

    /// Verifies against the newest key set that this device has seen: an older one may name a key that leaked.
    fn believe(&self, signed: &str, keys_jws: &str) -> Result<Lease> {
        let offered = KeySet::verify(keys_jws, &self.settings.root)?;
        match self.stored_keys() {
            Some(known) if known.issued_at > offered.issued_at => Ok(Lease::verify(signed, &known)?),
            _ => {
                let lease = Lease::verify(signed, &offered)?;
                self.store.write(store::KEYS, keys_jws)?;
                Ok(lease)
            }
        }
    }

    fn keep(&self, lease: Lease, signed: &str, standing: Standing) -> Result<License> {
        let license = License { lease, standing, holder: self.holder(), note: None };
        if !standing.may_work() {
            return Err(self.why_not(&license));
        }
        self.store.write(store::LEASE, signed)?;
        Ok(license)
    }
}
