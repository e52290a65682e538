//! The short name of a product, as programs and addresses write it: `ritbord`.

use kernel::FieldError;
use std::fmt;

/// Small letters, digits and single hyphens; never changes, since programs are built with it.
///
/// ```
/// use catalog::Slug;
/// assert_eq!(Slug::parse("slug", " ritbord-3d ").unwrap().as_str(), "ritbord-3d");
/// for bad in ["Ritbord", "rit bord", "-ritbord", "rit--bord", "ritbörd", "../etc"] {
///     assert_eq!(Slug::parse("slug", bad).unwrap_err().code, "slug-form");
/// }
/// assert_eq!(Slug::parse("slug", "new").unwrap_err().code, "slug-reserved");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slug(String);

impl Slug {
    pub const MAX: usize = 40;

    pub fn parse(field: &str, text: &str) -> Result<Slug, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldError::new(field, "missing"));
        }
        if text.len() > Self::MAX {
            return Err(FieldError::new(field, "too-long").bound(Self::MAX as i64));
        }
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !text.split('-').all(plain) {
            return Err(FieldError::new(field, "slug-form"));
        }
        // The address of the form for a new product.
        if text == "new" {
            return Err(FieldError::new(field, "slug-reserved"));
        }
        Ok(Slug(text.to_owned()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Slug {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        Slug::parse("slug", text)
    }
}
