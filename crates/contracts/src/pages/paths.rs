//! Where the pages are, for links from other rooms.

use kernel::{ContractId, OrderId};

pub const ORDERS: &str = "/orders";
pub const NEW_ORDER: &str = "/orders/new";
pub const CONTRACTS: &str = "/manage/contracts";

pub fn order(id: OrderId) -> String {
    format!("{ORDERS}/{id}")
}
pub fn contract(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}")
}
pub fn landing(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}/landing")
}
