//! Pins people, so that they keep the seat when others lose it, and takes the pin out again.

use crate::{
    assignment::Holder,
    pages::{ListQuery, paths, pool, releases::From},
    pin::{pin_seat, unpin_seat},
    texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, PoolId, TeamId, Timestamp};
use maud::Markup;
use web::{
    Form, Handled, Nothing, Visit,
    components::{Is, button, sign},
    layout::Toast,
};

type Ids = Path<(TeamId, PoolId, PersonId)>;

/// Where a pin that was taken out had its place.
#[derive(serde::Deserialize)]
pub(super) struct Before {
    since: Option<i64>,
}

pub(super) async fn pin(
    visit: Visit,
    Path((team, pool, person)): Ids,
    Query(before): Query<Before>,
    Query(from): Query<From>,
    form: Form<Nothing>,
) -> Handled {
    let since = before.since.map(Timestamp::from_millis);
    form.submit(|Nothing| visit.command_on(pool, move |cx| pin_seat(cx, pool, person, since)))
        .await
        .done(|()| {
            let t = texts(visit.lang);
            let undo = (fl!(t, "undo"), from.and_here(&paths::unpin(team, pool, person)));
            let toast = Toast { text: fl!(t, "toast-pinned"), undo: Some(undo) };
            visit.done_with_undo(&from.path(team, pool), toast)
        })
        .or_again(async |filled| pool::page(&visit, (team, pool), &ListQuery::default(), &filled).await)
        .await
}

pub(super) async fn unpin(
    visit: Visit,
    Path((team, pool, person)): Ids,
    Query(from): Query<From>,
    form: Form<Nothing>,
) -> Handled {
    form.submit(|Nothing| visit.command_on(pool, move |cx| unpin_seat(cx, pool, person)))
        .await
        .done(|since| {
            let t = texts(visit.lang);
            let undo = since.map(|since| (fl!(t, "undo"), again(&from, (team, pool, person), since)));
            visit.done_with_undo(&from.path(team, pool), Toast { text: fl!(t, "toast-unpinned"), undo })
        })
        .or_again(async |filled| pool::page(&visit, (team, pool), &ListQuery::default(), &filled).await)
        .await
}

/// The pin at its old place.
fn again(from: &From, (team, pool, person): (TeamId, PoolId, PersonId), since: Timestamp) -> String {
    let path = from.and_here(&paths::pin(team, pool, person));
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}since={}", since.millis())
}

/// Beside the state of a seat.
pub(super) fn mark(lang: Lang) -> Markup {
    sign(Is::Wait, fl!(texts(lang), "pinned"))
}

/// Pins, or takes the pin out. `back` is the page to come back to; empty for that of the product.
pub fn button((team, pool): (TeamId, PoolId), holder: &Holder, back: &str, lang: Lang) -> button::Button {
    let t = texts(lang);
    let person = holder.name();
    let (words, label, path) = match holder.pinned_at {
        None => {
            let label = fl!(t, "pin-whom", person = person.as_str());
            (fl!(t, "pin"), label, paths::pin(team, pool, holder.person))
        }
        Some(_) => {
            let label = fl!(t, "unpin-whom", person = person.as_str());
            (fl!(t, "unpin"), label, paths::unpin(team, pool, holder.person))
        }
    };
    let path = if back.is_empty() { path } else { web::and_back(&path, back) };
    button::quiet(words).small().action(path).label(label)
}
