//! A lease that was given, before it is signed: signing needs a key and no transaction.

use crate::{Keys, OpenLease};
use kernel::{
    LeaseId, PersonId, Timestamp,
    clock::{days, hours},
};
use lease::{Confirmation, Lease, LeaseKind};
use seats::Policy;

#[derive(Debug, Clone)]
pub struct Granted {
    /// The server's public url.
    pub issuer: String,
    pub person: PersonId,
    /// The product's short name.
    pub product: String,
    pub fingerprint: String,
    /// The thumbprint of the device's key.
    pub thumbprint: String,
    pub privacy: String,
    pub epoch: i64,
    pub term: Term,
    /// The device had none before.
    pub is_new: bool,
}

/// The times of a lease, in whole seconds as they stand in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub lease: LeaseId,
    /// Counts the leases of one product on one device.
    pub seq: i64,
    pub issued_at: Timestamp,
    pub refresh_after: Timestamp,
    pub expires_at: Timestamp,
}

impl Term {
    pub(crate) fn from_now(now: Timestamp, lease: LeaseId, seq: i64, policy: Policy) -> Self {
        let issued_at = Timestamp::from_seconds(now.seconds());
        Term {
            lease,
            seq,
            issued_at,
            refresh_after: issued_at.plus(hours(policy.refresh_hours.into())),
            expires_at: issued_at.plus(days(policy.offline_days.into())),
        }
    }
    pub(crate) fn of(lease: &OpenLease) -> Self {
        Term {
            lease: lease.id,
            seq: lease.seq,
            issued_at: lease.issued_at,
            refresh_after: lease.refresh_after,
            expires_at: lease.expires_at,
        }
    }
}

/// A named seat covers all versions, until offerings say which.
const VERSIONS: &str = "*";

impl Granted {
    pub fn claims(&self, keys: &Keys) -> Lease {
        let (iat, exp) = (self.term.issued_at.seconds(), self.term.expires_at.seconds());
        Lease {
            iss: self.issuer.clone(),
            sub: keys.pairwise(&self.issuer, &self.product, self.person),
            jti: self.term.lease.to_string(),
            iat,
            nbf: iat,
            exp,
            refresh_after: self.term.refresh_after.seconds(),
            // No days of grace: the offline days of the offering are what was promised.
            grace_until: exp,
            device: self.fingerprint.clone(),
            cnf: Confirmation { jkt: self.thumbprint.clone() },
            product: self.product.clone(),
            versions: VERSIONS.into(),
            kind: LeaseKind::Named,
            entitlements: vec![],
            privacy: self.privacy.clone(),
            epoch: self.epoch.unsigned_abs(),
            seq: self.term.seq.unsigned_abs(),
        }
    }

    pub fn signed(&self, keys: &Keys) -> wire::Lease {
        wire::Lease {
            id: self.term.lease.to_string(),
            lease: keys.sign(&self.claims(keys)),
            keys: keys.signed_set().to_owned(),
            expires_at: self.term.expires_at.seconds(),
            refresh_after: self.term.refresh_after.seconds(),
        }
    }
}
