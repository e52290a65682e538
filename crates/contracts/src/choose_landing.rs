//! The contract manager of several teams chooses where an order lands (mission B10).

use crate::{events::LandingChosen, mail, order::Order, queries, refusal::Refused, subscription};
use kernel::{ContractId, Error, OrderId, Permission, Result, Scope, TeamId};
use organizations::Team;
use store::Command;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Team(TeamId),
    /// A team of its own for this order.
    NewTeam,
}

#[derive(Debug, Clone)]
pub struct ChooseLanding {
    pub contract: ContractId,
    pub order: OrderId,
    pub choice: Choice,
}

/// The team where the order is now. Choosing the same team again changes nothing.
pub fn choose_landing(cx: &mut Command, ask: &ChooseLanding) -> Result<Team> {
    let order = queries::order(cx, ask.order)?;
    cx.require(Permission::ChooseLanding, Scope::Contract(order.contract, order.organization))?;
    if order.contract != ask.contract {
        return Err(Error::not_found());
    }
    if order.team.is_some() {
        return landed_before(cx, &order, ask.choice);
    }
    queries::lock_organization(cx, order.organization)?;
    let team = chosen(cx, &order, ask.choice)?;
    if !queries::land(cx, order.id, team.id)? {
        let order = queries::order(cx, order.id)?;
        cx.quiet();
        return landed_before(cx, &order, ask.choice);
    }
    let moved = queries::land_subscriptions(cx, order.id, team.id)?;
    let running = moved.iter().filter(|line| line.started_at.is_some() && line.ended_at.is_none());
    let seats = running.map(|line| (line.offering, line.quantity)).collect();
    subscription::add_seats(cx, Some(team.id), seats)?;

    cx.record(LandingChosen {
        organization: order.organization,
        order: order.id,
        number: order.number.clone(),
        contract: order.contract,
        team: team.id,
    });
    mail::landed(cx, &order, team.id)?;
    Ok(team)
}

/// Only teams that the contract manager administers can be chosen, whoever acts.
fn chosen(cx: &mut Command, order: &Order, choice: Choice) -> Result<Team> {
    let unknown = || Error::field("team", "unknown");
    match choice {
        Choice::NewTeam => {
            organizations::found_team(cx, order.organization, &order.organization_name, order.manager)
        }
        Choice::Team(id) => {
            let teams = organizations::administered_teams(cx, order.organization, order.manager)?;
            teams.into_iter().find(|team| team.id == id).ok_or_else(unknown)
        }
    }
}

fn landed_before(cx: &mut Command, order: &Order, choice: Choice) -> Result<Team> {
    let id = order.team.ok_or_else(|| Error::fault("an order without a team has landed"))?;
    match choice {
        Choice::Team(chosen) if chosen == id => organizations::team(cx, id),
        _ => Err(Refused::LandingChosen { team: order.team_name.clone().unwrap_or_default() }.into()),
    }
}
