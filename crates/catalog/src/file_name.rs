//! The name under which a build is saved.

use kernel::{FieldError, person::is_unreadable};
use std::fmt;

/// One name without folders, so that it is safe on every system that saves it.
///
/// ```
/// use catalog::FileName;
/// let name = FileName::parse("Ritbord 2027 på svenska.msi").unwrap();
/// assert_eq!(
///     name.content_disposition(),
///     "attachment; filename=\"Ritbord 2027 p_ svenska.msi\"; filename*=UTF-8''Ritbord%202027%20p%C3%A5%20svenska.msi"
/// );
/// assert_eq!(FileName::parse("C:\\fake\\Setup.exe").unwrap().as_str(), "Setup.exe"); // as some browsers send it
/// for bad in ["", "..", ".bashrc", "a\nb", "a\u{202e}gpj.exe", "x:y", "CON<"] {
///     assert!(FileName::parse(bad).is_err(), "{bad}");
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    pub const MAX: usize = 150;

    pub fn parse(text: &str) -> Result<FileName, FieldError> {
        let refuse = |code| Err(FieldError::new("file_name", code));
        let name = text.rsplit(['/', '\\']).next().unwrap_or_default().trim();
        if name.is_empty() {
            return refuse("missing");
        }
        if name.chars().count() > Self::MAX {
            return Err(FieldError::new("file_name", "too-long").bound(Self::MAX as i64));
        }
        if name.chars().any(is_unreadable) {
            return refuse("unreadable");
        }
        if name.starts_with('.') || name.ends_with('.') || name.contains(['"', '<', '>', '|', ':', '*', '?'])
        {
            return refuse("file-name-form");
        }
        Ok(FileName(name.to_owned()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// RFC 6266: plain letters for old readers, the true name for all others.
    pub fn content_disposition(&self) -> String {
        let plain = |c: char| if c == ' ' || c.is_ascii_graphic() && c != '%' { c } else { '_' };
        let ascii: String = self.0.chars().map(plain).collect();
        let full = percent_encoding::utf8_percent_encode(&self.0, UNSAFE);
        format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{full}")
    }
}

/// All but the `attr-char` of RFC 8187.
const UNSAFE: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for FileName {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        FileName::parse(text)
    }
}
