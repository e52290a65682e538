//! One import: what would happen, how far it is, what became of each row.

use crate::{
    groups::{Group, groups_of_team},
    imports::{self, Act, Counts, Import, ImportRow, Need, Progress, RowState, Shown},
    pages::{
        import_rows::{Named, table_of},
        imports::{state, title},
        paths,
    },
    pool::Pool,
    reads, texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Error, ImportId, Lang, TeamId};
use maud::{Markup, html};
use store::Read;
use web::{
    Filled, Handled, Page, Visit,
    components::{tabs::tab, *},
    format,
};

const SIZE: i64 = 50;

pub(super) type Ids = (TeamId, ImportId);

/// What the address says.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(super) struct Part {
    show: String,
    after: Option<i64>,
}

/// All that the page shows.
struct Seen {
    import: Import,
    counts: Counts,
    rows: Vec<ImportRow>,
    pools: Vec<Pool>,
    groups: Vec<Group>,
}

pub(super) async fn get(visit: Visit, Path(ids): Path<Ids>, Query(part): Query<Part>) -> Handled<Page> {
    page(&visit, ids, part, &Filled::fresh(visit.lang)).await
}

/// The import as one of this team, for addresses that name both.
pub(super) fn import_in(cx: &mut Read, (team, id): Ids) -> kernel::Result<Import> {
    imports::import(cx, id).and_then(|import| match import.team == team {
        true => Ok(import),
        false => Err(Error::not_found()),
    })
}

fn seen(cx: &mut Read, ids: Ids, part: &Part) -> kernel::Result<Seen> {
    import_in(cx, ids)?;
    let (import, counts) = imports::import_with_counts(cx, ids.1)?;
    let shown = Shown::from_name(&part.show).unwrap_or_default();
    let rows = imports::import_rows(cx, ids.1, shown, part.after, SIZE + 1)?;
    let pools = reads::pools_of_team(cx, import.team)?;
    let groups = groups_of_team(cx, import.team)?.into_iter().map(|(group, _)| group).collect();
    Ok(Seen { import, counts, rows, pools, groups })
}

pub(super) async fn page(visit: &Visit, ids: Ids, part: Part, filled: &Filled) -> Handled<Page> {
    let asked = part.clone();
    let mut seen = visit.read(move |cx| seen(cx, ids, &asked)).await?;
    let (t, lang, path) = (texts(visit.lang), visit.lang, paths::import(ids.0, ids.1));
    let shown = Shown::from_name(&part.show).unwrap_or_default();
    let more = seen.rows.len() as i64 > SIZE;
    seen.rows.truncate(SIZE as usize);
    let next = seen.rows.last().filter(|_| more).map(|row| here(&path, shown, Some(row.position)));
    let title = title(&seen.import, lang);
    let way = [
        (fl!(t, "users"), paths::users(ids.0)),
        (fl!(t, "imports"), paths::imports(ids.0)),
        (title.clone(), String::new()),
    ];
    let at = format::date_time(seen.import.made_at, &visit.zone(), lang);
    let by = fl!(t, "import-when", at = at, by = seen.import.made_by.as_str());
    let named =
        Named { pools: &seen.pools, groups: &seen.groups, over: seen.import.ended_at.is_some(), lang };
    let body = html! {
        (head(&title).crumbs(crumbs(lang, way)).sub(html! { (by) " · " (state(seen.import.progress, lang)) }))
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        div.stack.stack-l {
            (standing(visit, &seen))
            div {
                (views(&seen, &path, shown, lang))
                (table_of(&seen.rows, &named))
                @if part.after.is_some() || next.is_some() {
                    (pager(part.after.map(|_| here(&path, shown, None)), next, lang).size(SIZE.unsigned_abs()))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn here(path: &str, shown: Shown, after: Option<i64>) -> String {
    let show = if shown == Shown::All { None } else { Some(format!("show={}", shown.name())) };
    let after = after.map(|position| format!("after={position}"));
    match [show, after].into_iter().flatten().collect::<Vec<_>>().join("&") {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// What there is to know and to do at this point.
fn standing(visit: &Visit, seen: &Seen) -> Markup {
    let Seen { import, counts, .. } = seen;
    let path = paths::import(import.team, import.id);
    match import.progress {
        Progress::Reading | Progress::Looking | Progress::Running | Progress::Undoing => {
            under_way(import, counts, &path, visit.lang)
        }
        Progress::Ready => before(seen, &path, visit.lang),
        Progress::Done | Progress::Undone => after(visit, import, counts, &path),
    }
}

fn under_way(import: &Import, counts: &Counts, path: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let all = counts.all();
    let moved = |states: [RowState; 3]| states.iter().map(|state| counts.of(*state)).sum::<i64>();
    let planned = counts.of(RowState::Planned);
    let (done, all) = match import.progress {
        Progress::Running => {
            let done = counts.of(RowState::Done) + counts.of(RowState::Refused);
            (done, done + planned)
        }
        Progress::Undoing => {
            let all = moved([RowState::Done, RowState::Undone, RowState::Stays]);
            (all - counts.of(RowState::Done), all)
        }
        _ => (all - counts.of(RowState::Read), all),
    };
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let words = match import.progress {
        Progress::Running => fl!(t, "import-running-title", done = number(done), all = number(all)),
        Progress::Undoing => fl!(t, "import-undoing-title", done = number(done), all = number(all)),
        _ => fl!(t, "import-reading-title", done = number(done), all = number(all)),
    };
    html! {
        section.stack data-live="2000" {
            (progress("import", words, fl!(t, "import-goes-on"), Some((done.unsigned_abs(), all.max(1).unsigned_abs()))))
            div.acts {
                (button::plain(fl!(t, "import-look-again")).href(path))
                @if import.progress == Progress::Running {
                    (button::post(&format!("{path}/stop"), button::quiet(fl!(t, "import-stop"))))
                }
                @if import.progress == Progress::Looking {
                    (button::post(&format!("{path}/discard"), button::quiet(fl!(t, "import-discard"))))
                }
            }
        }
    }
}

fn before(seen: &Seen, path: &str, lang: Lang) -> Markup {
    let (t, planned) = (texts(lang), seen.counts.of(RowState::Planned));
    let shown = format::number(planned.unsigned_abs(), lang);
    let yes = button::main(fl!(t, "import-carry-out", count = planned, shown = shown));
    let yes = match seen.import.act() {
        Act::Remove | Act::Replace | Act::Unassign => button::bad(fl!(
            t,
            "import-carry-out",
            count = planned,
            shown = format::number(planned.unsigned_abs(), lang)
        )),
        _ => yes,
    };
    let (title, text) = match planned {
        0 => (fl!(t, "import-nothing-to-do"), fl!(t, "import-nothing-to-do-text")),
        _ => (fl!(t, "import-nothing-yet"), fl!(t, "import-nothing-yet-text")),
    };
    html! {
        section.stack {
            (note(Is::Info, title, text))
            (seats(seen, lang))
            @if seen.counts.of(RowState::Faulty) > 0 { (mend(&seen.counts, path, lang)) }
            div.acts {
                @if planned > 0 { (button::post(&format!("{path}/confirmation"), yes)) }
                (button::post(&format!("{path}/discard"), button::quiet(fl!(t, "import-discard"))))
            }
        }
    }
}

/// How many seats it takes of each product, and how many there are.
fn seats(seen: &Seen, lang: Lang) -> Markup {
    let t = texts(lang);
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let line = |pool: &Pool| {
        let Need { takes, misses } = seen.import.needs.get(&pool.id).copied()?;
        let needed = takes + misses;
        let (product, shown) = (pool.product_name.as_str(), number(needed));
        let words = match needed > 0 {
            _ if needed == 0 => return None,
            true => {
                fl!(
                    t,
                    "import-seats-needed",
                    count = needed,
                    product = product,
                    shown = shown,
                    free = number(pool.free())
                )
            }
            false => {
                let freed = -needed;
                fl!(t, "import-seats-freed", count = freed, product = product, shown = shown)
            }
        };
        Some((icon("seat"), words))
    };
    let lines: Vec<_> = seen.pools.iter().filter_map(line).collect();
    html! { @if !lines.is_empty() { (rows::ticks(lines)) } }
}

fn mend(counts: &Counts, path: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let count = counts.of(RowState::Faulty) + counts.of(RowState::Refused);
    let shown = format::number(count.unsigned_abs(), lang);
    let file = button::plain(fl!(t, "import-mend-file")).icon("download").href(format!("{path}/to-mend.csv"));
    html! { (note(Is::Warn, "", fl!(t, "import-mend-text", count = count, shown = shown)).acts(file)) }
}

fn after(visit: &Visit, import: &Import, counts: &Counts, path: &str) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let until = import.ended_at.map(|at| at.plus(imports::UNDO_FOR));
    let can = import.can_be_undone(visit.now()).is_ok() && counts.of(RowState::Done) > 0;
    let problems = counts.of(RowState::Faulty) + counts.of(RowState::Refused);
    html! {
        @if problems > 0 && import.progress == Progress::Done { (mend(counts, path, lang)) }
        @if let (true, Some(until)) = (can, until) {
            section.stack {
                p.muted { (fl!(t, "import-undo-until", until = format::date_time(until, &visit.zone(), lang))) }
                div { (button::post(&format!("{path}/undo"), button::plain(fl!(t, "import-undo")).icon("undo"))) }
            }
        }
    }
}

fn views(seen: &Seen, path: &str, current: Shown, lang: Lang) -> Markup {
    let t = texts(lang);
    let is_left = seen.import.ended_at.is_some() && seen.counts.of(RowState::Planned) > 0;
    let shown = Shown::ALL.into_iter().filter(|shown| *shown != Shown::Left || is_left);
    let one = |shown: Shown| {
        let words = match shown {
            Shown::All => fl!(t, "shown-all"),
            Shown::Changes => fl!(t, "shown-changes"),
            Shown::Nothing => fl!(t, "shown-nothing"),
            Shown::Problems => fl!(t, "shown-problems"),
            Shown::Left => fl!(t, "shown-left"),
        };
        let states = shown.states(seen.import.progress);
        let count = match states {
            [] => seen.counts.all(),
            states => states.iter().map(|state| seen.counts.of(*state)).sum(),
        };
        tab(words, here(path, shown, None))
            .count(format::number(count.unsigned_abs(), lang))
            .current(shown == current)
    };
    tabs(fl!(t, "import-rows-caption"), shown.map(one))
}
