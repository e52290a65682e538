//! Tokens and keys: random, shown once, stored as a hash, never printed.

use crate::Chance;
use sha2::{Digest, Sha256};
use std::fmt;

/// Text that must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Secret(text.into())
    }

    /// 256 random bits behind a prefix, with a checksum, so that secret scanners know it: `plats_key_...`.
    pub fn random(prefix: &str, chance: &Chance) -> Self {
        let body = base32(&chance.bytes::<32>());
        let check = checksum(prefix, &body);
        Secret(format!("plats_{prefix}_{body}{check}"))
    }

    /// Whether the text could be a token of ours: a typing error costs no look-up.
    pub fn is_well_formed(&self, prefix: &str) -> bool {
        self.0
            .strip_prefix("plats_")
            .and_then(|rest| rest.strip_prefix(prefix))
            .and_then(|rest| rest.strip_prefix('_'))
            .and_then(|rest| rest.split_at_checked(52))
            .is_some_and(|(body, check)| checksum(prefix, body) == check)
    }

    /// SHA-256 in hexadecimal: what the database keeps. Enough for 256 random bits; not for passwords.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }

    /// For the one place that shows or sends it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(...)")
    }
}

impl<'de> serde::Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Secret)
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn checksum(prefix: &str, body: &str) -> String {
    base32(&Sha256::digest(format!("{prefix}_{body}"))[..5])
}

fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let bits = bytes.len() * 8;
    (0..bits.div_ceil(5))
        .map(|at| {
            let value = (0..5).fold(0, |value, offset| {
                let bit = at * 5 + offset;
                let set = bit < bits && bytes[bit / 8] >> (7 - bit % 8) & 1 == 1;
                value << 1 | usize::from(set)
            });
            ALPHABET[value] as char
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_knows_its_kind_and_does_not_print() {
        let token = Secret::random("key", &Chance::new(|bytes| bytes.fill(7)));
        assert!(token.is_well_formed("key"));
        assert!(!token.is_well_formed("at"));
        assert!(!Secret::new(format!("{}x", token.expose())).is_well_formed("key"));
        assert_eq!(format!("{token:?}"), "Secret(...)");
    }
}
