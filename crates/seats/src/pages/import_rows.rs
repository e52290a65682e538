//! The rows of an import: as a table, and as a file of those that have to be mended.

use crate::{
    groups::Group,
    imports::{self, Doing, ImportRow, Reason, RowState, Shown, Written},
    pages::import::{Ids, import_in},
    pool::Pool,
    texts,
};
use axum::{extract::Path, response::Response};
use i18n_embed_fl::fl;
use kernel::{ImportId, Lang, Result};
use maud::{Markup, html};
use roster::ToMend;
use web::{Handled, Visit, components::*, csv, role_label};

/// What the rows speak of, by name.
pub(super) struct Named<'a> {
    pub pools: &'a [Pool],
    pub groups: &'a [Group],
    /// The import was carried out, or stopped.
    pub over: bool,
    pub lang: Lang,
}

pub(super) fn table_of(rows: &[ImportRow], named: &Named<'_>) -> Markup {
    let t = texts(named.lang);
    let list = table(fl!(t, "import-rows-caption"))
        .cols([
            col(fl!(t, "import-row-number")).no_wrap().muted().leaves(2),
            col(fl!(t, "import-person")).main().third(),
            col(fl!(t, "import-result")).wraps(),
        ])
        .rows(rows.iter().map(|row| line(row, named)))
        .or_empty(empty("", fl!(t, "no-rows-shown"), fl!(t, "no-rows-shown-text"), ""));
    html! { (list) }
}

fn line(row: &ImportRow, named: &Named<'_>) -> table::Tr {
    let t = texts(named.lang);
    let number = match row.number {
        Some(number) => number.to_string(),
        None if row.position < 0 => fl!(t, "import-not-in-file"),
        None => String::new(),
    };
    let is_bad = matches!(row.state, RowState::Faulty | RowState::Refused | RowState::Stays);
    tr().cell(number).cell(person(row)).cell(result(row, named)).bad(is_bad)
}

fn person(row: &ImportRow) -> Markup {
    match row.name().is_empty() {
        false => html! { (who(&row.first_name, &row.last_name, &row.email, "")) },
        true if row.email.is_empty() => html! { span.muted { (row.cells.join(", ")) } },
        true => html! { (row.email) },
    }
}

fn result(row: &ImportRow, named: &Named<'_>) -> Markup {
    let (t, lang) = (texts(named.lang), named.lang);
    let what = || row.doings.iter().map(|doing| doing_words(*doing, named)).collect::<Vec<_>>().join(". ");
    match row.state {
        RowState::Read => html! { span.muted { (fl!(t, "row-read")) } },
        RowState::Planned if named.over => html! { (fl!(t, "row-left", what = what())) },
        RowState::Planned => html! { (what()) },
        RowState::Nothing => html! { span.muted { (fl!(t, "row-nothing")) } },
        RowState::Done => html! { (sign(Is::Ok, fl!(t, "row-done", what = what()))) },
        RowState::Undone => html! { (sign(Is::Plain, fl!(t, "row-undone"))) },
        RowState::Faulty | RowState::Refused | RowState::Stays => html! {
            @for reason in &row.reasons { div { (sign(Is::Bad, reason_words(reason, lang))) } }
        },
    }
}

/// The sentence, and what was probably meant.
fn reason_words(reason: &Reason, lang: Lang) -> String {
    let sentence = reason.sentence(lang);
    match &reason.suggestion {
        Some(suggestion) => {
            format!("{sentence} {}", fl!(texts(lang), "row-meant", suggestion = suggestion.as_str()))
        }
        None => sentence.to_owned(),
    }
}

fn doing_words(doing: Doing, named: &Named<'_>) -> String {
    let (t, lang) = (texts(named.lang), named.lang);
    let group = |id| {
        let found = named.groups.iter().find(|group| group.id == id);
        found.map_or_else(|| fl!(t, "import-gone-group"), |group| group.name.clone())
    };
    let product = |id| {
        let found = named.pools.iter().find(|pool| pool.id == id);
        found.map_or_else(|| fl!(t, "import-gone-product"), |pool| pool.product_name.clone())
    };
    match doing {
        Doing::Invite => fl!(t, "doing-invite"),
        Doing::Role(role) => fl!(t, "doing-role", role = role_label(role, lang).to_lowercase()),
        Doing::Join(id) => fl!(t, "doing-join", group = group(id)),
        Doing::Part(id) => fl!(t, "doing-part", group = group(id)),
        Doing::Give(id) => fl!(t, "doing-give", product = product(id)),
        Doing::TakeBack(id) => fl!(t, "doing-take-back", product = product(id)),
        Doing::Remove => fl!(t, "doing-remove"),
    }
}

const AT_ONCE: i64 = 1000;

/// The rows that were not taken, as they stood in the file, each with its reason; streamed a thousand at a time.
pub(super) async fn to_mend(visit: Visit, Path(ids): Path<Ids>) -> Handled<Response> {
    let import = visit.read(move |cx| import_in(cx, ids)).await?;
    mend_file(visit, ids.1, import.columns).await
}

pub(crate) async fn mend_file(visit: Visit, id: ImportId, columns: Written) -> Handled<Response> {
    let head = ToMend { layout: &columns.layout(), lang: visit.lang }.head();
    let part = move |after| {
        let (visit, columns) = (visit.clone(), columns.clone());
        async move {
            let (text, next) = chunk(&visit, id, after, &columns).await?;
            Ok((text, next.map(Some)))
        }
    };
    Ok(csv::streamed("to-mend.csv", head, None, part).await?)
}

/// The text, and where the next part begins.
async fn chunk(
    visit: &Visit,
    id: ImportId,
    after: Option<i64>,
    columns: &Written,
) -> Result<(String, Option<i64>)> {
    let rows = visit.read(move |cx| imports::import_rows(cx, id, Shown::Problems, after, AT_ONCE)).await?;
    let (layout, lang) = (columns.layout(), visit.lang);
    let table = ToMend { layout: &layout, lang };
    let line = |row: &ImportRow| {
        let reasons: Vec<_> = row.reasons.iter().map(|reason| reason_words(reason, lang)).collect();
        // Who was not in the file has no cells; there is nothing to mend about them.
        if row.cells.is_empty() { String::new() } else { table.row(&row.cells, &reasons.join(" ")) }
    };
    let next = rows.last().filter(|_| rows.len() as i64 == AT_ONCE).map(|row| row.position);
    Ok((rows.iter().map(line).collect(), next))
}
