//! Who calls: what a token or a session is, and whom it acts for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The caller, as the server sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    pub kind: CallerKind,
    /// `key_...`, the client id of the program, or `user_...`.
    pub id: String,
    /// What the key, the program or the person is called.
    pub name: String,
    pub acts_for: ActsFor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CallerKind {
    ApiKey,
    /// A program with an access token.
    Program,
    /// Somebody who is signed in.
    Person,
}

/// In whose name the caller acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActsFor {
    pub kind: PrincipalKind,
    /// `part_...` or `user_...`; absent for the vendor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Absent when a program was not allowed to know it (scope `profile`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrincipalKind {
    Vendor,
    Partner,
    Person,
}
