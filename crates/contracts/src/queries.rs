//! Every SQL statement of the room; those about what comes and goes are in `ends`, those about subscriptions of teams
//! in `teams`.

mod charges;
mod ends;
mod teams;

pub(crate) use charges::{
    Bound, assigned_at, bind, bound_to, carry_bindings, counted, locked_quantity, seat_of, seats, unbind,
    unbind_beyond, unbound_before,
};
pub use ends::Coming;
pub(crate) use ends::{Ending, announce, coming_in_team, coming_to_pool, due_together, ending};
pub(crate) use teams::*;

pub(crate) mod takeovers;

use crate::{
    contract::{Contract, Subscription},
    landing::LandingKind,
    order::Order,
};
use kernel::{
    ContractId, OfferingId, OrderId, OrganizationId, PartnerId, PersonId, Result, SubscriptionId, TeamId,
    Timestamp,
};
use store::{Bind, Command, FromRow, Read, Row};

const ORDER: &str =
    "SELECT o.id, o.number, o.digest, o.partner_id, pa.name, o.contract_id, c.number, g.id, g.name, g.number,
       c.manager_id, o.landing, o.team_id, t.name, o.placed_by, o.placed_at, o.welcome_at, o.welcomed_at
     FROM orders o
     JOIN contracts c ON c.id = o.contract_id
     JOIN organizations g ON g.id = c.organization_id
     LEFT JOIN partners pa ON pa.id = o.partner_id
     LEFT JOIN teams t ON t.id = o.team_id";

/// An order as it is written first, before its contract is there.
pub(crate) struct Claim<'a> {
    pub id: OrderId,
    pub contract: ContractId,
    pub placed_in: &'a str,
    pub partner: Option<PartnerId>,
    pub number: &'a str,
    pub digest: &'a str,
    pub content: &'a str,
    pub search_text: &'a str,
}

/// Whether the number was free. Of two equal orders at once the second one waits here for the first.
pub(crate) fn claim(cx: &mut Command, claim: &Claim<'_>) -> Result<bool> {
    let (now, by) = (cx.now(), cx.actor().label.clone());
    let inserted = cx.execute(
        "INSERT INTO orders (id, placed_in, number, digest, content, search_text, partner_id, contract_id, landing,
            placed_by, placed_at, welcome_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'to_choose', $9, $10, $10)
         ON CONFLICT (placed_in, number) DO NOTHING",
        &[
            &claim.id,
            &claim.placed_in,
            &claim.number,
            &claim.digest,
            &claim.content,
            &claim.search_text,
            &claim.partner,
            &claim.contract,
            &by,
            &now,
        ],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn complete(
    cx: &mut Command,
    order: OrderId,
    landing: LandingKind,
    team: Option<TeamId>,
    welcome_at: Timestamp,
) -> Result<()> {
    cx.execute(
        "UPDATE orders SET landing = $2, team_id = $3, welcome_at = $4 WHERE id = $1",
        &[&order, &landing.name(), &team, &welcome_at],
    )?;
    Ok(())
}

pub(crate) fn order_by_number(cx: &mut Read, placed_in: &str, number: &str) -> Result<Option<Order>> {
    cx.opt(&format!("{ORDER} WHERE o.placed_in = $1 AND o.number = $2"), &[&placed_in, &number])
}

pub(crate) fn order(cx: &mut Read, id: OrderId) -> Result<Order> {
    cx.one(&format!("{ORDER} WHERE o.id = $1"), &[&id])
}

/// Which orders a list shows, newest first.
pub(crate) struct OrderWindow<'a> {
    /// None for the vendor, who sees all of them.
    pub partners: Option<&'a [PartnerId]>,
    pub search: &'a str,
    /// The whole number.
    pub number: Option<&'a str>,
    pub before: Option<OrderId>,
    pub after: Option<OrderId>,
    pub limit: i64,
}

pub(crate) fn orders(cx: &mut Read, window: &OrderWindow<'_>) -> Result<Vec<Order>> {
    let pattern = format!("%{}%", store::escaped_like(&window.search.to_lowercase()));
    let cursor = window.after.or(window.before);
    let mut params: Vec<&dyn Bind> = vec![&pattern, &window.limit];
    // A contract number that was made up is not in the order; it is plain ASCII.
    let mut wheres =
        String::from("(o.search_text LIKE $1 ESCAPE '\\' OR lower(c.number) LIKE $1 ESCAPE '\\')");
    if let Some(cursor) = &cursor {
        params.push(cursor);
        wheres += if window.after.is_some() { " AND o.id < $3" } else { " AND o.id > $3" };
    }
    if let Some(number) = &window.number {
        params.push(number);
        wheres += &format!(" AND o.number = ${}", params.len());
    }
    if let Some(partners) = window.partners {
        wheres += &format!(" AND o.partner_id IN ({})", store::places(params.len() + 1, partners.len()));
        params.extend(partners.iter().map(|partner| partner as &dyn Bind));
    }
    let upwards = window.before.is_some() && window.after.is_none();
    let order = if upwards { "ASC" } else { "DESC" };
    let mut found = cx.all(&format!("{ORDER} WHERE {wheres} ORDER BY o.id {order} LIMIT $2"), &params)?;
    if upwards {
        found.reverse();
    }
    Ok(found)
}

/// Holds off every other order of the organization, and new teams there, until the commit.
pub(crate) fn lock_organization(cx: &mut Command, id: OrganizationId) -> Result<()> {
    cx.one::<(OrganizationId,)>("SELECT id FROM organizations WHERE id = $1 FOR UPDATE", &[&id]).map(|_| ())
}

pub(crate) struct NewContract<'a> {
    pub id: ContractId,
    pub organization: OrganizationId,
    pub manager: PersonId,
    pub partner: Option<PartnerId>,
    pub time_zone: &'a str,
}

/// Whether the number was free.
pub(crate) fn insert_contract(cx: &mut Command, new: &NewContract<'_>, number: &str) -> Result<bool> {
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO contracts (id, number, organization_id, manager_id, partner_id, time_zone, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (number) DO NOTHING",
        &[&new.id, &number, &new.organization, &new.manager, &new.partner, &new.time_zone, &now],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn contract_number_taken(cx: &mut Read, number: &str) -> Result<bool> {
    Ok(cx.opt::<(i64,)>("SELECT 1 FROM contracts WHERE number = $1", &[&number])?.is_some())
}

pub(crate) struct NewSubscription {
    pub id: SubscriptionId,
    pub contract: ContractId,
    pub order: OrderId,
    pub line: i64,
    pub offering: OfferingId,
    pub team: Option<TeamId>,
    pub quantity: i64,
    pub start_at: Timestamp,
    pub end_at: Timestamp,
    pub started_at: Option<Timestamp>,
}

pub(crate) fn insert_subscription(cx: &mut Command, new: &NewSubscription) -> Result<()> {
    cx.execute(
        "INSERT INTO subscriptions (id, contract_id, order_id, line, offering_id, team_id, quantity, start_at, end_at,
            started_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            &new.id,
            &new.contract,
            &new.order,
            &new.line,
            &new.offering,
            &new.team,
            &new.quantity,
            &new.start_at,
            &new.end_at,
            &new.started_at,
        ],
    )?;
    Ok(())
}

const CONTRACT: &str =
    "SELECT c.id, c.number, g.id, g.name, g.number, p.id, p.first_name, p.last_name, p.email,
       c.partner_id, pa.name, pa.license_desk, c.time_zone, c.created_at
     FROM contracts c
     JOIN organizations g ON g.id = c.organization_id
     JOIN people p ON p.id = c.manager_id
     LEFT JOIN partners pa ON pa.id = c.partner_id";

pub(super) const SUBSCRIPTION: &str =
    "SELECT s.id, s.contract_id, s.order_id, s.line, f.id, f.name, f.sku, d.id, d.name, d.icon,
       s.team_id, t.name, s.quantity, s.start_at, s.end_at, s.started_at, s.ended_at
     FROM subscriptions s
     JOIN offerings f ON f.id = s.offering_id
     JOIN products d ON d.id = f.product_id
     LEFT JOIN teams t ON t.id = s.team_id";

/// The contract with its subscriptions.
pub(crate) fn contract(cx: &mut Read, id: ContractId) -> Result<Contract> {
    let contract: Contract = cx.one(&format!("{CONTRACT} WHERE c.id = $1"), &[&id])?;
    let sql = format!("{SUBSCRIPTION} WHERE s.contract_id = $1 ORDER BY s.line, s.id");
    Ok(Contract { subscriptions: cx.all(&sql, &[&id])?, ..contract })
}

/// The contracts of a manager with their subscriptions, newest first.
pub(crate) fn contracts_of(cx: &mut Read, manager: PersonId) -> Result<Vec<Contract>> {
    let contracts =
        cx.all(&format!("{CONTRACT} WHERE c.manager_id = $1 ORDER BY c.id DESC LIMIT 500"), &[&manager])?;
    with_subscriptions(cx, contracts)
}

/// Which contracts a list shows, newest first.
pub(crate) struct ContractWindow<'a> {
    /// Ordered from one of these, or managed by that person; None for the vendor, who sees all of them.
    pub whose: Option<(&'a [PartnerId], Option<PersonId>)>,
    pub search: &'a str,
    /// The whole number.
    pub number: Option<&'a str>,
    pub after: Option<ContractId>,
    pub limit: i64,
}

pub(crate) fn contracts(cx: &mut Read, window: &ContractWindow<'_>) -> Result<Vec<Contract>> {
    let pattern = format!("%{}%", store::escaped_like(&window.search.to_lowercase()));
    let mut params: Vec<&dyn Bind> = vec![&window.limit];
    let mut wheres = String::from("1 = 1");
    if !window.search.is_empty() {
        params.push(&pattern);
        wheres += " AND (lower(c.number) LIKE $2 ESCAPE '\\' OR EXISTS (SELECT 1 FROM orders o
            WHERE o.contract_id = c.id AND o.search_text LIKE $2 ESCAPE '\\'))";
    }
    if let Some(number) = &window.number {
        params.push(number);
        wheres += &format!(" AND c.number = ${}", params.len());
    }
    if let Some(after) = &window.after {
        params.push(after);
        wheres += &format!(" AND c.id < ${}", params.len());
    }
    if let Some((partners, manager)) = &window.whose {
        params.push(manager);
        wheres += &format!(" AND (c.manager_id = ${}", params.len());
        if !partners.is_empty() {
            wheres += &format!(" OR c.partner_id IN ({})", store::places(params.len() + 1, partners.len()));
            params.extend(partners.iter().map(|partner| partner as &dyn Bind));
        }
        wheres += ")";
    }
    let contracts = cx.all(&format!("{CONTRACT} WHERE {wheres} ORDER BY c.id DESC LIMIT $1"), &params)?;
    with_subscriptions(cx, contracts)
}

fn with_subscriptions(cx: &mut Read, mut contracts: Vec<Contract>) -> Result<Vec<Contract>> {
    for some in contracts.chunks_mut(200) {
        let ids: Vec<_> = some.iter().map(|contract| contract.id).collect();
        let params: Vec<_> = ids.iter().map(|id| id as &dyn Bind).collect();
        let sql = format!(
            "{SUBSCRIPTION} WHERE s.contract_id IN ({}) ORDER BY s.line, s.id",
            store::places(1, params.len())
        );
        for line in cx.all::<Subscription>(&sql, &params)? {
            if let Some(contract) = some.iter_mut().find(|contract| contract.id == line.contract) {
                contract.subscriptions.push(line);
            }
        }
    }
    Ok(contracts)
}

pub(crate) fn orders_of_contract(cx: &mut Read, contract: ContractId) -> Result<Vec<Order>> {
    cx.all(&format!("{ORDER} WHERE o.contract_id = $1 ORDER BY o.id"), &[&contract])
}

pub(crate) fn waiting_landings(cx: &mut Read, manager: PersonId) -> Result<Vec<Order>> {
    cx.all(
        &format!("{ORDER} WHERE c.manager_id = $1 AND o.team_id IS NULL ORDER BY o.id LIMIT 100"),
        &[&manager],
    )
}

/// Whether the order had not landed.
pub(crate) fn land(cx: &mut Command, order: OrderId, team: TeamId) -> Result<bool> {
    let landed =
        cx.execute("UPDATE orders SET team_id = $2 WHERE id = $1 AND team_id IS NULL", &[&order, &team])?;
    Ok(landed == 1)
}

/// What starting or ending a subscription has to do with seats.
#[derive(Debug, Clone)]
pub(crate) struct Moved {
    pub contract: ContractId,
    pub team: Option<TeamId>,
    pub offering: OfferingId,
    pub quantity: i64,
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

impl FromRow for Moved {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Moved {
            contract: row.take()?,
            team: row.take()?,
            offering: row.take()?,
            quantity: row.take()?,
            started_at: row.take()?,
            ended_at: row.take()?,
        })
    }
}

const MOVED: &str = "RETURNING contract_id, team_id, offering_id, quantity, started_at, ended_at";

/// Starts it, if it is time and that has not been done.
pub(crate) fn start(cx: &mut Command, id: SubscriptionId) -> Result<Option<Moved>> {
    let now = cx.now();
    cx.returning(
        &format!(
            "UPDATE subscriptions SET started_at = $2
             WHERE id = $1 AND start_at <= $2 AND started_at IS NULL AND ended_at IS NULL {MOVED}"
        ),
        &[&id, &now],
    )
}

/// Ends it, if it is time and that has not been done.
pub(crate) fn end(cx: &mut Command, id: SubscriptionId) -> Result<Option<Moved>> {
    let now = cx.now();
    cx.returning(
        &format!(
            "UPDATE subscriptions SET ended_at = $2 WHERE id = $1 AND end_at <= $2 AND ended_at IS NULL {MOVED}"
        ),
        &[&id, &now],
    )
}

pub(crate) fn land_subscriptions(cx: &mut Command, order: OrderId, team: TeamId) -> Result<Vec<Moved>> {
    cx.returning_all(
        &format!("UPDATE subscriptions SET team_id = $2 WHERE order_id = $1 AND team_id IS NULL {MOVED}"),
        &[&order, &team],
    )
}

pub(crate) fn contract_name(cx: &mut Read, id: ContractId) -> Result<(String, OrganizationId)> {
    cx.one("SELECT number, organization_id FROM contracts WHERE id = $1", &[&id])
}

/// Whether the welcome mail had not been sent.
pub(crate) fn welcome(cx: &mut Command, order: OrderId) -> Result<bool> {
    let now = cx.now();
    let welcomed = cx.execute(
        "UPDATE orders SET welcomed_at = $2 WHERE id = $1 AND welcomed_at IS NULL",
        &[&order, &now],
    )?;
    Ok(welcomed == 1)
}

/// PA and SAs of a team.
pub(crate) fn admins(cx: &mut Read, team: TeamId) -> Result<Vec<PersonId>> {
    let found = cx.all::<(PersonId,)>(
        "SELECT person_id FROM memberships
         WHERE team_id = $1 AND role IN ('primary_admin', 'secondary_admin') ORDER BY person_id LIMIT 200",
        &[&team],
    )?;
    Ok(found.into_iter().map(|(person,)| person).collect())
}

/// What an order may name: article number, name of the offering.
pub(crate) fn offerings(cx: &mut Read) -> Result<Vec<(String, String)>> {
    cx.all("SELECT sku, name FROM offerings ORDER BY sku LIMIT 1000", &[])
}
