//! An import and its rows, in words.

use super::names::{Names, pools};
use crate::{
    context::Context,
    failure::Result,
    http::{Ask, Http},
    listing::Part,
    member,
    table::{clean, facts, table},
    texts::Texts,
};
use i18n_embed_fl::fl;
use wire::seats::{Import, ImportRow, RowAct, RowReason};

/// Of the problems, so many are told unasked.
const FIRST: u16 = 10;
/// In the order in which their counts are told.
const STATES: [&str; 8] = ["planned", "done", "undone", "nothing", "faulty", "refused", "stays", "read"];

pub fn count(import: &Import, state: &str) -> i64 {
    import.rows.get(state).copied().unwrap_or_default()
}

/// How many rows could not be carried out, or undone.
pub fn problems(import: &Import) -> i64 {
    ["faulty", "refused", "stays"].into_iter().map(|state| count(import, state)).sum()
}

/// What it does, and out of which file.
pub fn title(t: Texts, import: &Import) -> String {
    let act = act(t, &import.act);
    match &import.file_name {
        Some(file) => format!("{act}, {}", clean(file)),
        None => act,
    }
}

pub fn state(t: Texts, import: &Import) -> String {
    match import.state.as_str() {
        "reading" | "looking" => fl!(t, "import-looking"),
        "ready" => fl!(t, "import-ready"),
        "running" => fl!(t, "import-running"),
        "done" => fl!(t, "import-done"),
        "undoing" => fl!(t, "import-undoing"),
        "undone" => fl!(t, "import-undone"),
        other => other.to_owned(),
    }
}

/// How it stands, its first problems, and what can be done with it.
pub fn import((cx, http): (&Context, &Http), import: &Import) -> Result<String> {
    let t = cx.t;
    let mut told = format!("{} {}: {}\n", title(t, import), import.id, state(t, import));
    let counts = STATES.into_iter().filter(|state| count(import, state) > 0);
    let mut known: Vec<_> = counts.map(|state| counted(t, import, state)).collect();
    known.push((fl!(t, "seats"), seats((cx, http), import)?));
    told += &facts(&known);
    if import.state == "ready" && count(import, "planned") == 0 {
        told += &format!("{}\n", fl!(t, "nothing-to-do"));
    }
    if problems(import) > 0 {
        told += &format!("\n{}", first_problems((cx, http), import)?);
    }
    let ways = ways(t, import);
    Ok(if ways.is_empty() { told } else { format!("{told}\n{}\n{}", fl!(t, "to-go-on"), facts(&ways)) })
}

fn counted(t: Texts, import: &Import, state: &str) -> (String, Vec<String>) {
    let is_over = matches!(import.state.as_str(), "done" | "undoing" | "undone");
    let name = if state == "planned" && is_over { fl!(t, "row-left") } else { row_state(t, state) };
    (name, vec![count(import, state).to_string()])
}

fn row_state(t: Texts, state: &str) -> String {
    match state {
        "read" => fl!(t, "row-read"),
        "planned" => fl!(t, "row-planned"),
        "nothing" => fl!(t, "row-nothing"),
        "faulty" => fl!(t, "row-faulty"),
        "done" => fl!(t, "row-done"),
        "refused" => fl!(t, "row-refused"),
        "undone" => fl!(t, "row-undone"),
        "stays" => fl!(t, "row-stays"),
        other => other.to_owned(),
    }
}

/// What it needs, held against what is free; once it has begun that says nothing any more.
fn seats((cx, http): (&Context, &Http), import: &Import) -> Result<Vec<String>> {
    if import.state != "ready" || import.seats.is_empty() {
        return Ok(vec![]);
    }
    let pools = pools((cx, http), &import.team)?;
    let lines = import.seats.iter().filter_map(|(id, seats)| {
        let pool = pools.iter().find(|pool| pool.id == *id)?;
        let (product, free) = (pool.offering_name.as_str(), pool.free);
        let needed = seats.takes + seats.misses;
        Some(match (needed, seats.misses) {
            (..0, _) => fl!(cx.t, "seats-freed", product = product, count = needed.abs()),
            (_, 0) => fl!(cx.t, "seats-needed", product = product, count = needed, free = free),
            (_, missing) => {
                fl!(cx.t, "seats-missing", product = product, count = needed, free = free, missing = missing)
            }
        })
    });
    Ok(lines.collect())
}

fn first_problems((cx, http): (&Context, &Http), import: &Import) -> Result<String> {
    let ask = || Ask::get(["imports", &import.id, "rows"]).query("show", "problems");
    let found = Part::first(FIRST).fetch::<ImportRow>((cx, http), ask)?;
    let told = rows(cx, &Names::default(), &found.rows);
    Ok(match found.next {
        Some(_) => format!("{told}{}\n", fl!(cx.t, "more-problems", id = import.id.as_str())),
        None => told,
    })
}

/// Commands, and what they do.
fn ways(t: Texts, import: &Import) -> Vec<(String, Vec<String>)> {
    let way = |command: &str, more: &str, what: String| {
        (format!("plats import {command} {}{more}", import.id), vec![what])
    };
    let mut ways = vec![];
    match import.state.as_str() {
        "ready" => {
            if count(import, "planned") > 0 {
                ways.push(way("confirm", "", fl!(t, "way-confirm")));
            }
            ways.push(way("discard", "", fl!(t, "way-discard")));
        }
        "running" => ways.push(way("stop", "", fl!(t, "way-stop"))),
        "done" if count(import, "done") > 0 => ways.push(way("undo", "", fl!(t, "way-undo"))),
        _ => {}
    }
    if count(import, "faulty") + count(import, "refused") > 0 && import.state != "undone" {
        ways.push(way("to-mend", " -o to-mend.csv", fl!(t, "way-to-mend")));
    }
    ways
}

pub fn rows(cx: &Context, names: &Names, rows: &[ImportRow]) -> String {
    let t = cx.t;
    let lines = rows.iter().map(|row| {
        let number = row.row.map(|number| number.to_string()).unwrap_or_default();
        [number, row.name.clone(), row.email.clone(), row_state(t, &row.state), happens(cx, names, row)]
    });
    let what = fl!(t, "what-happens");
    table([fl!(t, "row"), fl!(t, "name"), fl!(t, "email"), fl!(t, "status"), what], lines)
}

/// Why not, else what.
fn happens(cx: &Context, names: &Names, row: &ImportRow) -> String {
    if !row.reasons.is_empty() {
        return row.reasons.iter().map(|reason| why(cx.t, reason)).collect::<Vec<_>>().join(" ");
    }
    let acts = if row.state == "planned" { &row.plan } else { &row.done };
    acts.iter().map(|act| doing(cx, names, act)).collect::<Vec<_>>().join(", ")
}

fn why(t: Texts, reason: &RowReason) -> String {
    match &reason.suggestion {
        Some(suggestion) => {
            format!("{} {}", reason.title, fl!(t, "row-meant", suggestion = suggestion.as_str()))
        }
        None => reason.title.clone(),
    }
}

fn doing(cx: &Context, names: &Names, act: &RowAct) -> String {
    let (t, subject) = (cx.t, act.subject.as_deref().unwrap_or_default());
    let name = names.name(subject);
    match act.act.as_str() {
        "invite" => fl!(t, "doing-invite"),
        "role" => fl!(t, "doing-role", role = member::role(cx, subject)),
        "join" => fl!(t, "doing-join", group = name),
        "part" => fl!(t, "doing-part", group = name),
        "assign" => fl!(t, "doing-assign", product = name),
        "unassign" => fl!(t, "doing-unassign", product = name),
        "remove" => fl!(t, "doing-remove"),
        other => other.to_owned(),
    }
}

fn act(t: Texts, name: &str) -> String {
    match name {
        "invite" => fl!(t, "act-invite"),
        "assign" => fl!(t, "act-assign"),
        "unassign" => fl!(t, "act-unassign"),
        "replace" => fl!(t, "act-replace"),
        "join" => fl!(t, "act-join"),
        "part" => fl!(t, "act-part"),
        "role" => fl!(t, "act-role"),
        "remove" => fl!(t, "act-remove"),
        other => other.to_owned(),
    }
}
