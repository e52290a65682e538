//! The code that a person carries from a device to a browser (RFC 8628, 6.1): consonants only, so no word by chance.

use kernel::Chance;
use std::{fmt, str::FromStr};

const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
const LENGTH: usize = 8;

/// Eight letters, kept without the hyphen that people see: `WDJB-MJHT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserCode(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of eight consonants")]
pub struct NotAUserCode;

impl UserCode {
    /// Each letter is as likely as the others: bytes that would favor some are drawn again.
    pub fn random(chance: &Chance) -> Self {
        let mut letters = String::new();
        while letters.len() < LENGTH {
            let fair = chance.bytes::<16>().into_iter().filter(|byte| *byte < 240);
            letters.extend(fair.map(|byte| char::from(LETTERS[usize::from(byte % 20)])));
            letters.truncate(LENGTH);
        }
        UserCode(letters)
    }
    pub fn letters(&self) -> &str {
        &self.0
    }
}

impl FromStr for UserCode {
    type Err = NotAUserCode;

    /// As people type it: small letters, blanks and hyphens do not matter.
    ///
    /// ```
    /// use accounts::oauth::UserCode;
    /// assert_eq!(" wdjb mjht".parse::<UserCode>().unwrap().to_string(), "WDJB-MJHT");
    /// ```
    fn from_str(text: &str) -> Result<Self, NotAUserCode> {
        if text.len() > 64 {
            return Err(NotAUserCode);
        }
        let letters: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let fits = letters.len() == LENGTH && letters.bytes().all(|letter| LETTERS.contains(&letter));
        fits.then_some(UserCode(letters)).ok_or(NotAUserCode)
    }
}

impl fmt::Display for UserCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = self.0.split_at(LENGTH / 2);
        write!(f, "{first}-{last}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_others_do_not() {
        let counter = std::sync::atomic::AtomicU8::new(0);
        let chance = Chance::new(move |bytes| {
            bytes.fill_with(|| counter.fetch_add(37, std::sync::atomic::Ordering::Relaxed));
        });
        for _ in 0..100 {
            let code = UserCode::random(&chance);
            assert_eq!(code.to_string().parse(), Ok(code));
        }
        for bad in ["", "WDJB-MJH", "WDJB-MJHTT", "WDJA-MJHT", "WDJB-MJH1", "åäöå-åäöå"] {
            assert_eq!(bad.parse::<UserCode>(), Err(NotAUserCode), "{bad}");
        }
    }
}
