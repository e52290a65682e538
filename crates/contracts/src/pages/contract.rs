//! One contract: its stamp, where it stands, its subscriptions, who is responsible.

use super::{contract_manager::open_note, lines, paths};
use crate::{
    contract::{Contract, State},
    order::Order,
    reads,
    takeover::open_of_contract,
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{ContractId, Lang, Permission};
use maud::{Markup, html};
use web::{
    Handled, Page, Visit,
    components::{timeline::When, *},
    format,
};

pub(super) async fn get(visit: Visit, Path(id): Path<ContractId>) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        Ok((reads::contract(cx, id)?, reads::orders_of_contract(cx, id)?, open_of_contract(cx, id)?))
    };
    let (contract, orders, open) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "contract-title", number = contract.number.as_str());
    let way = [(fl!(t, "contracts"), paths::CONTRACTS), (contract.number.clone(), "")];
    let body = html! {
        div.narrow.list-in {
            (head(&title).crumbs(crumbs(visit.lang, way)).sub(standing(&visit, &contract))
                .act(button::plain(fl!(t, "print")).icon("print").js_only().prints()))
            div.stack.stack-l {
                (facts(&visit, &contract, &orders))
                (life(&visit, &contract))
                (waiting(&visit, &contract, &orders))
                @if let Some(open) = &open { (open_note(&visit, open)) }
                (section("subs", fl!(t, "subscriptions"), "", lines::subscriptions(&contract, visit.lang)))
                (section("people", fl!(t, "who-is-responsible"), "", people(&contract, visit.lang)))
            }
        }
    };
    Ok(visit.page(&title, body))
}

/// "Active · 37 days left, renewal date 31 December 2026"
fn standing(visit: &Visit, contract: &Contract) -> Markup {
    let (lang, zone, t) = (visit.lang, contract.zone(), texts(visit.lang));
    let when = match (contract.state(), contract.renewal_at(), contract.days_left(visit.now())) {
        (State::Waiting, ..) => {
            let start = contract.starts_at().unwrap_or(contract.created_at);
            fl!(t, "starts-on", date = format::date(start, &zone, lang))
        }
        (State::Running, Some(at), Some(days)) => {
            fl!(t, "renews-in", days = lines::days_left(days, lang), date = format::date(at, &zone, lang))
        }
        _ => fl!(t, "ended-on", date = last_day(contract, lang)),
    };
    html! { (lines::state(contract.state(), lang)) " · " (when) }
}

fn last_day(contract: &Contract, lang: Lang) -> String {
    let last = contract.subscriptions.iter().map(|line| line.end_at).max();
    let last = last.map_or(contract.created_at, crate::term::last_day);
    format::date(last, &contract.zone(), lang)
}

fn facts(visit: &Visit, contract: &Contract, orders: &[Order]) -> Markup {
    let (lang, zone, t) = (visit.lang, contract.zone(), texts(visit.lang));
    let first = contract.starts_at().unwrap_or(contract.created_at);
    let term = fl!(t, "from-to", from = format::date(first, &zone, lang), until = last_day(contract, lang));
    let renewal = contract.renewal_at().map(|at| format::date(at, &zone, lang));
    let partner = contract.partner_name.clone().unwrap_or_else(|| fl!(t, "no-partner"));
    let numbers: Vec<_> = orders.iter().map(|order| order.number.as_str()).collect();
    let mut cells = vec![
        (fl!(t, "contract"), html! { span.mono { (contract.number) } }),
        (
            fl!(t, "customer"),
            html! { (contract.organization_name) " " small { (contract.organization_number) } },
        ),
        (
            fl!(t, "contract-manager"),
            html! { (contract.manager_name()) " " small { (sign::address(&contract.manager_email)) } },
        ),
        (
            fl!(t, "partner"),
            html! { (partner) " " small { (contract.partner_desk.as_deref().unwrap_or_default()) } },
        ),
        (fl!(t, "term"), html! { (term) }),
    ];
    cells.extend(renewal.map(|date| (fl!(t, "renewal-date"), html! { b { (date) } })));
    cells.push((fl!(t, "order"), html! { (numbers.join(", ")) }));
    html! { (stamp::stamp_w(cells)) }
}

fn life(visit: &Visit, contract: &Contract) -> Markup {
    let (lang, zone, t) = (visit.lang, contract.zone(), texts(visit.lang));
    let date = |at| format::short_date_year(at, &zone, lang);
    let start = contract.starts_at().unwrap_or(contract.created_at);
    let end = contract.renewal_at();
    let state = contract.state();
    let active = match state {
        State::Waiting => (When::Next, fl!(t, "active"), fl!(t, "starts-on", date = date(start))),
        State::Running => (When::Now, fl!(t, "active"), fl!(t, "since", date = date(start))),
        State::Ended => (When::Past, fl!(t, "active"), fl!(t, "since", date = date(start))),
    };
    let last = match end {
        Some(at) => (When::Next, fl!(t, "renewal"), date(at)),
        None => (When::PastBad, fl!(t, "state-ended"), last_day(contract, lang)),
    };
    let ordered = if state == State::Waiting { When::Now } else { When::Past };
    html! {
        section aria-labelledby="tl-h" {
            h2.sr #tl-h { (fl!(t, "where-it-stands")) }
            (timeline([(ordered, fl!(t, "ordered"), date(contract.created_at)), active, last]))
        }
    }
}

fn waiting(visit: &Visit, contract: &Contract, orders: &[Order]) -> Markup {
    let t = texts(visit.lang);
    let count = orders.iter().filter(|order| order.waits_for_landing()).count();
    let may = visit.actor.may(Permission::ChooseLanding, contract.scope());
    html! {
        @if count > 0 {
            (note(Is::Warn, fl!(t, "landing-waits", count = count), fl!(t, "landing-waits-text"))
                .acts(html! { @if may { (button::main(fl!(t, "choose-team")).href(paths::landing(contract.id))) } }))
        }
    }
}

fn people(contract: &Contract, lang: Lang) -> Markup {
    let t = texts(lang);
    let change = button::plain(fl!(t, "manager-change")).small().href(paths::manager(contract.id));
    let manager = row(contract.manager_name())
        .lead(avatar(&contract.manager_name()))
        .text(fl!(t, "manager-does"))
        .acts(change);
    let partner = contract.partner_name.as_ref().map(|name| {
        let desk = contract.partner_desk.as_deref().unwrap_or_default();
        row(name).lead(avatar(name)).text(fl!(t, "partner-does", desk = desk))
    });
    rows([Some(manager), partner].into_iter().flatten())
}
