//! Pools, who has a seat, and a person's own products.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
    /// Since when it is kept before those that are not pinned; RFC 3339, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned_at: Option<String>,
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

/// What a pool will go through: when its seats come and go, and who loses the seat then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Outlook {
    pub capacity: i64,
    pub assigned: i64,
    pub suspended: i64,
    /// In the order of time; empty when no change is known.
    pub turns: Vec<OutlookTurn>,
    /// Who will lose the seat, the first to lose it first; at most 20,000 people are named.
    pub items: Vec<OutlookLoss>,
    /// The `cursor` of the next page of `items`; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A moment at which the capacity changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OutlookTurn {
    /// RFC 3339, UTC.
    pub at: String,
    pub before: i64,
    pub capacity: i64,
    /// How many people lose the seat.
    pub lose: i64,
    /// How many who wait get one.
    pub regain: i64,
}

/// Somebody who will lose the seat, and goes on waiting for one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OutlookLoss {
    /// RFC 3339, UTC.
    pub at: String,
    /// `user_...`
    pub person: String,
    pub name: String,
    pub email: String,
    pub assigned_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned_at: Option<String>,
}

/// A seat, and the contract and subscription that it counts to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Charge {
    /// `seat_...`
    pub assignment: String,
    /// `user_...`
    pub person: String,
    pub name: String,
    pub email: String,
    /// Given to the person as such; else it came along with a group or the team.
    pub direct: bool,
    /// Chosen by an admin; else by rule.
    pub chosen: bool,
    /// `con_...`; absent for who has no seat at the moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_number: Option<String>,
    /// `sub_...`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChargeList {
    /// In the order in which the seats were assigned.
    pub items: Vec<Charge>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// The subscription that a seat is to count to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NewBinding {
    /// `sub_...`, a running one of the pool.
    pub subscription: String,
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

/// Many people at once, out of a file: first it says what would happen, then it is carried out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Import {
    /// `imp_...`
    pub id: String,
    /// `team_...`
    pub team: String,
    /// `invite`, `assign`, `unassign`, `replace`, `join`, `part`, `role` or `remove`.
    pub act: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// `reading`, `looking`, `ready` (nothing has happened), `running`, `done`, `undoing` or `undone`.
    pub state: String,
    /// How many rows are `read`, `planned`, `nothing`, `faulty`, `done`, `refused`, `undone` or `stays`.
    pub rows: BTreeMap<String, i64>,
    /// What it needs of each pool (`pool_...`).
    pub seats: BTreeMap<String, ImportSeats>,
    /// RFC 3339, UTC.
    pub made_at: String,
    /// An address, or the id of a key.
    pub made_by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
}

/// Seats of one pool.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportSeats {
    /// How many it takes; below 0 where it frees some.
    pub takes: i64,
    /// For how many people there was none left.
    pub misses: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportList {
    /// Newest first.
    pub items: Vec<Import>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A row, and what happens or why not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportRow {
    /// As a spreadsheet counts; absent for people who are not in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<i64>,
    pub email: String,
    pub name: String,
    /// `user_...`, of members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// `read`, `planned`, `nothing`, `faulty`, `done`, `refused`, `undone` or `stays`.
    pub state: String,
    pub plan: Vec<RowAct>,
    pub done: Vec<RowAct>,
    pub reasons: Vec<RowReason>,
}

/// One thing that happens to a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RowAct {
    /// `invite`, `role`, `join`, `part`, `assign`, `unassign` or `remove`.
    pub act: String,
    /// The role, the group (`grp_...`) or the pool (`pool_...`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

/// Why a row was not carried out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RowReason {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Stable.
    pub code: String,
    /// A sentence in the language that was asked for.
    pub title: String,
    /// What was probably meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportRowList {
    /// In the order of the file.
    pub items: Vec<ImportRow>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
