//! The SHA-256 of a file: it names the content, proves it, and is its strong ETag.

use base64::{Engine, engine::general_purpose::STANDARD};
use kernel::FieldError;
use std::{fmt, str::FromStr};

/// ```
/// use catalog::Digest;
/// let digest: Digest = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".parse().unwrap();
/// let header = "sha-256=:LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=:";
/// assert_eq!(digest.repr_digest(), header);
/// assert_eq!(Digest::from_repr_digest(&format!("md5=:AAAA:, {header}")), Ok(Some(digest)));
/// assert_eq!(Digest::from_repr_digest("sha-512=:AAAA:"), Ok(None));
/// assert!(Digest::from_repr_digest("sha-256=:nonsense:").is_err());
/// assert!(Digest::from_repr_digest("sha-256=2c26b46b").is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    pub const fn new(bytes: [u8; 32]) -> Self {
        Digest(bytes)
    }

    /// As a `Repr-Digest` header says it (RFC 9530).
    pub fn repr_digest(self) -> String {
        format!("sha-256=:{}:", STANDARD.encode(self.0))
    }

    /// The SHA-256 of a `Repr-Digest` header; None when it names other algorithms only.
    pub fn from_repr_digest(header: &str) -> Result<Option<Digest>, FieldError> {
        let refuse = || FieldError::new("Repr-Digest", "digest-form");
        let named = header.split(',').map(str::trim).filter_map(|member| member.split_once('='));
        let Some((_, value)) = named.into_iter().rfind(|(name, _)| name.eq_ignore_ascii_case("sha-256"))
        else {
            return Ok(None);
        };
        let value = value.split(';').next().unwrap_or_default().trim();
        let inner = value.strip_prefix(':').and_then(|value| value.strip_suffix(':')).ok_or_else(refuse)?;
        let bytes = STANDARD.decode(inner).map_err(|_| refuse())?;
        bytes.try_into().map(|bytes| Some(Digest(bytes))).map_err(|_| refuse())
    }

    pub fn etag(self) -> String {
        format!("\"{self}\"")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let refuse = || FieldError::new("sha256", "digest-form");
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refuse());
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).map_err(|_| refuse())?;
        }
        Ok(Digest(bytes))
    }
}
