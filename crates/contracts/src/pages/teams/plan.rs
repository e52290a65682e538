//! What a plan looks like before it is carried out: seats before and after, and where everybody ends.

use crate::{queries, texts};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, Result};
use maud::{Markup, html};
use organizations::{Coming, Team};
use seats::moving::{Fate, Going, Level, PoolPlan};
use std::collections::HashMap;
use store::Read;
use web::{components::*, format};

/// So many people are shown by name.
pub(super) const SHOWN: usize = 100;

/// Person, first name, last name, address.
pub(super) type Names = Vec<(PersonId, String, String, String)>;

/// The names of the first of those who go.
pub(super) fn names(cx: &mut Read, people: &[PersonId]) -> Result<Names> {
    queries::names(cx, &people[..people.len().min(SHOWN)])
}

/// How a pool was: what the plan says, without what it changes.
pub(super) struct Before {
    pub here: Level,
    pub there: Level,
}

/// Two lines: how many of how many seats are used, before and after.
pub(super) fn levels((from, to): (&Team, &Team), before: &Before, plan: &PoolPlan, lang: Lang) -> Markup {
    let t = texts(lang);
    let number = |count: i64| format::number(count.max(0).unsigned_abs(), lang);
    let used =
        |level: &Level| fl!(t, "plan-used-of", used = number(level.assigned), all = number(level.capacity));
    let line = |team: &Team, before: &Level, after: &Level| {
        tr().cell(&team.name).cell(used(before)).cell(html! { b { (used(after)) } })
    };
    html! {
        (table(fl!(t, "plan-levels"))
            .cols([
                col(fl!(t, "team")).main(),
                col(fl!(t, "plan-before")).no_wrap(),
                col(fl!(t, "plan-after")).no_wrap(),
            ])
            .rows([line(from, &before.here, &plan.here), line(to, &before.there, &plan.there)]))
    }
}

/// Who ends where, the first of them by name.
pub(super) fn people(to: &Team, plan: &PoolPlan, coming: &[Coming], names: &Names, lang: Lang) -> Markup {
    let t = texts(lang);
    if plan.going.is_empty() {
        return html! { p.muted { (fl!(t, "plan-nobody")) } };
    }
    let fates: HashMap<PersonId, &Going> = plan.going.iter().map(|going| (going.person, going)).collect();
    let leaves: HashMap<PersonId, bool> = coming.iter().map(|one| (one.person, one.leaves)).collect();
    let lines = names.iter().filter_map(|(person, first, last, email)| {
        let going = fates.get(person)?;
        let leaves = leaves.get(person).copied().unwrap_or_default();
        Some(tr().cell(who(first, last, email, "")).cell(ends(to, going, leaves, lang)))
    });
    let more = plan.going.len().saturating_sub(names.len());
    let shown = format::number(more as u64, lang);
    html! {
        (table(fl!(t, "plan-people"))
            .cols([col(fl!(t, "plan-person")).main(), col(fl!(t, "plan-ends")).wraps()])
            .rows(lines))
        @if more > 0 { p.muted { (fl!(t, "plan-more-people", count = more, shown = shown)) } }
    }
}

fn ends(to: &Team, going: &Going, leaves: bool, lang: Lang) -> String {
    let (t, team) = (texts(lang), to.name.as_str());
    match (going.fate, going.has_seat, leaves) {
        (Fate::Keeps, true, _) => fl!(t, "plan-double", team = team),
        (_, false, _) => fl!(t, "plan-ends-line", team = team),
        (_, true, true) => fl!(t, "plan-ends-there", team = team),
        (_, true, false) => fl!(t, "plan-ends-both", team = team),
    }
}

/// Who waits and gets a seat by it.
pub(super) fn risen((from, to): (&Team, &Team), plan: &PoolPlan, lang: Lang) -> Vec<String> {
    let t = texts(lang);
    [(from, plan.rise_here), (to, plan.rise_there)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(team, count)| {
            let shown = format::number(count.unsigned_abs(), lang);
            fl!(t, "plan-rise", count = count, shown = shown, team = team.name.as_str())
        })
        .collect()
}
