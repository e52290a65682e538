//! What was imported into a team.

use crate::{
    imports::{self, Act, Counts, Import, Progress, RowState},
    pages::{paths, views},
    texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{ImportId, Lang, TeamId};
use maud::html;
use web::{Handled, Page, Visit, components::*, format};

const SIZE: i64 = 50;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Part {
    after: Option<ImportId>,
}

pub(super) async fn get(visit: Visit, Path(team): Path<TeamId>, Query(part): Query<Part>) -> Handled<Page> {
    let mut found = visit.read(move |cx| imports::imports(cx, team, part.after, SIZE + 1)).await?;
    let (t, lang, path) = (texts(visit.lang), visit.lang, paths::imports(team));
    let more = found.len() as i64 > SIZE;
    found.truncate(SIZE as usize);
    let next = found.last().filter(|_| more).map(|(import, _)| format!("{path}?after={}", import.id));
    let new = button::main(fl!(t, "new-import")).icon("upload").href(paths::new_import(team));
    let list = table(fl!(t, "imports-caption"))
        .cols([
            col(fl!(t, "import-what")).main(),
            col(fl!(t, "import-when")).wraps().muted().leaves(3).under_name(),
            col(fl!(t, "shown-changes")).number(),
            col(fl!(t, "shown-problems")).number().leaves(2),
            col(fl!(t, "import-state")).no_wrap(),
        ])
        .rows(found.iter().map(|(import, counts)| line(&visit, import, counts)))
        .or_empty(empty("upload", fl!(t, "no-imports"), fl!(t, "no-imports-text"), &new));
    let body = html! {
        (head(fl!(t, "imports")).sub(fl!(t, "imports-sub")).acts(html! { @if !found.is_empty() { (new) } }))
        (views(lang, team, path))
        (list)
        @if part.after.is_some() || next.is_some() {
            (pager(part.after.map(|_| paths::imports(team)), next, lang).size(SIZE.unsigned_abs()))
        }
    };
    Ok(visit.page(&fl!(t, "imports"), body))
}

fn line(visit: &Visit, import: &Import, counts: &Counts) -> table::Tr {
    let (lang, zone) = (visit.lang, visit.zone());
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let at = format::date_time(import.made_at, &zone, lang);
    let changes = [RowState::Planned, RowState::Done, RowState::Undone].map(|state| counts.of(state));
    let problems = [RowState::Faulty, RowState::Refused, RowState::Stays].map(|state| counts.of(state));
    tr().cell(html! { a.go href=(paths::import(import.team, import.id)) { (title(import, lang)) } })
        .cell(fl!(texts(lang), "import-when", at = at, by = import.made_by.as_str()))
        .cell(number(changes.iter().sum()))
        .cell(number(problems.iter().sum()))
        .cell(state(import.progress, lang))
        .tap()
}

/// "Invite people, from people.csv"
pub(super) fn title(import: &Import, lang: Lang) -> String {
    let act = act_words(import.act(), lang);
    match import.source.as_str() {
        "" => act,
        source => fl!(texts(lang), "import-from", act = act, source = source),
    }
}

pub(super) fn act_words(act: Act, lang: Lang) -> String {
    let t = texts(lang);
    match act {
        Act::Invite => fl!(t, "act-invite"),
        Act::Assign => fl!(t, "act-assign"),
        Act::Unassign => fl!(t, "act-unassign"),
        Act::Replace => fl!(t, "act-replace"),
        Act::Join => fl!(t, "act-join"),
        Act::Part => fl!(t, "act-part"),
        Act::Role => fl!(t, "act-role"),
        Act::Remove => fl!(t, "act-remove"),
    }
}

pub(super) fn state(progress: Progress, lang: Lang) -> maud::Markup {
    let t = texts(lang);
    match progress {
        Progress::Reading | Progress::Looking => sign(Is::Info, fl!(t, "import-progress-looking")),
        Progress::Ready => sign(Is::Warn, fl!(t, "import-progress-ready")),
        Progress::Running => sign(Is::Info, fl!(t, "import-progress-running")),
        Progress::Done => sign(Is::Ok, fl!(t, "import-progress-done")),
        Progress::Undoing => sign(Is::Info, fl!(t, "import-progress-undoing")),
        Progress::Undone => sign(Is::Plain, fl!(t, "import-progress-undone")),
    }
}
