//! What happened or would happen, in words: customer, contract, team, lines, mails.

use crate::{
    table::{clean, facts},
    texts::Texts,
};
use i18n_embed_fl::fl;
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;
use wire::contracts::{
    Contract, Customer, Landing, LandingKind, Order, OrderPlan, PlannedLine, Subscription, TeamRef,
};

type Fact = (String, Vec<String>);

pub fn placed(t: Texts, order: &Order, repeated: bool) -> String {
    if repeated {
        let when = moment(&order.placed_at, &order.contract.time_zone);
        let head = fl!(
            t,
            "order-repeated",
            number = order.number.as_str(),
            when = when,
            who = order.placed_by.as_str()
        );
        return format!("{}\n{}", clean(&head), facts(&order_facts(t, order)));
    }
    let mut told = order_facts(t, order);
    let now = order.welcome_at <= order.placed_at;
    told.push(mails(t, &order.contract.contract_manager.email, &order.landing, welcome(t, order, now)));
    format!("{}\n{}", fl!(t, "order-placed", number = clean(&order.number)), facts(&told))
}

pub fn shown(t: Texts, order: &Order) -> String {
    let when = moment(&order.placed_at, &order.contract.time_zone);
    let head =
        fl!(t, "order-shown", number = order.number.as_str(), when = when, who = order.placed_by.as_str());
    format!("{}\n{}", clean(&head), facts(&order_facts(t, order)))
}

fn order_facts(t: Texts, order: &Order) -> Vec<Fact> {
    let mut told = vec![(fl!(t, "customer"), vec![customer(&order.customer)])];
    told.extend(contract_facts(t, &order.contract));
    let team = (fl!(t, "team"), vec![landed(t, &order.landing)]);
    told.insert(told.len() - 1, team);
    told
}

/// Of a contract alone; the lines come last.
pub fn contract_facts(t: Texts, contract: &Contract) -> Vec<Fact> {
    let manager = &contract.contract_manager;
    let number = match &contract.renewal_date {
        Some(day) => fl!(t, "contract-renewal", number = contract.number.as_str(), day = day.as_str()),
        None => contract.number.clone(),
    };
    vec![
        (fl!(t, "partner"), contract.partner.iter().cloned().collect()),
        (fl!(t, "contract"), vec![format!("{number} ({})", contract.id)]),
        (fl!(t, "manager"), vec![format!("{} <{}> ({})", manager.name, manager.email, manager.id)]),
        (fl!(t, "lines"), contract.subscriptions.iter().map(|line| subscription(t, line)).collect()),
    ]
}

/// `sent` is the order as it was written: the plan does not repeat who the contract manager is.
pub fn plan(t: Texts, plan: &OrderPlan, sent: &Value) -> String {
    let number = clean(&plan.number);
    if let Some(id) = &plan.placed_before {
        let told = [
            (fl!(t, "customer"), vec![customer(&plan.customer)]),
            (fl!(t, "team"), vec![landed(t, &plan.landing)]),
        ];
        return format!("{}\n{}", fl!(t, "plan-repeated", number = number, id = clean(id)), facts(&told));
    }
    let manager = &sent["contract_manager"];
    let text = |field: &str| manager[field].as_str().unwrap_or_default().trim();
    let zone = text("time_zone");
    let named = format!("{} {} <{}>", text("first_name"), text("last_name"), text("email"));
    let now = plan.lines.iter().any(|line| line.starts_now);
    let welcome = match now {
        true => fl!(t, "welcome-now"),
        false => fl!(t, "welcome-later", when = moment(&plan.welcome_at, zone)),
    };
    let contract = sent["contract_number"].as_str().filter(|number| !number.trim().is_empty());
    let told = [
        (
            fl!(t, "customer"),
            vec![match plan.creates_organization {
                true => fl!(t, "customer-new", customer = customer(&plan.customer)),
                false => customer(&plan.customer),
            }],
        ),
        (fl!(t, "partner"), plan.partner.iter().cloned().collect()),
        (fl!(t, "contract"), vec![contract.map_or_else(|| fl!(t, "contract-to-come"), str::to_owned)]),
        (
            fl!(t, "manager"),
            vec![match plan.creates_person {
                true => fl!(t, "manager-new", manager = named),
                false => fl!(t, "manager-known", manager = named),
            }],
        ),
        (fl!(t, "team"), vec![would_land(t, &plan.landing)]),
        (fl!(t, "lines"), plan.lines.iter().map(|line| planned(t, line, zone)).collect()),
        mails(t, text("email"), &plan.landing, welcome),
    ];
    format!("{}\n{}", fl!(t, "plan", number = number), facts(&told))
}

fn mails(t: Texts, email: &str, landing: &Landing, welcome: String) -> Fact {
    let mut lines = vec![fl!(t, "confirmation-now", email = email)];
    match landing.kind {
        LandingKind::ToChoose => lines.push(fl!(t, "mail-choose")),
        LandingKind::Team => lines.push(fl!(t, "mail-landed")),
        LandingKind::NewTeam => {}
    }
    lines.push(welcome);
    (fl!(t, "mails"), lines)
}

fn welcome(t: Texts, order: &Order, now: bool) -> String {
    match now {
        true => fl!(t, "welcome-now"),
        false => fl!(t, "welcome-later", when = moment(&order.welcome_at, &order.contract.time_zone)),
    }
}

fn customer(customer: &Customer) -> String {
    format!("{} ({})", customer.name, customer.number)
}

fn would_land(t: Texts, landing: &Landing) -> String {
    match (&landing.kind, &landing.team) {
        (LandingKind::NewTeam, _) => fl!(t, "team-to-come"),
        (LandingKind::Team, Some(team)) => named(team),
        (LandingKind::Team | LandingKind::ToChoose, _) => {
            let teams: Vec<_> = landing.teams.iter().map(named).collect();
            fl!(t, "team-to-choose", teams = teams.join(", "))
        }
    }
}

fn landed(t: Texts, landing: &Landing) -> String {
    match (&landing.kind, &landing.team) {
        (LandingKind::NewTeam, Some(team)) => fl!(t, "team-new", team = named(team)),
        (_, Some(team)) => named(team),
        (_, None) => fl!(t, "team-not-chosen"),
    }
}

/// For a list: the name alone.
pub fn team(t: Texts, landing: &Landing) -> String {
    landing.team.as_ref().map_or_else(|| fl!(t, "team-not-chosen"), |team| team.name.clone())
}

fn named(team: &TeamRef) -> String {
    match &team.id {
        Some(id) => format!("{} ({id})", team.name),
        None => team.name.clone(),
    }
}

fn subscription(t: Texts, line: &Subscription) -> String {
    let state = match line.state.as_str() {
        "waiting" => fl!(t, "state-waiting"),
        "running" => fl!(t, "state-running"),
        "ended" => fl!(t, "state-ended"),
        other => other.to_owned(),
    };
    let what = bought(line.quantity, &line.offering, &line.sku);
    fl!(t, "line", what = what, first = line.start.as_str(), last = line.end.as_str(), state = state)
}

fn planned(t: Texts, line: &PlannedLine, zone: &str) -> String {
    let state = if line.starts_now { fl!(t, "seats-now") } else { fl!(t, "seats-later") };
    let what = bought(line.quantity, &line.offering, &line.sku);
    fl!(t, "line", what = what, first = first_day(line, zone), last = last_day(line, zone), state = state)
}

fn bought(quantity: i64, offering: &str, sku: &str) -> String {
    format!("{quantity} × {offering} ({sku})")
}

fn first_day(line: &PlannedLine, zone: &str) -> String {
    line.starts_at.parse().map_or_else(|_| line.starts_at.clone(), |at: Timestamp| date(at, zone))
}

/// The end is the first moment that is over.
fn last_day(line: &PlannedLine, zone: &str) -> String {
    let end = line.ends_at.parse::<Timestamp>().ok();
    let last = end.and_then(|end| Timestamp::from_millisecond(end.as_millisecond() - 1).ok());
    last.map_or_else(|| line.ends_at.clone(), |at| date(at, zone))
}

fn date(at: Timestamp, zone: &str) -> String {
    zoned(zone).to_datetime(at).date().to_string()
}

fn zoned(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// `2026-12-01 09:00 (Europe/Stockholm)`
fn moment(rfc3339: &str, zone: &str) -> String {
    let Ok(at) = rfc3339.parse::<Timestamp>() else { return rfc3339.to_owned() };
    let zone_name = if TimeZone::get(zone).is_ok() { zone } else { "UTC" };
    format!("{} ({zone_name})", zoned(zone).to_datetime(at).strftime("%Y-%m-%d %H:%M"))
}

/// The day of a moment, in UTC: for lists.
pub fn day(rfc3339: &str) -> String {
    rfc3339.split('T').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_the_customers() {
        let line = PlannedLine {
            sku: "X".into(),
            offering: "X".into(),
            quantity: 1,
            starts_at: "2026-11-30T23:00:00.000Z".into(),
            ends_at: "2027-11-30T23:00:00.000Z".into(),
            starts_now: false,
        };
        let zone = "Europe/Stockholm";
        assert_eq!(
            (first_day(&line, zone), last_day(&line, zone)),
            ("2026-12-01".into(), "2027-11-30".into())
        );
        assert_eq!(moment("2026-12-01T08:00:00.000Z", zone), "2026-12-01 09:00 (Europe/Stockholm)");
        assert_eq!(moment("2026-12-01T08:00:00.000Z", "Mars/Olympus"), "2026-12-01 08:00 (UTC)");
        assert_eq!(moment("soon", zone), "soon");
    }
}
