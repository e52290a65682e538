//! Where the pages are, for links from other rooms.

use kernel::{ContractId, OrderId, SubscriptionId, TakeoverId, TeamId};

pub const ORDERS: &str = "/orders";
pub const NEW_ORDER: &str = "/orders/new";
pub const CONTRACTS: &str = "/manage/contracts";
pub const TAKEOVERS: &str = "/takeovers";

pub fn order(id: OrderId) -> String {
    format!("{ORDERS}/{id}")
}
pub fn contract(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}")
}
pub fn landing(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}/landing")
}
pub fn manager(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}/manager")
}
pub fn hand_over(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}/manager/change")
}
pub fn apply(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}/manager/application")
}
pub fn takeover(id: TakeoverId) -> String {
    format!("{TAKEOVERS}/{id}")
}
pub fn takeover_answer(id: TakeoverId) -> String {
    format!("{TAKEOVERS}/{id}/answer")
}
pub fn takeover_decision(id: TakeoverId) -> String {
    format!("{TAKEOVERS}/{id}/decision")
}
pub fn takeover_end(id: TakeoverId) -> String {
    format!("{TAKEOVERS}/{id}/end")
}
pub fn takeover_document(id: TakeoverId) -> String {
    format!("{TAKEOVERS}/{id}/document")
}
pub fn team_settings(id: TeamId) -> String {
    format!("/manage/teams/{id}/settings")
}
pub(crate) fn team_archive(id: TeamId) -> String {
    format!("/manage/teams/{id}/archive/end")
}
pub(crate) fn team_return(id: TeamId) -> String {
    format!("/manage/teams/{id}/return")
}
pub(crate) fn move_subscription(team: TeamId, id: SubscriptionId) -> String {
    format!("/manage/teams/{team}/subscriptions/{id}/move")
}
/// The list of a team's people, which is the portal's.
pub(crate) fn users(id: TeamId) -> String {
    format!("/manage/teams/{id}/users")
}
