//! Many people at once, for programs: send a file, look at what would happen, say yes, look at the results.

use crate::{
    imports::{
        self, Act, Aim, Counts, Doing, Import, ImportRow, Need, Reason, RowState, Shown, Step,
        confirm_import, discard_import,
        source::{Asked, import_file, spool},
        stop_import, undo_import,
    },
    pages::mend_file,
};
use axum::{
    Json,
    body::Body,
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Error, FieldError, ImportId, Lang, Result, Role, TeamId};
use std::{collections::BTreeMap, str::FromStr};
use utoipa::IntoParams;
use web::{Handled, Listing, PartParams, Visit};
use wire::{Problem, seats as out};

/// What shall happen, beside the file.
#[derive(Debug, Default, serde::Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct How {
    /// `invite`, `assign`, `unassign`, `replace`, `join`, `part`, `role` or `remove`.
    act: String,
    /// Pools (`pool_...`), with commas between. `replace` takes one; `assign` and `unassign` may leave it to a column.
    pools: String,
    /// Groups (`grp_...`), with commas between.
    groups: String,
    /// `user` or `secondary_admin`.
    role: String,
    /// Of the mails to people who are new: `en` or `sv`.
    language: String,
    /// What the file is called.
    file_name: String,
}

impl How {
    fn aim(&self) -> Result<Aim> {
        let mut errors = vec![];
        let act = kept(Act::from_name(&self.act), "act", &mut errors);
        let pools = kept(ids(&self.pools), "pools", &mut errors);
        let groups = kept(ids(&self.groups), "groups", &mut errors);
        let role = match self.role.as_str() {
            "" => Some(None),
            name => kept(Role::from_name(name), "role", &mut errors).map(Some),
        };
        let lang = match self.language.as_str() {
            "" => Some(Lang::default()),
            tag => kept(tag.parse().ok(), "language", &mut errors),
        };
        match (act, pools, groups, role, lang) {
            (Some(act), Some(pools), Some(groups), Some(role), Some(lang)) => {
                Ok(Aim { act, pools, groups, role, lang })
            }
            _ => Err(Error::fields(errors)),
        }
    }
    fn name(&self) -> String {
        self.file_name.chars().filter(|c| !kernel::person::is_unreadable(*c)).take(120).collect()
    }
}

fn kept<T>(found: Option<T>, field: &str, errors: &mut Vec<FieldError>) -> Option<T> {
    if found.is_none() {
        errors.push(FieldError::new(field, "not-understood"));
    }
    found
}

fn ids<T: FromStr>(text: &str) -> Option<Vec<T>> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

/// What was imported into a team, newest first.
#[utoipa::path(get, path = "/api/v1/teams/{team}/imports", tag = "seats", operation_id = "list_imports",
    params(("team" = String, Path, description = "`team_...`"), PartParams),
    responses((status = 200, body = out::ImportList), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn list(visit: Visit, Path(team): Path<TeamId>, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (after, limit) = (part.cursor()?, part.one_more());
    let found = visit.read(move |cx| imports::imports(cx, team, after, limit)).await?;
    let (found, next) = part.cut(found, |(import, _)| import.id.to_string());
    let items = found.iter().map(|(import, counts)| shown(import, counts)).collect();
    part.answer(next, |next| out::ImportList { items, next })
}

/// Send a table of people: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with or without
/// headings. Nothing happens yet; the answer says what would, and its rows why not.
#[utoipa::path(post, path = "/api/v1/teams/{team}/imports", tag = "seats", operation_id = "create_import",
    params(("team" = String, Path, description = "`team_...`"), How),
    request_body(content = String, content_type = "text/csv"),
    responses((status = 201, body = out::Import), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem, description = "`empty-file`, `workbook`, `no-address-column`, `too-many-rows` ...")))]
pub(super) async fn create(
    visit: Visit,
    Path(team): Path<TeamId>,
    Query(how): Query<How>,
    body: Body,
) -> Handled<Response> {
    visit.read(move |cx| imports::may_import(cx, team)).await?;
    let file = spool(body.into_data_stream()).await?;
    let asked = Asked { team, aim: how.aim()?, name: how.name() };
    let id = import_file(&visit, asked, file).await?;
    let (import, counts) = visit.read(move |cx| imports::import_with_counts(cx, id)).await?;
    let place = format!("/api/v1/imports/{id}");
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(shown(&import, &counts))).into_response())
}

/// An import: how far it is, and how many rows are in which state.
#[utoipa::path(get, path = "/api/v1/imports/{import}", tag = "seats", operation_id = "get_import",
    params(("import" = String, Path, description = "`imp_...`")),
    responses((status = 200, body = out::Import), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(visit: Visit, Path(id): Path<ImportId>) -> Handled<Json<out::Import>> {
    let (import, counts) = visit.read(move |cx| imports::import_with_counts(cx, id)).await?;
    Ok(Json(shown(&import, &counts)))
}

/// Throw an import away that was not begun. Nothing has happened.
#[utoipa::path(delete, path = "/api/v1/imports/{import}", tag = "seats", operation_id = "discard_import",
    params(("import" = String, Path, description = "`imp_...`")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`not-ready`: it was begun")))]
pub(super) async fn discard(visit: Visit, Path(id): Path<ImportId>) -> Handled<StatusCode> {
    visit.command(move |cx| discard_import(cx, id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The rows of an import in the order of the file, each with what happens or why not. `show` is `all`, `changes`,
/// `nothing`, `problems` or `left`.
#[utoipa::path(get, path = "/api/v1/imports/{import}/rows", tag = "seats", operation_id = "list_import_rows",
    params(("import" = String, Path, description = "`imp_...`"), PartParams,
        ("show" = Option<String>, Query, description = "Which rows")),
    responses((status = 200, body = out::ImportRowList), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn rows(visit: Visit, Path(id): Path<ImportId>, listing: Listing) -> Handled {
    let part = listing.part(&["show"])?;
    let which = match part.value("show") {
        None => Shown::All,
        Some(name) => Shown::from_name(&name).ok_or_else(|| Error::field("show", "not-understood"))?,
    };
    let (after, limit) = (part.cursor()?, part.one_more());
    let found = visit.read(move |cx| imports::import_rows(cx, id, which, after, limit)).await?;
    let (found, next) = part.cut(found, |row| row.position.to_string());
    let items = found.iter().map(|row| shown_row(row, visit.lang)).collect();
    part.answer(next, |next| out::ImportRowList { items, next })
}

/// The rows that were not taken as CSV, as they stood in the file, each with its reason: to mend and send again.
#[utoipa::path(get, path = "/api/v1/imports/{import}/to-mend", tag = "seats", operation_id = "get_rows_to_mend",
    params(("import" = String, Path, description = "`imp_...`")),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(super) async fn to_mend(visit: Visit, Path(id): Path<ImportId>) -> Handled<Response> {
    let import = visit.read(move |cx| imports::import(cx, id)).await?;
    mend_file(visit, id, import.columns).await
}

/// Carry it out, in the background. Saying it again changes nothing.
#[utoipa::path(put, path = "/api/v1/imports/{import}/confirmation", tag = "seats", operation_id = "confirm_import",
    params(("import" = String, Path, description = "`imp_...`")),
    responses((status = 202, body = out::Import), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`still-reading`, `nothing-to-do`, `mend-first`, `not-ready`")))]
pub(super) async fn confirm(
    visit: Visit,
    Path(id): Path<ImportId>,
) -> Handled<(StatusCode, Json<out::Import>)> {
    act(&visit, id, confirm_import).await
}

/// Stop it. What was done stays done and can be undone; the rest is not begun.
#[utoipa::path(delete, path = "/api/v1/imports/{import}/confirmation", tag = "seats", operation_id = "stop_import",
    params(("import" = String, Path, description = "`imp_...`")),
    responses((status = 202, body = out::Import), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`not-ready`: it is not under way")))]
pub(super) async fn stop(visit: Visit, Path(id): Path<ImportId>) -> Handled<(StatusCode, Json<out::Import>)> {
    act(&visit, id, stop_import).await
}

/// Undo all that it did, within a day. Saying it again changes nothing.
#[utoipa::path(put, path = "/api/v1/imports/{import}/undo", tag = "seats", operation_id = "undo_import",
    params(("import" = String, Path, description = "`imp_...`")),
    responses((status = 202, body = out::Import), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`not-done`"),
        (status = 410, body = Problem, description = "`ended-too-long-ago`")))]
pub(super) async fn undo(visit: Visit, Path(id): Path<ImportId>) -> Handled<(StatusCode, Json<out::Import>)> {
    act(&visit, id, undo_import).await
}

async fn act(
    visit: &Visit,
    id: ImportId,
    verb: fn(&mut store::Command, ImportId) -> Result<Import>,
) -> Handled<(StatusCode, Json<out::Import>)> {
    visit.command(move |cx| verb(cx, id)).await?;
    let (import, counts) = visit.read(move |cx| imports::import_with_counts(cx, id)).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&import, &counts))))
}

fn shown(import: &Import, counts: &Counts) -> out::Import {
    let rows: BTreeMap<String, i64> = RowState::ALL
        .into_iter()
        .map(|state| (state.name().to_owned(), counts.of(state)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let need = |need: &Need| out::ImportSeats { takes: need.takes, misses: need.misses };
    let seats = import.needs.iter().map(|(pool, of)| (pool.to_string(), need(of))).collect();
    out::Import {
        id: import.id.to_string(),
        team: import.team.to_string(),
        act: import.act().name().into(),
        file_name: Some(import.source.clone()).filter(|name| !name.is_empty()),
        state: import.progress.name().into(),
        rows,
        seats,
        made_at: import.made_at.rfc3339(),
        made_by: import.made_by.clone(),
        confirmed_at: import.confirmed_at.map(kernel::Timestamp::rfc3339),
        ended_at: import.ended_at.map(kernel::Timestamp::rfc3339),
    }
}

fn shown_row(row: &ImportRow, lang: Lang) -> out::ImportRow {
    let reason = |reason: &Reason| out::RowReason {
        field: reason.field.clone(),
        code: reason.code.clone(),
        title: reason.sentence(lang).to_owned(),
        suggestion: reason.suggestion.clone(),
    };
    out::ImportRow {
        row: row.number,
        email: row.email.clone(),
        name: row.name(),
        person: row.person.map(|person| person.to_string()),
        state: row.state.name().into(),
        plan: row.doings.iter().map(doing).collect(),
        done: row.steps.iter().map(step).collect(),
        reasons: row.reasons.iter().map(reason).collect(),
    }
}

fn doing(doing: &Doing) -> out::RowAct {
    let of = |act: &str, subject: Option<String>| out::RowAct { act: act.into(), subject };
    match doing {
        Doing::Invite => of("invite", None),
        Doing::Role(role) => of("role", Some(role.name().into())),
        Doing::Join(group) => of("join", Some(group.to_string())),
        Doing::Part(group) => of("part", Some(group.to_string())),
        Doing::Give(pool) => of("assign", Some(pool.to_string())),
        Doing::TakeBack(pool) => of("unassign", Some(pool.to_string())),
        Doing::Remove => of("remove", None),
    }
}

fn step(step: &Step) -> out::RowAct {
    doing(&match step {
        Step::Invited => Doing::Invite,
        Step::Role { after, .. } => Doing::Role(*after),
        Step::Joined(group) => Doing::Join(*group),
        Step::Parted(group) => Doing::Part(*group),
        Step::Given(pool) => Doing::Give(*pool),
        Step::TakenBack { pool, .. } => Doing::TakeBack(*pool),
        Step::Removed => Doing::Remove,
    })
}
