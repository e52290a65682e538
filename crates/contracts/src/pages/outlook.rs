//! When seats go: what happens to a pool and when, who loses the seat in which order, and who is pinned.

use crate::{
    ends::{self, Coming},
    term, texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Error, Lang, PersonId, PoolId, TeamId, Timestamp};
use maud::{Markup, html};
use seats::{Holder, Outlook, Turn, paths, pin_button};
use std::collections::HashSet;
use web::{Handled, Page, Visit, components::*, format};

const SIZE: usize = 50;

#[derive(serde::Deserialize)]
pub(super) struct Asked {
    /// The last of the page before.
    after: Option<PersonId>,
}

pub(super) async fn get(
    visit: Visit,
    Path((team, pool)): Path<(TeamId, PoolId)>,
    Query(asked): Query<Asked>,
) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        let (outlook, coming) = ends::outlook(cx, pool)?;
        if outlook.pool.team != team {
            return Err(Error::not_found());
        }
        Ok((outlook, coming, seats::pinned(cx, pool)?))
    };
    let (outlook, coming, pinned) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "when-seats-go");
    let body = html! {
        div.narrow.list-in {
            (top(&outlook, &title, visit.lang))
            div.stack.stack-l {
                (by_date(&outlook, &coming, visit.lang))
                (losers(&visit, &outlook, &coming, asked.after))
                (keepers(&outlook, &pinned, visit.lang))
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn top(outlook: &Outlook, title: &str, lang: Lang) -> Markup {
    let (t, pool) = (texts(lang), &outlook.pool);
    let way = [
        (fl!(t, "by-product"), paths::by_product(pool.team)),
        (pool.product_name.clone(), paths::pool(pool.team, pool.id)),
        (title.to_owned(), String::new()),
    ];
    let sub = fl!(t, "outlook-sub", product = pool.product_name.as_str(), team = pool.team_name.as_str());
    html! { (head(title).crumbs(crumbs(lang, way)).lead(mark(&pool.product_name, &pool.icon).large()).sub(sub)) }
}

fn by_date(outlook: &Outlook, coming: &[Coming], lang: Lang) -> Markup {
    let t = texts(lang);
    if outlook.turns.is_empty() {
        return empty("calendar", fl!(t, "nothing-ends"), fl!(t, "nothing-ends-text"), "");
    }
    let list = rows(outlook.turns.iter().map(|turn| turn_row(turn, coming, lang)));
    section("dates", fl!(t, "by-date"), "", list)
}

fn turn_row(turn: &Turn, coming: &[Coming], lang: Lang) -> rows::Row {
    let t = texts(lang);
    let shown = |count: i64| format::number(count.unsigned_abs(), lang);
    let mut numbers: Vec<&str> =
        coming.iter().filter(|coming| coming.at == turn.at).map(|coming| coming.number.as_str()).collect();
    numbers.dedup();
    let title = fl!(
        t,
        "turn",
        date = day(turn.at, coming, lang),
        before = shown(turn.before),
        count = turn.capacity,
        after = shown(turn.capacity)
    );
    let text = fl!(t, "turn-contracts", numbers = numbers.join(", "));
    let side = match (turn.lose, turn.regain) {
        (0, 0) => sign(Is::Ok, fl!(t, "nobody-loses")),
        (0, regain) => sign(Is::Ok, fl!(t, "n-regain", count = regain, shown = shown(regain))),
        (lose, _) => sign(Is::Warn, fl!(t, "n-lose", count = lose, shown = shown(lose))),
    };
    row(title).lead(icon("calendar")).text(text).side(side)
}

/// The day of a change where the contract is that brings it.
fn day(at: Timestamp, coming: &[Coming], lang: Lang) -> String {
    let of = coming.iter().find(|coming| coming.at == at);
    let zone = of.map_or(jiff::tz::TimeZone::UTC, |coming| term::zone_of(&coming.time_zone));
    format::short_date_year(at, &zone, lang)
}

/// Each person once, with the first time.
fn first_losses(outlook: &Outlook) -> Vec<(Timestamp, &Holder)> {
    let mut seen = HashSet::new();
    outlook.losers().filter(|(_, holder)| seen.insert(holder.person)).collect()
}

fn losers(visit: &Visit, outlook: &Outlook, coming: &[Coming], after: Option<PersonId>) -> Markup {
    let (lang, t, pool) = (visit.lang, texts(visit.lang), &outlook.pool);
    let losers = first_losses(outlook);
    if losers.is_empty() {
        return html! {};
    }
    // Who was pinned in between is not in the list any more; then it begins anew.
    let start = after.and_then(|after| losers.iter().position(|(_, holder)| holder.person == after));
    let start = start.map_or(0, |at| at + 1);
    let page = &losers[start..losers.len().min(start + SIZE)];
    let path = paths::outlook(pool.team, pool.id);
    let at = |index: usize| format!("{path}?after={}", losers[index].1.person);
    let previous = match start {
        0 => None,
        start if start <= SIZE => Some(path.clone()),
        start => Some(at(start - SIZE - 1)),
    };
    let next = (start + SIZE < losers.len()).then(|| at(start + SIZE - 1));
    let here = if start == 0 { path.clone() } else { at(start - 1) };
    let list = table(fl!(t, "losers-caption", product = pool.product_name.as_str()))
        .cols(columns(lang))
        .rows(page.iter().zip(start..).map(|((at, holder), place)| {
            tr().cell(who(&holder.first_name, &holder.last_name, &holder.email, ""))
                .cell(format::number(place as u64 + 1, lang))
                .cell(day(*at, coming, lang))
                .cell(format::short_date_year(holder.since, &visit.zone(), lang))
                .cell(pin_button((pool.team, pool.id), holder, &here, lang))
        }));
    let body = html! {
        form method="post" action=(paths::pool(pool.team, pool.id)) { (list) }
        (pager(previous, next, lang).size(SIZE as u64))
        @if outlook.lose() > losers.len() as i64 { p.muted { (fl!(t, "losers-more")) } }
    };
    section("losers", fl!(t, "who-loses"), fl!(t, "who-loses-text"), body)
}

fn columns(lang: Lang) -> [table::Col; 5] {
    let t = texts(lang);
    [
        col(fl!(t, "name-email")).main().third(),
        col(fl!(t, "turn-number")).number().leaves(3),
        col(fl!(t, "loses-on")).no_wrap(),
        col(fl!(t, "assigned-since")).no_wrap().muted().leaves(4),
        col(fl!(t, "act")).hidden().no_wrap(),
    ]
}

fn keepers(outlook: &Outlook, pinned: &[Holder], lang: Lang) -> Markup {
    let (t, pool) = (texts(lang), &outlook.pool);
    let back = paths::outlook(pool.team, pool.id);
    let line = |holder: &Holder| {
        let unpin = pin_button((pool.team, pool.id), holder, &back, lang);
        row(holder.name()).lead(icon("seat")).text(&holder.email).acts(unpin)
    };
    let body = html! {
        @if pinned.is_empty() { p.muted { (fl!(t, "nobody-pinned")) } }
        @else { form method="post" action=(paths::pool(pool.team, pool.id)) { (rows(pinned.iter().map(line))) } }
    };
    section("pinned", fl!(t, "who-is-pinned"), fl!(t, "who-is-pinned-text"), body)
}
