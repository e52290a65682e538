//! A signed, short-lived address of one build for one person.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{BuildId, PersonId, Timestamp, clock::minutes};
use std::time::Duration;

/// How long an address may be used to begin or to resume.
pub const VALID: Duration = minutes(10);

/// ```
/// use catalog::Ticket;
/// use kernel::{BuildId, Chance, PersonId, Timestamp};
/// let chance = Chance::new(|bytes| bytes.fill(3));
/// let at = Timestamp::from_seconds(1_800_000_000);
/// let ticket = Ticket { build: BuildId::new(at, &chance), person: PersonId::new(at, &chance), expires: at };
/// let signature = ticket.sign(b"a key");
/// assert!(ticket.is_signed_by(b"a key", &signature));
/// assert!(!ticket.is_signed_by(b"another", &signature));
/// let later = Ticket { expires: Timestamp::from_seconds(1_900_000_000), ..ticket };
/// assert!(!later.is_signed_by(b"a key", &signature));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    pub build: BuildId,
    pub person: PersonId,
    /// To the second, as the address says it.
    pub expires: Timestamp,
}

impl Ticket {
    fn signed_text(&self) -> String {
        format!("download\n{}\n{}\n{}", self.build, self.person, self.expires.seconds())
    }
    pub fn sign(&self, key: &[u8]) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, key);
        URL_SAFE_NO_PAD.encode(hmac::sign(&key, self.signed_text().as_bytes()))
    }
    /// Compares in constant time.
    pub fn is_signed_by(&self, key: &[u8], signature: &str) -> bool {
        let key = hmac::Key::new(hmac::HMAC_SHA256, key);
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
        hmac::verify(&key, self.signed_text().as_bytes(), &signature).is_ok()
    }
    pub fn path(&self, key: &[u8]) -> String {
        let (person, expires, signature) = (self.person, self.expires.seconds(), self.sign(key));
        format!("/downloads/{}?person={person}&expires={expires}&signature={signature}", self.build)
    }
}
