//! The lease itself: who may work where, with what, and until when.

use crate::{KeySet, Refused, SigningKey, jws};
use serde::{Deserialize, Serialize};

const TYP: &str = "lease+jwt";

/// The claims of a lease. All times are seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// The server that issued it.
    pub iss: String,
    /// The person, under a name that only this program's client knows (pairwise).
    pub sub: String,
    /// The lease's id, `lse_...`; the same in the API.
    pub jti: String,
    pub iat: i64,
    pub nbf: i64,
    pub exp: i64,
    /// From here on the program asks again when it is online.
    pub refresh_after: i64,
    /// Until here the program works on after `exp`, with a warning.
    pub grace_until: i64,
    /// Fingerprint of the machine.
    pub device: String,
    /// The device's key.
    pub cnf: Confirmation,
    pub product: String,
    /// `*`, or a range that [`crate::covers`] reads.
    pub versions: String,
    pub kind: LeaseKind,
    #[serde(default)]
    pub entitlements: Vec<String>,
    /// The version of the privacy statement that was accepted.
    #[serde(default)]
    pub privacy: String,
    /// Raised when earlier leases of this seat are revoked.
    #[serde(default)]
    pub epoch: u64,
    /// Counts the leases given out for this seat and device.
    #[serde(default)]
    pub seq: u64,
}

/// Binds a document to a key (RFC 7800).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Thumbprint of the device's public key: [`crate::PublicKey::thumbprint`].
    pub jkt: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LeaseKind {
    Named,
    Floating,
    Borrowed,
    Serial,
    Tokens,
    Trial,
    /// A kind that was invented after this program was built; the rest of the lease counts all the same.
    #[serde(other)]
    Other,
}

impl Lease {
    pub fn sign(&self, key: &SigningKey) -> String {
        jws::sign(TYP, self, key)
    }

    pub fn verify(jws: &str, keys: &KeySet) -> Result<Self, Refused> {
        jws::verify(jws, TYP, |kid| keys.key(kid))
    }
}
