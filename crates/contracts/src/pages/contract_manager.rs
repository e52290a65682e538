//! Who manages a contract, and how that is changed (mission S13, S22).

use super::{paths, takeovers::state_sign};
use crate::{
    contract::Contract,
    takeover::{ManagerPage, Takeover, manager_page},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{ContractId, Decides, Lang};
use maud::{Markup, html};
use web::{Handled, Page, Visit, components::*, format};

pub(super) async fn get(visit: Visit, Path(id): Path<ContractId>) -> Handled<Page> {
    let found = visit.read(move |cx| manager_page(cx, id)).await?;
    let (t, contract) = (texts(visit.lang), &found.contract);
    let title = fl!(t, "contract-manager");
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way(contract, &found, visit.lang)))
                .sub(fl!(t, "manager-of", number = contract.number.as_str(), customer = contract.organization_name.as_str())))
            div.stack.stack-l {
                (rows([row(contract.manager_name()).lead(avatar(&contract.manager_name()))
                    .text(html! { (sign::address(&contract.manager_email)) " · " (fl!(t, "manager-does")) })]))
                @if let Some(open) = &found.open { (open_note(&visit, open)) }
                (acts(&visit, &found))
                (section("how", fl!(t, "manager-how"), "", how(&visit)))
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn way(contract: &Contract, found: &ManagerPage, lang: Lang) -> [(String, String); 3] {
    let t = texts(lang);
    let sees = if found.may_hand_over { paths::contract(contract.id) } else { paths::CONTRACTS.into() };
    [
        (fl!(t, "contracts"), paths::CONTRACTS.to_owned()),
        (contract.number.clone(), sees),
        (fl!(t, "contract-manager"), String::new()),
    ]
}

fn acts(visit: &Visit, found: &ManagerPage) -> Markup {
    let (t, id) = (texts(visit.lang), found.contract.id);
    let apply = found.may_apply && found.open.is_none();
    html! {
        @if found.may_hand_over || apply {
            div.acts {
                @if found.may_hand_over {
                    (button::main(fl!(t, "hand-over")).icon("pencil").href(paths::hand_over(id)))
                }
                @if apply { (button::main(fl!(t, "apply")).href(paths::apply(id))) }
            }
        }
    }
}

/// An application is open; the way to it for whoever sees it.
pub(super) fn open_note(visit: &Visit, open: &Takeover) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let until = format::date_time(open.answer_by, &crate::term::zone_of(&open.time_zone), lang);
    let is = if open.waits_for_decision(visit.now()) { Is::Info } else { Is::Warn };
    let person = visit.actor.person_id();
    let parties = [open.applicant.id, open.manager.id];
    let sees = parties.iter().any(|party| person == Some(*party))
        || visit.actor.may(kernel::Permission::DecideTakeover, open.decided_in());
    let title = fl!(t, "takeover-open", who = open.applicant.name(), number = open.contract_number.as_str());
    let words = fl!(t, "takeover-open-text", until = until);
    html! {
        (note(is, title, html! { (words) " " (state_sign(open, visit)) })
            .acts(html! {
                @if sees { (button::plain(fl!(t, "takeover-see")).href(paths::takeover(open.id))) }
            }))
    }
}

/// The instruction for doing it oneself.
fn how(visit: &Visit) -> Markup {
    let t = texts(visit.lang);
    let policy = visit.site.house().takeovers;
    let then = match policy.decides {
        Decides::Staff => fl!(t, "takeover-then-staff"),
        Decides::Itself => fl!(t, "takeover-then-itself"),
    };
    html! {
        div.stack.measure {
            p { (fl!(t, "manager-how-self")) }
            p { (fl!(t, "manager-how-apply", days = policy.days)) " " (then) }
            p.muted { (fl!(t, "manager-how-roles")) }
        }
    }
}
