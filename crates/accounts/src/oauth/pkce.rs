//! Proof that who exchanges a code is who asked for it (RFC 7636), by SHA-256 and by nothing weaker.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::str::FromStr;

/// What the program sends first: the hash of a secret that it keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code challenge of the method S256")]
pub struct NotAChallenge;

impl Challenge {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The vector of RFC 7636, appendix B:
    ///
    /// ```
    /// use accounts::oauth::Challenge;
    /// let challenge: Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM".parse().unwrap();
    /// assert!(challenge.is_met_by("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    /// assert!(!challenge.is_met_by("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    /// ```
    pub fn is_met_by(&self, verifier: &str) -> bool {
        is_verifier(verifier) && BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == self.0
    }
}

impl FromStr for Challenge {
    type Err = NotAChallenge;

    fn from_str(text: &str) -> Result<Self, NotAChallenge> {
        let is_hash = BASE64_URL_SAFE_NO_PAD.decode(text).is_ok_and(|bytes| bytes.len() == 32);
        is_hash.then(|| Challenge(text.to_owned())).ok_or(NotAChallenge)
    }
}

fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_a_hash_and_a_verifier_is_long() {
        for bad in
            ["", "plain", &"a".repeat(44), &"a".repeat(42), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM"]
        {
            assert!(bad.parse::<Challenge>().is_err(), "{bad}");
        }
        let of_short: Challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest("short")).parse().unwrap();
        assert!(!of_short.is_met_by("short"));
    }
}
