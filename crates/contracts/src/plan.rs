//! What an order would do (mission B10): the same look-ups and rules as placing it, and nothing written.

use crate::{
    landing::Landing,
    new_order::{Line, NewOrder, digest},
    order::Order,
    placing::Placing,
    queries,
    refusal::Refused,
    term::{self, Term},
};
use catalog::Offering;
use jiff::tz::TimeZone;
use kernel::{Error, FieldError, Result, Timestamp};
use store::Read;

#[derive(Debug, Clone)]
pub struct OrderPlan {
    pub placing: Placing,
    /// The order, if the same was placed before: nothing more would happen.
    pub placed_before: Option<Order>,
    /// The name that the customer has here; None for a new one.
    pub known_organization: Option<String>,
    /// Whether the contract manager has a User ID.
    pub manager_is_known: bool,
    pub landing: Landing,
    pub lines: Vec<PlannedLine>,
    pub welcome_at: Timestamp,
}

#[derive(Debug, Clone)]
pub struct PlannedLine {
    pub line: Line,
    pub offering: Offering,
    pub term: Term,
    /// Whether the seats are there at once.
    pub starts_now: bool,
}

/// The answer to a dry run. Refuses what placing the order would refuse.
pub fn plan_order(cx: &mut Read, ask: &NewOrder) -> Result<OrderPlan> {
    let placing = Placing::of(cx, ask.partner.as_deref())?;
    let placed_before = placed_before(cx, &placing, ask)?;
    let lines = match placed_before {
        // The terms of an old order may lie in the past by now.
        Some(_) => vec![],
        None => {
            check_contract_number(cx, ask)?;
            planned_lines(cx, ask)?
        }
    };
    let organization = organizations::organization_by_number(cx, &ask.customer_number)?;
    let manager = accounts::person_by_email(cx, &ask.manager.email)?;
    let teams = match (&organization, &manager) {
        (Some(organization), Some(manager)) => {
            organizations::administered_teams(cx, organization.id, manager.id)?
        }
        _ => vec![],
    };
    Ok(OrderPlan {
        placing,
        known_organization: organization.map(|organization| organization.name),
        manager_is_known: manager.is_some(),
        landing: Landing::of(teams),
        welcome_at: welcome_at(&lines, ask, cx.now()),
        lines,
        placed_before,
    })
}

/// The order with this number, if its content is the same; refused if it is not.
pub(crate) fn placed_before(cx: &mut Read, placing: &Placing, ask: &NewOrder) -> Result<Option<Order>> {
    match queries::order_by_number(cx, &placing.placed_in, &ask.number)? {
        None => Ok(None),
        Some(order) if order.digest == digest(&content(ask, placing)?) => Ok(Some(order)),
        Some(order) => Err(Refused::OrderNumberUsed { number: order.number }.into()),
    }
}

pub(crate) fn content(ask: &NewOrder, placing: &Placing) -> Result<String> {
    serde_json::to_string(&ask.content(placing.partner_number())).map_err(Error::fault)
}

pub(crate) fn check_contract_number(cx: &mut Read, ask: &NewOrder) -> Result<()> {
    match &ask.contract_number {
        Some(number) if queries::contract_number_taken(cx, number)? => {
            Err(Error::field("contract_number", "taken"))
        }
        _ => Ok(()),
    }
}

/// Every line with its offering and its term, or all the mistakes in them.
pub(crate) fn planned_lines(cx: &mut Read, ask: &NewOrder) -> Result<Vec<PlannedLine>> {
    let (zone, now) = (zone(ask), cx.now());
    let (mut lines, mut refused) = (vec![], vec![]);
    for line in &ask.lines {
        let offering = catalog::offering_by_sku(cx, line.sku.as_str())?;
        let term = Term::of(line, &zone, now);
        match (offering, term) {
            (Some(offering), Ok(term)) => {
                let starts_now = term.starts_now(now);
                lines.push(PlannedLine { line: line.clone(), offering, term, starts_now });
            }
            (offering, term) => {
                refused.extend(offering.is_none().then(|| FieldError::new(line.field("sku"), "unknown")));
                refused.extend(term.err());
            }
        }
    }
    if refused.is_empty() { Ok(lines) } else { Err(Error::fields(refused)) }
}

pub(crate) fn welcome_at(lines: &[PlannedLine], ask: &NewOrder, now: Timestamp) -> Timestamp {
    let first = lines.iter().map(|line| line.term.start_at).min();
    first.map_or(now, |first| term::welcome_at(first, &zone(ask), now))
}

fn zone(ask: &NewOrder) -> TimeZone {
    term::zone_of(&ask.manager.time_zone)
}
