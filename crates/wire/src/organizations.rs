//! Teams, members, invitations.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TeamOut {
    /// `team_...`
    pub id: String,
    pub name: String,
    pub organization: String,
    pub organization_name: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MemberOut {
    /// `user_...`: the User ID.
    pub id: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// `primary_admin`, `secondary_admin` or `user`.
    pub role: String,
    /// `active` or `invited`.
    pub status: String,
    /// RFC 3339; absent before the first visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// RFC 3339: when the invitation was answered by choosing a password, or sent to somebody who had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MemberPage {
    pub members: Vec<MemberOut>,
    pub total: i64,
    /// The cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct InvitationIn {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// `en` or `sv`; English if absent.
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct InvitationOut {
    pub person: String,
    pub email: String,
    pub is_new: bool,
}
