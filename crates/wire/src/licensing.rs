//! Devices of a person, and the keys that verify leases.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The keys that sign leases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LicenseKeys {
    /// JWS compact (`typ: keys+jwt`), signed by the vendor's root key.
    pub keys: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DeviceList {
    /// Last seen first.
    pub items: Vec<Device>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A machine that a person works on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Device {
    /// `dev_...`
    pub id: String,
    /// The host name, where the machine told it.
    pub name: Option<String>,
    /// `linux-x64`, `windows-x64`, `macos-arm64` and so on.
    pub platform: String,
    /// RFC 3339.
    pub seen_at: String,
    /// Whether it takes one of the places that the license allows.
    pub in_use: bool,
    pub leases: Vec<DeviceLease>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DeviceLease {
    /// `lse_...`
    pub id: String,
    /// `prod_...`
    pub product: String,
    pub product_name: String,
    /// The version of the program that asked last.
    pub version: String,
    /// RFC 3339; until then the program works without a connection.
    pub works_until: String,
    /// RFC 3339. The place is free since then; only a program that stays offline works on.
    pub ended_at: Option<String>,
}
