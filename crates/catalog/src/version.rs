//! Versions as people write them, in the order that people mean.

use kernel::FieldError;
use std::{cmp::Ordering, fmt};

/// `2027.1`, `3.0.12`, `2027.2-beta.1`. Numbers compare as numbers, and what follows a hyphen is a preview, which comes
/// before the version it previews. Two spellings of one version (`2027.1`, `2027.01`) are equal.
///
/// ```
/// use catalog::Version;
/// let order = ["2026.10", "2027-beta.2", "2027-beta.10", "2027", "2027.1-rc", "2027.1", "2027.1a", "2027.2", "2027.10"];
/// let versions = order.map(|text| Version::parse("version", text).unwrap());
/// assert!(versions.is_sorted());
/// assert!(versions.windows(2).all(|pair| pair[0].sort_key() < pair[1].sort_key()));
///
/// let [plain, padded] = ["2027.1", "2027.01"].map(|text| Version::parse("version", text).unwrap());
/// assert_eq!(plain, padded);
/// assert!(Version::parse("version", "2027.1-rc").unwrap().is_preview());
/// for bad in ["1 2", "v/1", "-1", ".5", "1..2", "1."] {
///     assert_eq!(Version::parse("version", bad).unwrap_err().code, "version-form");
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Version {
    text: String,
    key: String,
}

impl Version {
    pub const MAX: usize = 40;

    pub fn parse(field: &str, text: &str) -> Result<Version, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldError::new(field, "missing"));
        }
        if text.len() > Self::MAX {
            return Err(FieldError::new(field, "too-long").bound(Self::MAX as i64));
        }
        let parts = text.split(['.', '-', '+', '_']);
        let fine = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
        // The address of the form for a new release is a word too.
        if !parts.clone().all(fine) || !text.bytes().any(|b| b.is_ascii_digit()) {
            return Err(FieldError::new(field, "version-form"));
        }
        Ok(Version { text: text.to_owned(), key: key(text) })
    }
    pub fn as_str(&self) -> &str {
        &self.text
    }
    /// Text that sorts as the versions do, byte by byte: for the database.
    pub fn sort_key(&self) -> &str {
        &self.key
    }
    pub fn is_preview(&self) -> bool {
        self.text.contains('-')
    }
}

/// Each run of digits becomes `n`, its length and the digits; each run of letters `a`, the letters and a space. A hyphen
/// stays and the end is a dot, so that preview < end < more letters < more numbers.
fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of_kind = |c: char| c.is_ascii_digit() == first.is_ascii_digit() && c.is_ascii_alphanumeric();
        let (run, after) = rest.split_at(rest.find(|c| !of_kind(c)).unwrap_or(rest.len()));
        match first {
            '0'..='9' => {
                let digits = run.trim_start_matches('0');
                key += &format!("n{:02}{digits}", digits.len());
            }
            '-' => key.push('-'),
            _ if first.is_ascii_alphabetic() => key += &format!("a{} ", run.to_ascii_lowercase()),
            _ => {}
        }
        rest = if run.is_empty() { &rest[1..] } else { after };
    }
    key + "."
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}
impl Eq for Version {}
impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}
impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl std::str::FromStr for Version {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        Version::parse("version", text)
    }
}
