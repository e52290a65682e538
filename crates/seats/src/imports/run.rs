//! Carries an import out, in turns, each row in a transaction of its own together with the note that it was done: a row
//! is done once, however often the server dies on the way.

use crate::{
    events::ImportEnded,
    imports::{Import, Progress, Reason, RowState, carry_out::carry_out_row, undo::undo_row},
    queries,
};
use futures_util::future::join_all;
use kernel::{Actor, ImportId, Kind, Result};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Read, Work};

/// Sent to the database together, so that they share a commit where it can be.
const AT_ONCE: i64 = 64;
/// After so many turns others may have theirs.
const TURNS: usize = 8;
/// A row that is still a fault of ours at this try is left behind, so that those after it come through.
const TRIES: u32 = 4;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RunImport {
    pub import: ImportId,
}

impl Job for RunImport {
    const KIND: &'static str = "seats.run-import";
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct UndoImport {
    pub import: ImportId,
}

impl Job for UndoImport {
    const KIND: &'static str = "seats.undo-import";
}

pub(crate) async fn carry_out(work: Work, job: RunImport) -> Result<Done> {
    go_on(
        work,
        job.import,
        Way {
            while_it: Progress::Running,
            over: (RowState::Planned, false),
            act: carry_out_row,
            failed: RowState::Refused,
        },
    )
    .await
}

pub(crate) async fn undo(work: Work, job: UndoImport) -> Result<Done> {
    go_on(
        work,
        job.import,
        Way {
            while_it: Progress::Undoing,
            over: (RowState::Done, true),
            act: undo_row,
            failed: RowState::Stays,
        },
    )
    .await
}

/// Forth or back.
#[derive(Clone, Copy)]
struct Way {
    while_it: Progress,
    /// Which rows, and whether from the last on.
    over: (RowState, bool),
    act: fn(&mut Command, ImportId, i64) -> Result<()>,
    /// What a row is that could not be moved.
    failed: RowState,
}

async fn go_on(work: Work, id: ImportId, way: Way) -> Result<Done> {
    let Some((import, actor)) = begun(&work, id, way).await? else { return Ok(Done::Finished) };
    for _ in 0..TURNS {
        let next = work
            .db
            .read(&work.actor("seats.run-import"), move |cx| queries::positions(cx, id, way.over, AT_ONCE))
            .await?;
        if next.is_empty() {
            let end = move |cx: &mut Command| end(cx, id, way);
            work.db.command_on(import.team, &actor, end).await?;
            return Ok(Done::Finished);
        }
        // Backwards one after the other: what was given last goes first.
        let together = if way.over.1 { 1 } else { next.len() };
        for some in next.chunks(together) {
            turn(&work, (&import, &actor), some, way).await?;
        }
    }
    Ok(Done::Next(work.db.now()))
}

/// Whoever confirmed it acts, with the rights that they have now.
async fn begun(work: &Work, id: ImportId, way: Way) -> Result<Option<(Import, Actor)>> {
    let ask = move |cx: &mut Read| {
        let import = queries::import(cx, id)?;
        let (who, label) = queries::confirmed_by(cx, id)?;
        Ok((import, accounts::acting_again(cx, &who, &label)?))
    };
    match work.db.read(&work.actor("seats.run-import"), ask).await {
        Ok((import, actor)) if import.progress == way.while_it => Ok(Some((import, actor))),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == Kind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

async fn turn(work: &Work, (import, actor): (&Import, &Actor), rows: &[i64], way: Way) -> Result<()> {
    let id = import.id;
    let acts = rows.iter().map(|row| {
        let row = *row;
        work.db.command_on(import.team, actor, move |cx| (way.act)(cx, id, row))
    });
    for (row, outcome) in rows.iter().zip(join_all(acts).await) {
        let Err(error) = outcome else { continue };
        let (row, reason) = (*row, Reason::of(&error));
        let reason = match reason {
            Some(reason) if error.kind() != Kind::Busy && error.kind() != Kind::OutOfSpace => reason,
            _ if work.attempt < TRIES => return Err(error),
            _ => Reason::new(None, error.code(), |lang| web::problem::words(&error, lang).0),
        };
        let note = move |cx: &mut Command| note_failed(cx, (id, row), way, &reason);
        work.db.command_on(import.team, actor, note).await?;
    }
    Ok(())
}

fn note_failed(cx: &mut Command, (id, row): (ImportId, i64), way: Way, reason: &Reason) -> Result<()> {
    cx.quiet();
    let mut row = queries::locked_row(cx, id, row)?;
    if !matches!(row.state, RowState::Planned | RowState::Done) {
        return Ok(());
    }
    row.state = way.failed;
    row.reasons = vec![reason.clone()];
    queries::note_outcome(cx, id, &row)
}

fn end(cx: &mut Command, id: ImportId, way: Way) -> Result<()> {
    let import = queries::locked_import(cx, id)?;
    if import.progress != way.while_it {
        cx.quiet();
        return Ok(());
    }
    let counts = queries::count_rows(cx, id)?;
    match way.while_it {
        Progress::Undoing => queries::set_progress(cx, id, Progress::Undone)?,
        _ => queries::end_import(cx, id)?,
    }
    let Import { team, organization, .. } = import;
    let (rows, failed) = match way.while_it {
        Progress::Undoing => (counts.of(RowState::Undone), counts.of(RowState::Stays)),
        _ => (counts.of(RowState::Done), counts.of(RowState::Refused)),
    };
    let act = import.act().name().to_owned();
    cx.record(ImportEnded {
        import: id,
        act,
        state: way.while_it.name().into(),
        rows,
        failed,
        team,
        organization,
    });
    Ok(())
}
