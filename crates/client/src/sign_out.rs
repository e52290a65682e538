//! Leaving: the seat is free again, the session is over, the files are gone.

use crate::{
    LicenseError, Licensing, Result,
    http::{Ask, Attempts},
    store,
};

/// How far a sign-out reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedOut {
    /// The server knows, and has ended lease and session.
    Everywhere,
    /// The server was not reached. The lease runs out by itself; the account's list of devices ends it sooner.
    HereOnly,
}

impl Licensing {
    /// Signs out on this device, also without the network. The device's own key and clock marks stay: they are the
    /// machine's and not the person's.
    pub fn sign_out(&self) -> Result<SignedOut> {
        let lease_ended = self.end_lease();
        let _lock = self.store.lock()?;
        let session_ended = match self.session() {
            Some(session) => self.revoke(&session.refresh_token),
            None => Ok(()),
        };
        self.forget_access();
        for name in [store::SESSION, store::LEASE, store::KEYS, store::PRIVACY] {
            self.store.remove(name)?;
        }
        let everywhere = lease_ended.is_ok() && session_ended.is_ok();
        Ok(if everywhere { SignedOut::Everywhere } else { SignedOut::HereOnly })
    }

    fn end_lease(&self) -> Result<()> {
        let Ok(license) = self.status() else { return Ok(()) };
        let token = match self.access_token(Attempts::FEW) {
            // Without a session there is nobody to ask in the name of, and an ended session has ended its leases.
            Err(LicenseError::SignedOut | LicenseError::SessionEnded) => return Ok(()),
            other => other?,
        };
        let url = format!("{}/api/v1/leases/{}", self.settings.server, license.lease.jti);
        let answer = self.http.send(&Ask::delete(&url).bearer(&token), Attempts::FEW)?;
        if answer.is_success() || answer.status == 404 { Ok(()) } else { Err(answer.refusal()) }
    }
}
