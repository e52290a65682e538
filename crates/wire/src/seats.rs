//! Pools, who has a seat, and a person's own products.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The seats of one offering in one team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Pool {
    /// `pool_...`
    pub id: String,
    /// `team_...`
    pub team: String,
    /// `prod_...`
    pub product: String,
    pub product_name: String,
    /// `off_...`
    pub offering: String,
    pub offering_name: String,
    /// How many seats were bought.
    pub capacity: i64,
    /// How many of them people have.
    pub assigned: i64,
    pub free: i64,
    /// How many people keep an assignment for which there is no seat.
    pub suspended: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PoolList {
    /// By product.
    pub items: Vec<Pool>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A seat given to a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Assignment {
    /// `seat_...`
    pub id: String,
    /// `pool_...`
    pub pool: String,
    /// `user_...`
    pub person: String,
    /// RFC 3339, UTC.
    pub assigned_at: String,
    /// Since when there is no seat for it; RFC 3339, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AssignmentList {
    pub items: Vec<Assignment>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Who is to get a seat: all of them, or nobody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NewAssignments {
    /// User IDs (`user_...`) or email addresses of members of the team, at most 1,000.
    pub people: Vec<String>,
}

/// A product that the signed-in person may use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OwnProduct {
    /// `prod_...`
    pub product: String,
    /// The product's short name, such as `ritbord`.
    pub slug: String,
    pub name: String,
    /// `pool_...`
    pub pool: String,
    /// `team_...`
    pub team: String,
    pub team_name: String,
    /// `org_...`
    pub organization: String,
    pub organization_name: String,
    pub max_devices: u32,
    pub offline_days: u32,
    pub refresh_hours: u32,
    /// RFC 3339, UTC.
    pub since: String,
    /// Since when there is no seat for it; RFC 3339, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_at: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OwnProductList {
    /// By name.
    pub items: Vec<OwnProduct>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// People of a team who get the same products.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Group {
    /// `grp_...`
    pub id: String,
    /// `team_...`
    pub team: String,
    pub name: String,
    /// How many people are in it.
    pub people: i64,
    /// RFC 3339, UTC.
    pub created_at: String,
    /// The pools (`pool_...`) that its people get a seat of; absent in lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pools: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupList {
    /// By name.
    pub items: Vec<Group>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A new group, or the new name of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NewGroup {
    /// One of a kind in the team.
    pub name: String,
}

/// Who is to come into the group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NewGroupMembers {
    /// User IDs (`user_...`) or email addresses of members of the team, at most 1,000.
    pub people: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupMember {
    /// `user_...`
    pub person: String,
    pub name: String,
    pub email: String,
    /// RFC 3339, UTC.
    pub since: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupMemberList {
    /// By last name.
    pub items: Vec<GroupMember>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What became of people's seats by a change of a group, a default or an exception.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Settled {
    /// How many people came into the group or left it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u64>,
    /// How many seats were given.
    pub given: u64,
    /// How many people wait in line for one.
    pub waiting: u64,
    pub taken: u64,
    /// There are more people than are settled at once: the rest follows in the background.
    pub goes_on: bool,
}
