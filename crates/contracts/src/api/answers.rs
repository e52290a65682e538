//! The nouns of the room as the wire has them.

use crate::{
    contract::{Contract, Subscription},
    landing::{Landing, LandingKind},
    new_order::NewOrder,
    order::Order,
    plan::OrderPlan,
    takeover::{Party, Takeover},
    term,
};
use kernel::{PersonId, TeamId, Timestamp};
use wire::contracts as out;

pub(super) fn plan(plan: &OrderPlan, ask: &NewOrder) -> out::OrderPlan {
    let now_known = plan.known_organization.clone();
    let lines = plan.lines.iter().map(|line| out::PlannedLine {
        sku: line.offering.sku.to_string(),
        offering: line.offering.name.to_string(),
        quantity: line.line.quantity,
        starts_at: line.term.start_at.rfc3339(),
        ends_at: line.term.end_at.rfc3339(),
        starts_now: line.starts_now,
    });
    out::OrderPlan {
        number: ask.number.clone(),
        placed_before: plan.placed_before.as_ref().map(|order| order.id.to_string()),
        partner: plan.placing.partner_name().map(str::to_owned),
        creates_organization: now_known.is_none(),
        creates_person: !plan.manager_is_known,
        customer: out::Customer {
            number: ask.customer_number.clone(),
            name: now_known.unwrap_or_else(|| ask.customer_name.to_string()),
        },
        landing: match &plan.placed_before {
            Some(order) => landing_of(order),
            None => landing(&plan.landing),
        },
        lines: lines.collect(),
        welcome_at: plan.welcome_at.rfc3339(),
    }
}

fn landing(landing: &Landing) -> out::Landing {
    let reference = |team: &organizations::Team| team_ref(team.id, &team.name);
    match landing {
        Landing::NewTeam => out::Landing { kind: out::LandingKind::NewTeam, team: None, teams: vec![] },
        Landing::Team(team) => {
            out::Landing { kind: out::LandingKind::Team, team: Some(reference(team)), teams: vec![] }
        }
        Landing::ToChoose(teams) => out::Landing {
            kind: out::LandingKind::ToChoose,
            team: None,
            teams: teams.iter().map(reference).collect(),
        },
    }
}

pub(super) fn order(order: &Order, contract: &Contract) -> out::Order {
    out::Order {
        id: order.id.to_string(),
        number: order.number.clone(),
        placed_at: order.placed_at.rfc3339(),
        placed_by: order.placed_by.clone(),
        partner: order.partner_name.clone(),
        customer: customer(order),
        landing: landing_of(order),
        welcome_at: order.welcome_at.rfc3339(),
        contract: self::contract(contract),
    }
}

pub(super) fn summary(order: &Order) -> out::OrderSummary {
    out::OrderSummary {
        id: order.id.to_string(),
        number: order.number.clone(),
        placed_at: order.placed_at.rfc3339(),
        placed_by: order.placed_by.clone(),
        partner: order.partner_name.clone(),
        customer: customer(order),
        contract: order.contract.to_string(),
        contract_number: order.contract_number.clone(),
        landing: landing_of(order),
    }
}

fn customer(order: &Order) -> out::Customer {
    out::Customer { number: order.organization_number.clone(), name: order.organization_name.clone() }
}

fn landing_of(order: &Order) -> out::Landing {
    let kind = match order.landing {
        LandingKind::NewTeam => out::LandingKind::NewTeam,
        LandingKind::Team => out::LandingKind::Team,
        LandingKind::ToChoose => out::LandingKind::ToChoose,
    };
    out::Landing { kind, team: maybe_team(order.team, order.team_name.as_deref()), teams: vec![] }
}

pub(super) fn contract(contract: &Contract) -> out::Contract {
    let zone = contract.zone();
    out::Contract {
        id: contract.id.to_string(),
        number: contract.number.clone(),
        organization: contract.organization.to_string(),
        organization_name: contract.organization_name.clone(),
        contract_manager: person_ref(contract.manager, contract.manager_name(), &contract.manager_email),
        partner: contract.partner_name.clone(),
        time_zone: contract.time_zone.clone(),
        renewal_date: contract.renewal_at().map(|at| term::day_of(at, &zone).to_string()),
        subscriptions: contract.subscriptions.iter().map(|line| subscription(line, &zone)).collect(),
    }
}

fn person_ref(id: PersonId, name: String, email: &str) -> out::PersonRef {
    out::PersonRef { id: id.to_string(), name, email: email.to_owned() }
}

pub(super) fn takeover(takeover: &Takeover, now: Timestamp) -> wire::takeovers::Takeover {
    let party = |party: &Party| person_ref(party.id, party.name(), &party.email);
    let said = |note: &str| (!note.is_empty()).then(|| note.to_owned());
    wire::takeovers::Takeover {
        id: takeover.id.to_string(),
        contract: takeover.contract.to_string(),
        contract_number: takeover.contract_number.clone(),
        organization: takeover.organization.to_string(),
        organization_name: takeover.organization_name.clone(),
        applicant: party(&takeover.applicant),
        manager: party(&takeover.manager),
        state: takeover.standing().at(now).name().into(),
        reason: takeover.reason.clone(),
        document_name: takeover.document_name.clone(),
        document_size: takeover.document_size,
        applied_at: takeover.applied_at.rfc3339(),
        answer_by: takeover.answer_by.rfc3339(),
        answered_at: takeover.answered_at.map(Timestamp::rfc3339),
        answer_note: said(&takeover.answer_note),
        ended_at: takeover.ended_at.map(Timestamp::rfc3339),
        decision_note: said(&takeover.outcome_note),
    }
}

fn subscription(line: &Subscription, zone: &jiff::tz::TimeZone) -> out::Subscription {
    out::Subscription {
        id: line.id.to_string(),
        sku: line.sku.clone(),
        offering: line.offering_name.clone(),
        product: line.product_name.clone(),
        quantity: line.quantity,
        team: maybe_team(line.team, line.team_name.as_deref()),
        start: term::day_of(line.start_at, zone).to_string(),
        end: term::day_of(line.last_day(), zone).to_string(),
        state: line.state().name().into(),
    }
}

pub(super) fn team_ref(id: TeamId, name: &str) -> out::TeamRef {
    out::TeamRef { id: Some(id.to_string()), name: name.to_owned() }
}

fn maybe_team(id: Option<TeamId>, name: Option<&str>) -> Option<out::TeamRef> {
    id.map(|id| team_ref(id, name.unwrap_or_default()))
}
