//! The table of subscriptions, and the words for where they stand.

use crate::{
    contract::{Contract, State, Subscription},
    texts,
};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use web::{components::*, format};

/// The lines of a contract, in the contract's own time zone.
pub(super) fn subscriptions(contract: &Contract, lang: Lang) -> Markup {
    let t = texts(lang);
    let seats = format::number(contract.seats().unsigned_abs(), lang);
    let together = tr().cell(html! { b { (fl!(t, "together")) } }).cell("").cell(html! { b { (seats) } });
    html! {
        (table(fl!(t, "subscriptions"))
            .cols([
                col(fl!(t, "product")).main(),
                col(fl!(t, "team")).wraps().leaves(3).under_name(),
                col(fl!(t, "seats")).number(),
                col(fl!(t, "start")).no_wrap().leaves(3),
                col(fl!(t, "end")).no_wrap().leaves(2),
                col(fl!(t, "state")).no_wrap(),
            ])
            .rows(contract.subscriptions.iter().map(|line| row(contract, line, lang)))
            .foot(together.cell("").cell("").cell("")))
    }
}

fn row(contract: &Contract, line: &Subscription, lang: Lang) -> table::Tr {
    let zone = contract.zone();
    tr().cell(sign::what(
        mark(&line.product_name, &line.icon).small(),
        &line.product_name,
        &line.offering_name,
        "",
    ))
    .cell(team(line, lang))
    .cell(format::number(line.quantity.unsigned_abs(), lang))
    .cell(format::short_date_year(line.start_at, &zone, lang))
    .cell(format::short_date_year(line.last_day(), &zone, lang))
    .cell(state(line.state(), lang))
}

fn team(line: &Subscription, lang: Lang) -> Markup {
    match &line.team_name {
        Some(name) => html! { (name) },
        None => sign(Is::Warn, fl!(texts(lang), "team-to-choose")),
    }
}

pub(super) fn state(state: State, lang: Lang) -> Markup {
    let t = texts(lang);
    match state {
        State::Waiting => sign(Is::Wait, fl!(t, "state-waiting")),
        State::Running => sign(Is::Ok, fl!(t, "state-running")),
        State::Ended => sign(Is::Off, fl!(t, "state-ended")),
    }
}

/// "37 days left"
pub(super) fn days_left(days: i64, lang: Lang) -> String {
    fl!(texts(lang), "n-days-left", count = days, shown = format::number(days.unsigned_abs(), lang))
}

/// "Malmö", "Malmö, Göteborg", or that it is not chosen.
pub(super) fn teams(contract: &Contract, lang: Lang) -> Markup {
    let mut names: Vec<_> =
        contract.subscriptions.iter().filter_map(|line| line.team_name.as_deref()).collect();
    names.dedup();
    match contract.waits_for_landing() {
        true => sign(Is::Warn, fl!(texts(lang), "team-to-choose")),
        false => html! { (names.join(", ")) },
    }
}
