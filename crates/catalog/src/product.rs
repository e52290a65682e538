//! What is licensed: products, their releases, the files of a release, and what an order line may name.

use crate::{
    Digest, FileName, Language, LicenseModel, OfferingPolicy, Platform, ReleaseKind, Sku, Slug, Version,
};
use kernel::{BuildId, FieldError, Lang, Name, OfferingId, ProductId, ReleaseId, Timestamp};
use std::{fmt, str::FromStr};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    pub slug: Slug,
    pub name: Name,
    pub description: String,
    pub icon: Glyph,
    pub created_at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub id: ReleaseId,
    pub product_id: ProductId,
    pub version: Version,
    pub kind: ReleaseKind,
    pub notes: String,
    pub released_at: Timestamp,
}

/// A file of a release for one platform and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Build {
    pub id: BuildId,
    pub release_id: ReleaseId,
    pub platform: Platform,
    pub language: Language,
    pub file_name: FileName,
    pub size: u64,
    pub sha256: Digest,
    /// Where the file is kept.
    pub file_key: String,
    /// When this content came; a replacement is new content.
    pub created_at: Timestamp,
}

/// Product, license model and policy: what an order line names by its article number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offering {
    pub id: OfferingId,
    pub sku: Sku,
    pub product_id: ProductId,
    pub name: Name,
    pub license_model: LicenseModel,
    pub policy: OfferingPolicy,
    pub created_at: Timestamp,
}

/// What people accept before a program tells anything of their device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivacyStatement {
    pub version: Version,
    pub language: Lang,
    pub text: String,
    pub created_at: Timestamp,
}

/// The drawing of a product, one of the sprite; without one, two letters of its name stand there.
///
/// ```
/// use catalog::Glyph;
/// assert_eq!("p-ritbord".parse::<Glyph>().unwrap().as_str(), "p-ritbord");
/// assert_eq!("".parse::<Glyph>().unwrap(), Glyph::default());
/// assert!("p-\"><script>".parse::<Glyph>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Glyph(&'static str);

impl Glyph {
    pub const ALL: [Glyph; 6] = [
        Glyph(""),
        Glyph("p-ritbord"),
        Glyph("p-fasad"),
        Glyph("p-matverk"),
        Glyph("p-terrang"),
        Glyph("p-mangd"),
    ];

    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl FromStr for Glyph {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let known = Glyph::ALL.into_iter().find(|glyph| glyph.0 == text);
        known.ok_or_else(|| FieldError::new("icon", "unknown"))
    }
}

impl fmt::Display for Glyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
