//! An import is undone, within a day: what each row did, the last row first.

use crate::{
    events::ImportUndone,
    groups::{add_to_group, remove_from_group},
    imports::{Import, Progress, RowState, Step, begin::allowed, run::UndoImport},
    leave_team, queries, restore_seats, return_to_team,
    settle::settle_people,
};
use kernel::{Error, ImportId, Permission, PersonId, PoolId, Result, TeamId};
use store::Command;

/// Saying it again changes nothing.
pub fn undo_import(cx: &mut Command, id: ImportId) -> Result<Import> {
    let import = allowed(cx, id)?;
    if matches!(import.progress, Progress::Undoing | Progress::Undone) {
        cx.quiet();
        return Ok(import);
    }
    import.can_be_undone(cx.now())?;
    queries::begin_undoing(cx, id)?;
    let Import { team, organization, .. } = import;
    cx.record(ImportUndone { import: id, act: import.act().name().into(), team, organization });
    cx.enqueue(&UndoImport { import: id });
    queries::import(cx, id)
}

pub(crate) fn undo_row(cx: &mut Command, id: ImportId, position: i64) -> Result<()> {
    let import = queries::import(cx, id)?;
    let mut row = queries::locked_row(cx, id, position)?;
    if import.progress != Progress::Undoing || row.state != RowState::Done {
        cx.quiet();
        return Ok(());
    }
    // What others have changed meanwhile stays as it is.
    cx.quiet();
    let person = row.person.ok_or_else(Error::not_found)?;
    let invited = row.steps.contains(&Step::Invited);
    for step in row.steps.iter().rev() {
        // With the person all goes that hangs on the membership.
        if !invited || *step == Step::Invited {
            undo(cx, import.team, person, *step)?;
        }
    }
    row.state = RowState::Undone;
    row.reasons = vec![];
    queries::note_outcome(cx, id, &row)
}

fn undo(cx: &mut Command, team: TeamId, person: PersonId, step: Step) -> Result<()> {
    match step {
        Step::Invited => match queries::email_in_team(cx, team, person)? {
            Some(_) => leave_team(cx, team, person).map(|_| ()),
            None => Ok(()),
        },
        Step::Role { before, after } => {
            let is_so = organizations::member(cx, team, person)?.role == after;
            if is_so { organizations::change_role(cx, team, person, before) } else { Ok(()) }
        }
        Step::Joined(group) => remove_from_group(cx, group, &[person]).map(|_| ()),
        Step::Parted(group) => add_to_group(cx, group, &[person]).map(|_| ()),
        Step::Given(pool) => let_go(cx, pool, person),
        Step::TakenBack { pool, release } => restore_seats(cx, pool, release).map(|_| ()),
        Step::Removed => return_to_team(cx, team, person).map(|_| ()),
    }
}

/// The seat goes, unless something else has come to speak for it.
fn let_go(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<()> {
    let pool = queries::locked_pool(cx, pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    queries::let_go(cx, pool.id, person)?;
    settle_people(cx, pool.id, &[person]).map(|_| ())
}
