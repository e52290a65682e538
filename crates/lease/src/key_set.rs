//! The keys that may sign leases, vouched for by the vendor's root key.

use crate::{Jwk, PublicKey, Refused, RootKey, SigningKey, jws};
use serde::{Deserialize, Serialize};

const TYP: &str = "keys+jwt";

/// Current and next keys. Programs ship the root key only, so lease keys rotate without a new build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySet {
    /// Seconds since 1970. Of two sets the newer counts, so that a withdrawn key stays withdrawn.
    pub issued_at: i64,
    pub keys: Vec<PublicKey>,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iat: i64,
    keys: Vec<Jwk>,
}

impl KeySet {
    pub fn new(issued_at: i64, keys: Vec<PublicKey>) -> Self {
        Self { issued_at, keys }
    }

    /// Signed where the root key lives: away from the server.
    pub fn sign(&self, root: &SigningKey) -> String {
        let keys = self.keys.iter().map(PublicKey::to_jwk).collect();
        jws::sign(TYP, &Claims { iat: self.issued_at, keys }, root)
    }

    pub fn verify(jws: &str, root: &RootKey) -> Result<Self, Refused> {
        let vouched = |kid: &str| (root.public().kid() == kid).then_some(root.public());
        let claims: Claims = jws::verify(jws, TYP, vouched)?;
        let keys = claims.keys.iter().filter_map(Jwk::to_key).collect();
        Ok(Self { issued_at: claims.iat, keys })
    }

    pub fn key(&self, kid: &str) -> Option<&PublicKey> {
        self.keys.iter().find(|key| key.kid() == kid)
    }
}
