//! Orders and what comes of them: contracts and subscriptions.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An order. The same number with the same content again changes nothing and answers the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewOrder {
    /// The order number of the vendor or of the partner, at most 64 letters.
    #[schema(example = "PO-4500-118")]
    pub number: String,
    /// The number that the contract gets; made up when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_number: Option<String>,
    /// The partner's number; for the vendor's staff. A partner orders in its own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    pub customer: Customer,
    pub contract_manager: ContractManager,
    /// 1 to 500.
    pub lines: Vec<OrderLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Customer {
    #[schema(example = "556712-0487")]
    pub number: String,
    #[schema(example = "Byggkonsult Öresund AB")]
    pub name: String,
}

/// The main contact: gets the mails, and is the primary admin of the first team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContractManager {
    pub first_name: String,
    pub last_name: String,
    #[schema(example = "elin.asp@byggkonsult.example")]
    pub email: String,
    /// `en` or `sv`.
    pub language: String,
    /// IANA; a day of the contract begins at midnight there.
    #[schema(example = "Europe/Stockholm")]
    pub time_zone: String,
}

/// A line names how long: either `term_months` or `end`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderLine {
    /// Of an offering in the catalog.
    #[schema(example = "RITBORD-NAMED")]
    pub sku: String,
    /// Seats, 1 to 1,000,000.
    pub quantity: i64,
    /// The first day; today when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-12-01")]
    pub start: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_months: Option<i64>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
}

/// Into which team an order lands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Landing {
    pub kind: LandingKind,
    /// The team; absent as long as it does not exist or is not chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamRef>,
    /// What the contract manager chooses from, when there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamRef>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LandingKind {
    /// The contract manager administers no team of the customer: one is made.
    NewTeam,
    /// The one team that the contract manager administers.
    Team,
    /// There are several; the contract manager chooses.
    ToChoose,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TeamRef {
    /// `team_...`; absent for a team that is still to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub name: String,
}

/// What an order would do: the answer to `dry_run=true`. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderPlan {
    pub number: String,
    /// The order, when the same was placed before: placing it again would change nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    /// The name that the customer has or would get.
    pub customer: Customer,
    pub creates_organization: bool,
    /// Whether the contract manager gets a new User ID.
    pub creates_person: bool,
    pub landing: Landing,
    pub lines: Vec<PlannedLine>,
    /// When the welcome mail leaves, RFC 3339.
    pub welcome_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlannedLine {
    pub sku: String,
    pub offering: String,
    pub quantity: i64,
    /// RFC 3339: the first moment.
    pub starts_at: String,
    /// RFC 3339: the first moment after the end.
    pub ends_at: String,
    /// Whether the seats are there at once.
    pub starts_now: bool,
}

/// What `POST /api/v1/orders` answers with 200: the order that was placed before, or the plan of a dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum OrderAnswer {
    Order(Box<Order>),
    Plan(Box<OrderPlan>),
}

/// An order that was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Order {
    /// `ord_...`
    pub id: String,
    pub number: String,
    pub placed_at: String,
    pub placed_by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    pub customer: Customer,
    pub landing: Landing,
    pub welcome_at: String,
    pub contract: Contract,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderList {
    /// Newest first.
    pub items: Vec<OrderSummary>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderSummary {
    pub id: String,
    pub number: String,
    pub placed_at: String,
    pub placed_by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    pub customer: Customer,
    pub contract: String,
    pub contract_number: String,
    pub landing: Landing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Contract {
    /// `con_...`
    pub id: String,
    pub number: String,
    /// `org_...`
    pub organization: String,
    pub organization_name: String,
    pub contract_manager: PersonRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    /// IANA.
    pub time_zone: String,
    /// The last day, when nothing is renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal_date: Option<String>,
    pub subscriptions: Vec<Subscription>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRef {
    /// `user_...`: the User ID.
    pub id: String,
    pub name: String,
    pub email: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Subscription {
    /// `sub_...`
    pub id: String,
    pub sku: String,
    pub offering: String,
    pub product: String,
    pub quantity: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamRef>,
    /// The first and the last day, in the contract's time zone.
    pub start: String,
    pub end: String,
    /// `waiting`, `running` or `ended`.
    pub state: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContractList {
    /// Newest first.
    pub items: Vec<Contract>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Where an order is to land.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewLanding {
    /// `ord_...`
    pub order: String,
    /// `team_...`, or `new` for a team of its own.
    pub team: String,
}

/// A subscription, or a part of it, is to be another team's.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct NewMove {
    /// `team_...` of the same organization.
    pub team: String,
    /// How many of its seats; all of them if absent. With fewer, the subscription becomes two with the same days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<i64>,
    /// Who comes along: `needed` (as many as would have no seat otherwise, the latest first; so if absent), `nobody`, or
    /// `these`, who are named in `people`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub along: Option<String>,
    /// Addresses or User IDs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<String>>,
    /// The `plan` of a dry run: refused if something else would happen by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
}

/// What moving does, or has done.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Move {
    /// Names what would happen, to whom.
    pub plan: String,
    /// `sub_...`
    pub subscription: String,
    pub product: String,
    pub from: TeamRef,
    pub to: TeamRef,
    pub seats: i64,
    /// The code of what stands in the way: `seats-in-use`, `no-room`. Absent if nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// Absent for a subscription that has not started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats_after: Option<SeatsAfter>,
    /// How many people come along.
    pub people_count: i64,
    /// The first thousand of them.
    pub people: Vec<MovedPerson>,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SeatsAfter {
    pub from: SeatLevel,
    pub to: SeatLevel,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SeatLevel {
    pub capacity: i64,
    pub assigned: i64,
    /// People who stand in the line.
    pub waiting: i64,
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MovedPerson {
    /// `user_...`
    pub person: String,
    /// Whether the person had a seat in both teams, so that one becomes free.
    pub double: bool,
    /// Whether the person works on a seat afterwards; else they stand in the line, as before.
    pub has_seat: bool,
    /// Whether the person is in the former team no longer.
    pub leaves: bool,
}
