//! The second step: what the order will do, with names and dates, before the button.

use super::{super::paths, filling};
use crate::{
    Draft,
    landing::Landing,
    new_order::NewOrder,
    plan::{OrderPlan, PlannedLine},
    term, texts,
};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use web::{Page, Visit, components::*, format};

pub(super) fn page(visit: &Visit, draft: &Draft, ask: &NewOrder, plan: &OrderPlan) -> Page {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let title = fl!(t, "plan-title");
    let way =
        [(fl!(t, "orders"), paths::ORDERS), (fl!(t, "new-order"), paths::NEW_ORDER), (title.clone(), "")];
    let change = button::plain(fl!(t, "change")).form("order").sends("act", "change");
    let name = plan.known_organization.as_deref().unwrap_or(ask.customer_name.as_str());
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(lang, way)).sub(fl!(t, "plan-text")).act(change))
            form #order method="post" action=(paths::NEW_ORDER) {
                @for (name, value) in filling::typed(draft) { (field::hidden(&name, &value)) }
            }
            @if plan.placed_before.is_some() {
                (note(Is::Info, fl!(t, "plan-repeated"), fl!(t, "plan-repeated-text")))
            } @else {
                @let effects = effects(visit, ask, plan).map(|(name, words)| (icon::icon_in(name, "of-accent"), words));
                div.stack.stack-l {
                    (rows::ticks(effects))
                    (section("lines", fl!(t, "order-lines"), "", lines(ask, plan, lang)))
                }
            }
        }
        (dialog::confirm_bar(
            fl!(t, "place-what", number = ask.number.as_str(), customer = name),
            fl!(t, "place-when"),
            button::main(fl!(t, "place")).form("order").sends("act", "place"),
        ))
    };
    visit.page(&title, body)
}

/// Customer, person, team, mails: an icon and a sentence each.
fn effects(visit: &Visit, ask: &NewOrder, plan: &OrderPlan) -> [(&'static str, String); 4] {
    let t = texts(visit.lang);
    let manager = format!("{} {}", ask.manager.first_name, ask.manager.last_name);
    let organization = match &plan.known_organization {
        Some(name) => fl!(t, "plan-organization-known", name = name.as_str()),
        None => fl!(t, "plan-organization-new", name = ask.customer_name.as_str()),
    };
    let person = match plan.manager_is_known {
        true => fl!(t, "plan-person-known", name = manager.as_str()),
        false => fl!(t, "plan-person-new", name = manager.as_str()),
    };
    let landing = match &plan.landing {
        Landing::NewTeam => fl!(t, "plan-landing-new", name = manager.as_str()),
        Landing::Team(team) => fl!(t, "plan-landing-team", team = team.name.as_str()),
        Landing::ToChoose(teams) => {
            let names: Vec<_> = teams.iter().map(|team| team.name.as_str()).collect();
            fl!(t, "plan-landing-choose", name = manager.as_str(), teams = names.join(", "))
        }
    };
    let mails = match plan.welcome_at <= visit.now() {
        true => fl!(t, "plan-welcome-now"),
        false => {
            let zone = term::zone_of(&ask.manager.time_zone);
            fl!(t, "plan-welcome-later", when = format::date_time(plan.welcome_at, &zone, visit.lang))
        }
    };
    [("contract", organization), ("user", person), ("team", landing), ("send", mails)]
}

fn lines(ask: &NewOrder, plan: &OrderPlan, lang: Lang) -> Markup {
    let t = texts(lang);
    html! {
        (table(fl!(t, "order-lines"))
            .cols([
                col(fl!(t, "offering")).main(),
                col(fl!(t, "seats")).number(),
                col(fl!(t, "start")).no_wrap(),
                col(fl!(t, "end")).no_wrap().leaves(2),
            ])
            .rows(plan.lines.iter().map(|line| row(ask, line, lang))))
    }
}

fn row(ask: &NewOrder, line: &PlannedLine, lang: Lang) -> table::Tr {
    let zone = term::zone_of(&ask.manager.time_zone);
    let start = match line.starts_now {
        true => fl!(texts(lang), "plan-starts-now"),
        false => format::short_date_year(line.term.start_at, &zone, lang),
    };
    tr().cell(html! { (line.offering.name) " " span.sub { (line.offering.sku) } })
        .cell(format::number(line.line.quantity.unsigned_abs(), lang))
        .cell(start)
        .cell(format::short_date_year(line.term.last_day(), &zone, lang))
}
