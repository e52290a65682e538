//! The article number of an offering: what an order line names.

use kernel::FieldError;
use std::fmt;

/// Capital letters, digits, dots and hyphens; written in any case.
///
/// ```
/// use catalog::Sku;
/// assert_eq!(Sku::parse("sku", " rit-named-1y ").unwrap().as_str(), "RIT-NAMED-1Y");
/// assert_eq!(Sku::parse("sku", "rit/1").unwrap_err().code, "sku-form");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sku(String);

impl Sku {
    pub const MAX: usize = 40;

    pub fn parse(field: &str, text: &str) -> Result<Sku, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldError::new(field, "missing"));
        }
        if text.len() > Self::MAX {
            return Err(FieldError::new(field, "too-long").bound(Self::MAX as i64));
        }
        let edge = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
        let fine = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'));
        if !fine || !edge(text.bytes().next()) || !edge(text.bytes().next_back()) {
            return Err(FieldError::new(field, "sku-form"));
        }
        Ok(Sku(text.to_ascii_uppercase()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Sku {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Sku {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        Sku::parse("sku", text)
    }
}
