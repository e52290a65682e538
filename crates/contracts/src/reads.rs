//! What may be seen of orders and contracts, and by whom.

use crate::{
    contract::Contract,
    order::Order,
    placing::own_partners,
    queries::{self, ContractWindow, OrderWindow},
};
use kernel::{ContractId, Error, OrderId, PartnerId, Permission, PersonId, Result, Scope, Who};
use store::Read;

/// A contract with its subscriptions: for its manager and the vendor.
pub fn contract(cx: &mut Read, id: ContractId) -> Result<Contract> {
    let contract = queries::contract(cx, id)?;
    cx.require(Permission::SeeContract, contract.scope())?;
    Ok(contract)
}

/// The same as orders show it: also for the partner that it was ordered from.
pub fn ordered_contract(cx: &mut Read, id: ContractId) -> Result<Contract> {
    let contract = queries::contract(cx, id)?;
    let partner = contract.partner.map(Scope::Partner);
    if !partner.is_some_and(|partner| cx.may(Permission::SeeOrders, partner)) {
        cx.require(Permission::SeeContract, contract.scope())?;
    }
    Ok(contract)
}

/// Which part of the list of contracts.
#[derive(Debug, Clone, Default)]
pub struct ContractList {
    /// A part of the contract's number, or of what its order says of customer, manager and partner.
    pub search: String,
    /// The whole number.
    pub number: Option<String>,
    /// Those that are older than this one.
    pub after: Option<ContractId>,
    pub limit: i64,
}

/// The contracts that the actor may see, newest first: all for the vendor, those of its orders for a partner, for
/// people also those that they manage.
pub fn contracts(cx: &mut Read, list: &ContractList) -> Result<Vec<Contract>> {
    let whose = match cx.may(Permission::SeeContract, Scope::Vendor) {
        _ if cx.actor().who == Who::Nobody => return Err(Error::sign_in_needed()),
        true => None,
        false => Some((own_partners(cx.actor()), cx.actor().person_id())),
    };
    let search = list.search.trim().chars().take(200).collect::<String>();
    let window = ContractWindow {
        whose: whose.as_ref().map(|(partners, manager)| (partners.as_slice(), *manager)),
        search: &search,
        number: list.number.as_deref(),
        after: list.after,
        limit: list.limit,
    };
    queries::contracts(cx, &window)
}

/// The contracts that the person manages, newest first (mission S8).
pub fn contracts_of(cx: &mut Read, person: PersonId) -> Result<Vec<Contract>> {
    own_or_vendor(cx, person, Permission::SeeContract)?;
    queries::contracts_of(cx, person)
}

/// The orders that wait for the person to choose a team.
pub fn waiting_landings(cx: &mut Read, person: PersonId) -> Result<Vec<Order>> {
    own_or_vendor(cx, person, Permission::ChooseLanding)?;
    queries::waiting_landings(cx, person)
}

fn own_or_vendor(cx: &Read, person: PersonId, permission: Permission) -> Result<()> {
    if cx.actor().person_id() == Some(person) { Ok(()) } else { cx.require(permission, Scope::Vendor) }
}

/// The orders that a contract came from.
pub fn orders_of_contract(cx: &mut Read, id: ContractId) -> Result<Vec<Order>> {
    contract(cx, id)?;
    queries::orders_of_contract(cx, id)
}

/// An order with its contract: for the vendor and the partner in whose name it was placed.
pub fn order(cx: &mut Read, id: OrderId) -> Result<(Order, Contract)> {
    let order = queries::order(cx, id)?;
    cx.require(Permission::SeeOrders, order.scope())?;
    let contract = queries::contract(cx, order.contract)?;
    Ok((order, contract))
}

/// Which part of the list of orders.
#[derive(Debug, Clone, Default)]
pub struct OrderList {
    pub search: String,
    /// The whole number.
    pub number: Option<String>,
    /// Those that are older than this one.
    pub after: Option<OrderId>,
    /// Those that are newer.
    pub before: Option<OrderId>,
    pub size: i64,
}

#[derive(Debug, Clone)]
pub struct Orders {
    pub rows: Vec<Order>,
    pub previous: Option<OrderId>,
    pub next: Option<OrderId>,
}

/// All orders for the vendor, its own for a partner; newest first.
pub fn orders(cx: &mut Read, list: &OrderList) -> Result<Orders> {
    let partners = seen_partners(cx)?;
    let search = list.search.trim().chars().take(200).collect::<String>();
    let window = OrderWindow {
        partners: partners.as_deref(),
        search: &search,
        number: list.number.as_deref(),
        before: list.before,
        after: list.after,
        limit: list.size + 1,
    };
    let mut rows = queries::orders(cx, &window)?;
    let more = rows.len() as i64 > list.size;
    let upwards = list.before.is_some() && list.after.is_none();
    match (more, upwards) {
        (true, true) => {
            rows.remove(0);
        }
        (true, false) => rows.truncate(list.size as usize),
        (false, _) => {}
    }
    let previous =
        (list.after.is_some() || (upwards && more)).then(|| rows.first().map(|order| order.id)).flatten();
    let next = (upwards || more).then(|| rows.last().map(|order| order.id)).flatten();
    Ok(Orders { rows, previous, next })
}

/// None for the vendor; the own partners of everybody else who sees orders at all.
fn seen_partners(cx: &Read) -> Result<Option<Vec<PartnerId>>> {
    if cx.may(Permission::SeeOrders, Scope::Vendor) {
        return Ok(None);
    }
    let own = own_partners(cx.actor());
    for partner in &own {
        cx.require(Permission::SeeOrders, Scope::Partner(*partner))?;
    }
    if own.is_empty() {
        cx.require(Permission::SeeOrders, Scope::Vendor)?;
        return Err(Error::forbidden());
    }
    Ok(Some(own))
}
