//! Place an order: organization, team, contract, subscriptions, seats and the contract manager's User ID at once.

use crate::{
    announce,
    contract_number::contract_number,
    events::{ContractMade, OrderPlaced},
    landing::Landing,
    mail,
    new_order::{NewOrder, digest},
    order::Order,
    placing::Placing,
    plan::{self, PlannedLine},
    queries::{self, Claim, NewContract, NewSubscription},
    subscription::{EndSubscription, StartSubscription},
    welcome,
};
use accounts::Person;
use kernel::{ContractId, Error, OrderId, Result, TeamId, Timestamp};
use organizations::Organization;
use store::Command;

#[derive(Debug, Clone)]
pub struct Placed {
    pub order: Order,
    /// Whether it was there before, with the same content: nothing changed.
    pub repeated: bool,
}

pub fn place_order(cx: &mut Command, ask: &NewOrder) -> Result<Placed> {
    let placing = Placing::of(cx, ask.partner.as_deref())?;
    if let Some(order) = plan::placed_before(cx, &placing, ask)? {
        return Ok(Placed { order, repeated: true });
    }
    plan::check_contract_number(cx, ask)?;
    let lines = plan::planned_lines(cx, ask)?;
    let (id, contract) = (cx.id(), cx.id());
    if !claim(cx, (id, contract), &placing, ask)? {
        cx.quiet();
        let order =
            plan::placed_before(cx, &placing, ask)?.ok_or_else(|| Error::fault("an order vanished"))?;
        return Ok(Placed { order, repeated: true });
    }
    let (organization, _) = organizations::organization_for(cx, &ask.customer_number, &ask.customer_name)?;
    queries::lock_organization(cx, organization.id)?;
    let (manager, _) = accounts::person_for(cx, &ask.manager)?;
    let (landing, team) = land(cx, &organization, &manager)?;
    make_contract(cx, contract, &organization, &manager, (&placing, ask))?;
    queries::complete(cx, id, landing.kind(), team, plan::welcome_at(&lines, ask, cx.now()))?;
    make_subscriptions(cx, (id, contract), team, (&ask.manager.time_zone, &lines))?;

    let order = queries::order(cx, id)?;
    cx.record(OrderPlaced {
        organization: organization.id,
        order: id,
        number: order.number.clone(),
        contract,
        partner: order.partner,
        team,
        lines: lines.len(),
    });
    tell(cx, &order, &landing)?;
    Ok(Placed { order, repeated: false })
}

fn claim(
    cx: &mut Command,
    (id, contract): (OrderId, ContractId),
    placing: &Placing,
    ask: &NewOrder,
) -> Result<bool> {
    let content = plan::content(ask, placing)?;
    let claim = Claim {
        id,
        contract,
        placed_in: &placing.placed_in,
        partner: placing.partner_id(),
        number: &ask.number,
        digest: &digest(&content),
        content: &content,
        search_text: &search_text(ask, placing),
    };
    queries::claim(cx, &claim)
}

/// What the list of orders is searched by, in lower case: the database knows that for ASCII only.
fn search_text(ask: &NewOrder, placing: &Placing) -> String {
    let manager = &ask.manager;
    [
        ask.number.as_str(),
        ask.contract_number.as_deref().unwrap_or_default(),
        &ask.customer_number,
        ask.customer_name.as_str(),
        manager.first_name.as_str(),
        manager.last_name.as_str(),
        manager.email.as_str(),
        placing.partner_name().unwrap_or_default(),
    ]
    .join(" ")
    .to_lowercase()
}

/// The contract manager is the primary admin of a team that is made here (mission S1).
fn land(
    cx: &mut Command,
    organization: &Organization,
    manager: &Person,
) -> Result<(Landing, Option<TeamId>)> {
    let landing = Landing::of(organizations::administered_teams(cx, organization.id, manager.id)?);
    let team = match &landing {
        Landing::NewTeam => {
            Some(organizations::found_team(cx, organization.id, &organization.name, manager.id)?.id)
        }
        Landing::Team(team) => Some(team.id),
        Landing::ToChoose(_) => None,
    };
    Ok((landing, team))
}

fn make_contract(
    cx: &mut Command,
    id: ContractId,
    organization: &Organization,
    manager: &Person,
    (placing, ask): (&Placing, &NewOrder),
) -> Result<()> {
    let new = NewContract {
        id,
        organization: organization.id,
        manager: manager.id,
        partner: placing.partner_id(),
        time_zone: &ask.manager.time_zone,
    };
    let number = match &ask.contract_number {
        Some(number) if queries::insert_contract(cx, &new, number)? => number.clone(),
        Some(_) => return Err(Error::field("contract_number", "taken")),
        None => insert_numbered(cx, &new)?,
    };
    cx.record(ContractMade {
        organization: organization.id,
        contract: id,
        number,
        manager: manager.id,
        partner: placing.partner_id(),
    });
    Ok(())
}

/// Chance meets a taken number once in a very long time.
fn insert_numbered(cx: &mut Command, new: &NewContract<'_>) -> Result<String> {
    for _ in 0..8 {
        let number = contract_number(&cx.house().vendor, cx.chance());
        if queries::insert_contract(cx, new, &number)? {
            return Ok(number);
        }
    }
    Err(Error::fault("eight contract numbers in a row were taken"))
}

fn make_subscriptions(
    cx: &mut Command,
    (order, contract): (OrderId, ContractId),
    team: Option<TeamId>,
    (zone, lines): (&str, &[PlannedLine]),
) -> Result<()> {
    let now = cx.now();
    let mut seats = vec![];
    for (at, line) in lines.iter().enumerate() {
        let id = cx.id();
        let started_at: Option<Timestamp> = line.starts_now.then_some(now);
        let new = NewSubscription {
            id,
            contract,
            order,
            line: at as i64 + 1,
            offering: line.offering.id,
            team,
            quantity: line.line.quantity,
            start_at: line.term.start_at,
            end_at: line.term.end_at,
            started_at,
        };
        queries::insert_subscription(cx, &new)?;
        match started_at {
            Some(_) => seats.push((line.offering.id, line.line.quantity)),
            None => {
                cx.enqueue_at(line.term.start_at, &StartSubscription { subscription: id });
            }
        }
        cx.enqueue_at(line.term.end_at, &EndSubscription { subscription: id });
        announce::plan(cx, id, line.term.end_at, zone);
    }
    crate::subscription::add_seats(cx, team, seats)
}

/// Mail 1 at once, mail 2 at once or in the morning of the first day; who else has to know.
fn tell(cx: &mut Command, order: &Order, landing: &Landing) -> Result<()> {
    mail::order_confirmation(cx, order)?;
    match landing {
        Landing::ToChoose(_) => mail::choose_team(cx, order)?,
        Landing::Team(team) => mail::landed(cx, order, team.id)?,
        Landing::NewTeam => {}
    }
    welcome::send_or_wait(cx, order)
}
