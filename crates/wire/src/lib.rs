//! The JSON types of the public API, shared by server, client and command line. Serde only, and the wire only
//! grows: a field is added, never renamed or removed. This crate knows no rule and no database; start with [`Problem`].

pub mod organizations;

pub mod catalog;
pub mod contracts;
pub mod licensing;
pub mod me;
pub mod programs;
pub mod seats;
pub mod takeovers;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An error as RFC 9457 has it (`application/problem+json`), with a stable `code`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// A URI that names the kind of problem: `urn:plats:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened, in the reader's language; one sentence.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// The stable code that programs compare with, such as `no-free-seat`.
    pub code: String,
    /// What to do about it, when there is something to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Names this one answer in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// One entry a field that was refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// One refused field of a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// JSON pointer to the field (RFC 6901).
    pub pointer: String,
    pub code: String,
    pub title: String,
}

/// What a program asks for at its start: the right to work on this device (mission S20).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewLease {
    /// The product's short name, such as `ritbord`.
    pub product: String,
    /// The version of the program that asks, such as `2027.1`.
    pub version: String,
    pub device: DeviceFacts,
    /// The version of the privacy statement that the person accepted.
    pub privacy: String,
}

/// What a program tells of the machine that it runs on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DeviceFacts {
    /// Keyed hash of the machine id, specific to the vendor; 64 hexadecimal digits.
    pub fingerprint: String,
    /// The device's public Ed25519 key, 32 bytes in base64url without padding.
    pub key: String,
    /// The host name; sent only after the privacy statement was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `linux-x64`, `windows-x64`, `macos-arm64` and so on.
    pub platform: String,
}

/// A lease that was given out: the signed document, and what a program wants to know without parsing it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Lease {
    /// `lse_...`
    pub id: String,
    /// The signed lease, JWS compact (`typ: lease+jwt`, Ed25519).
    pub lease: String,
    /// The signed key set that verifies it (`typ: keys+jwt`, signed by the vendor's root key).
    pub keys: String,
    /// Seconds since 1970.
    pub expires_at: i64,
    /// Seconds since 1970; from then on the program asks again when it is online.
    pub refresh_after: i64,
}

/// The privacy statement of a product in one language.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PrivacyStatement {
    /// The product's slug.
    pub product: String,
    pub version: String,
    /// `en` or `sv`: what the text is in, which may be another language than was asked for.
    pub language: String,
    pub text: String,
}

/// A new version of it, to publish.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewPrivacyStatement {
    /// Such as `2026-11`.
    pub version: String,
    /// Plain text, at most 50,000 letters. Who has no text in the own language reads this one.
    pub en: String,
    #[serde(default)]
    pub sv: String,
}
