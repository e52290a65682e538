//! Products, releases, builds and offerings.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A product of the vendor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Product {
    /// `prod_...`
    pub id: String,
    /// The short name, which never changes, such as `ritbord`.
    pub slug: String,
    pub name: String,
    pub description: String,
    /// The drawing, such as `p-ritbord`; empty for two letters of the name.
    pub icon: String,
    /// RFC 3339, in UTC.
    pub created_at: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewProduct {
    /// Small letters, digits and hyphens; at most 40.
    pub slug: String,
    pub name: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub icon: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProductList {
    /// By slug.
    pub items: Vec<Product>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A version of a product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Release {
    /// `rel_...`
    pub id: String,
    /// The product's slug.
    pub product: String,
    /// Such as `2027.1`; with a hyphen a preview, such as `2027.2-beta`.
    pub version: String,
    /// `feature`, `update` or `security`.
    pub kind: String,
    pub notes: String,
    /// RFC 3339, in UTC.
    pub released_at: String,
    pub builds: Vec<Build>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewRelease {
    pub version: String,
    /// `feature`, `update` or `security`.
    pub kind: String,
    #[serde(default)]
    pub notes: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReleaseList {
    /// Newest first.
    pub items: Vec<Release>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A file of a release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Build {
    /// `bld_...`
    pub id: String,
    /// `windows-x64`, `windows-arm64`, `macos-x64`, `macos-arm64`, `linux-x64` or `linux-arm64`.
    pub platform: String,
    /// BCP 47, or `mul` for several.
    pub language: String,
    pub file_name: String,
    /// In bytes.
    pub size: u64,
    /// 64 hexadecimal digits.
    pub sha256: String,
    /// RFC 3339, in UTC: when this file came.
    pub created_at: String,
}

/// What an order line names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Offering {
    /// `off_...`
    pub id: String,
    /// The article number, in capital letters.
    pub sku: String,
    /// The product's slug.
    pub product: String,
    pub name: String,
    /// `named`
    pub license_model: String,
    pub policy: OfferingPolicy,
    /// RFC 3339, in UTC.
    pub created_at: String,
}

/// What a license allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct OfferingPolicy {
    /// On how many devices one person may work; 3 unless it is said.
    pub max_devices: u32,
    /// How many days a program works without a connection; 30 unless it is said.
    pub offline_days: u32,
    /// After how many hours a program that is online asks anew; 24 unless it is said.
    pub refresh_hours: u32,
}

impl Default for OfferingPolicy {
    fn default() -> Self {
        OfferingPolicy { max_devices: 3, offline_days: 30, refresh_hours: 24 }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewOffering {
    pub sku: String,
    /// The product's slug.
    pub product: String,
    pub name: String,
    /// `named` unless it is said.
    #[serde(default = "named")]
    pub license_model: String,
    #[serde(default)]
    pub policy: OfferingPolicy,
}

fn named() -> String {
    "named".into()
}

/// What is not given stays as it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct OfferingPatch {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_devices: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offline_days: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_hours: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OfferingList {
    /// By article number.
    pub items: Vec<Offering>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
