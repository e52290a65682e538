//! Teams, members, invitations.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Team {
    /// `team_...`
    pub id: String,
    pub name: String,
    /// `org_...`
    pub organization: String,
    pub organization_name: String,
    /// RFC 3339: since when it is archived and takes no people, seats and orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TeamName {
    /// No other team of the organization has it.
    pub name: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TeamList {
    /// Oldest first.
    pub items: Vec<Team>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Member {
    /// `user_...`: the User ID.
    pub id: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// `primary_admin`, `secondary_admin` or `user`.
    pub role: String,
    /// `active`, `invited` or `removed`.
    pub status: String,
    /// RFC 3339; absent before the first visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// RFC 3339: when the invitation was answered by choosing a password, or sent to somebody who had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<String>,
    /// RFC 3339: since when the person is not in the team any more; for 30 days the removal can be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MemberList {
    /// By last name.
    pub items: Vec<Member>,
    /// How many people the team has.
    pub total: i64,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewInvitation {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// `en` or `sv`; English if absent.
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Invitation {
    /// `user_...`
    pub person: String,
    pub email: String,
    /// Whether the person got a User ID by it.
    pub is_new: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NewRole {
    /// `primary_admin`, `secondary_admin` or `user`. A team has one primary admin: the one before becomes secondary admin.
    pub role: String,
}

/// Whom an invitation was meant for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CorrectedInvitation {
    pub email: String,
    /// For a person who has no User ID yet; as it was said before if absent.
    #[serde(default)]
    pub first_name: Option<String>,
    /// For a person who has no User ID yet; as it was said before if absent.
    #[serde(default)]
    pub last_name: Option<String>,
}

/// What a person has again after the return to a team.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Returned {
    /// The products that the person works with now.
    pub products: Vec<ReturnedProduct>,
    /// Those that the person had before, and for which no seat is free now.
    pub missing: Vec<ReturnedProduct>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ReturnedProduct {
    /// `pool_...`
    pub pool: String,
    pub product_name: String,
}
