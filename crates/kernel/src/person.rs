//! What a person is called and where mail reaches them: parsed once, at the door.

use crate::FieldError;
use std::fmt;

/// An email address, as it was written, and its key: two spellings with one key are one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    written: String,
    key: String,
}

impl Email {
    pub const MAX: usize = 254;

    /// Takes `Local.Part@Domain.example` in ASCII. Look-alike letters of other scripts are refused rather than
    /// guessed at: no two people may end up with addresses that read the same.
    ///
    /// ```
    /// use kernel::Email;
    /// let maja = Email::parse("mail", " Maja@Bygg.example ").unwrap();
    /// assert_eq!(maja.key(), "maja@bygg.example");
    /// assert_eq!(maja.as_str(), "Maja@Bygg.example");
    /// assert_eq!(Email::parse("mail", "mаja@bygg.example").unwrap_err().code, "email-letters"); // Cyrillic а
    /// ```
    pub fn parse(field: &str, text: &str) -> Result<Email, FieldError> {
        let text = text.trim();
        let refuse = |code| Err(FieldError::new(field, code));
        if text.is_empty() {
            return refuse("missing");
        }
        if text.len() > Self::MAX {
            return Err(FieldError::new(field, "too-long").bound(Self::MAX as i64));
        }
        if !text.is_ascii() {
            return refuse("email-letters");
        }
        let Some((local, domain)) = text.rsplit_once('@') else { return refuse("email-form") };
        if !local_is_fine(local) || !domain_is_fine(domain) {
            return refuse("email-form");
        }
        Ok(Email { written: text.to_owned(), key: text.to_ascii_lowercase() })
    }
    pub fn as_str(&self) -> &str {
        &self.written
    }
    /// Lower case, for comparing and for the unique index.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn local_is_fine(local: &str) -> bool {
    const MARKS: &str = "!#$%&'*+-/=?^_`{|}~";
    (1..=64).contains(&local.len())
        && local.split('.').all(|atom| {
            !atom.is_empty() && atom.chars().all(|c| c.is_ascii_alphanumeric() || MARKS.contains(c))
        })
}

fn domain_is_fine(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
}

/// A name of a person, an organization, a team: one line of text that people can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    pub const MAX: usize = 120;

    /// Folds white space, refuses control and invisible direction characters and more than 120 letters.
    pub fn parse(field: &str, text: &str) -> Result<Name, FieldError> {
        if text.len() > Self::MAX * 8 {
            return Err(FieldError::new(field, "too-long").bound(Self::MAX as i64));
        }
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() {
            return Err(FieldError::new(field, "missing"));
        }
        if folded.chars().count() > Self::MAX {
            return Err(FieldError::new(field, "too-long").bound(Self::MAX as i64));
        }
        if folded.chars().any(is_unreadable) {
            return Err(FieldError::new(field, "unreadable"));
        }
        Ok(Name(folded))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Control characters, and those that turn or hide text (bidirectional overrides, zero width).
pub fn is_unreadable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_no_mail_reaches_are_refused() {
        for bad in [
            "",
            "maja",
            "@x.se",
            "a@b",
            "a@-b.se",
            "a b@c.se",
            "a..b@c.se",
            "a@b.se\r\nBcc: c@d.se",
            "a@b..se",
        ] {
            assert!(Email::parse("mail", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_keep_their_letters_and_lose_their_tricks() {
        assert_eq!(Name::parse("name", "  Åsa   Öberg ").unwrap().as_str(), "Åsa Öberg");
        assert_eq!(Name::parse("name", "a\u{202e}b").unwrap_err().code, "unreadable");
        assert_eq!(Name::parse("name", &"x".repeat(1 << 20)).unwrap_err().code, "too-long");
    }
}
