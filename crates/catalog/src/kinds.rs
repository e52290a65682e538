//! What a release is for, and how a license is held.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{FieldError, Lang};
use std::{fmt, str::FromStr};

/// ```
/// use catalog::ReleaseKind;
/// assert_eq!("security".parse(), Ok(ReleaseKind::Security));
/// assert_eq!("hotfix".parse::<ReleaseKind>().unwrap_err().code, "unknown");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReleaseKind {
    /// Brings something new.
    Feature,
    /// Mends and smooths.
    Update,
    /// Closes a hole; people should install it soon.
    Security,
}

impl ReleaseKind {
    pub const ALL: [ReleaseKind; 3] = [ReleaseKind::Feature, ReleaseKind::Update, ReleaseKind::Security];

    pub const fn as_str(self) -> &'static str {
        match self {
            ReleaseKind::Feature => "feature",
            ReleaseKind::Update => "update",
            ReleaseKind::Security => "security",
        }
    }
    pub fn display_name(self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            ReleaseKind::Feature => fl!(t, "kind-feature"),
            ReleaseKind::Update => fl!(t, "kind-update"),
            ReleaseKind::Security => fl!(t, "kind-security"),
        }
    }
}

impl FromStr for ReleaseKind {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let known = ReleaseKind::ALL.into_iter().find(|kind| kind.as_str() == text);
        known.ok_or_else(|| FieldError::new("kind", "unknown"))
    }
}

impl fmt::Display for ReleaseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How a license is held. Floating seats, serial numbers, tokens and trials come beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LicenseModel {
    /// A seat belongs to a named person, on that person's devices.
    Named,
}

impl LicenseModel {
    pub const ALL: [LicenseModel; 1] = [LicenseModel::Named];

    pub const fn as_str(self) -> &'static str {
        match self {
            LicenseModel::Named => "named",
        }
    }
    pub fn display_name(self, lang: Lang) -> String {
        match self {
            LicenseModel::Named => fl!(texts(lang), "model-named"),
        }
    }
}

impl FromStr for LicenseModel {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let known = LicenseModel::ALL.into_iter().find(|model| model.as_str() == text);
        known.ok_or_else(|| FieldError::new("license_model", "unknown"))
    }
}

impl fmt::Display for LicenseModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
