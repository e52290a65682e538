//! Programs that sign people in (OAuth clients).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A program to register.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewProgram {
    /// Small letters, digits, `-`, `.` and `_`; at most 64.
    pub client_id: String,
    /// What people read: `Ritbord`.
    pub name: String,
    /// The short name of the product whose seat it uses.
    #[serde(default)]
    pub product: Option<String>,
    /// `public` for programs on people's machines, `confidential` for servers.
    pub kind: String,
    /// `https://...`, `http://127.0.0.1/...` (any port when asked), or a private scheme with a dot in it.
    #[serde(default)]
    pub redirect_uris: Vec<String>,
    /// Of `openid`, `profile`, `email`, `offline_access`, `license`.
    pub scopes: Vec<String>,
}

/// A program that was registered.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Program {
    pub client_id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    pub kind: String,
    pub redirect_uris: Vec<String>,
    pub scopes: Vec<String>,
    /// RFC 3339.
    pub created_at: String,
}

/// The answer to a registration.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RegisteredProgram {
    pub program: Program,
    /// Of a confidential program, shown this once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ProgramList {
    /// By name.
    pub items: Vec<Program>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
