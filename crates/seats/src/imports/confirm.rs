//! The admin has seen what would happen, and says yes, no, or stop.

use crate::{
    events::{ImportConfirmed, ImportStopped},
    imports::{Act, Import, ImportRefusal, Progress, RowState, begin::allowed, run::RunImport},
    queries,
};
use kernel::{ImportId, Result};
use store::Command;

/// Saying it again changes nothing.
pub fn confirm_import(cx: &mut Command, id: ImportId) -> Result<Import> {
    let import = allowed(cx, id)?;
    match import.progress {
        Progress::Reading | Progress::Looking => return Err(ImportRefusal::StillReading.into()),
        Progress::Running | Progress::Done => {
            cx.quiet();
            return Ok(import);
        }
        Progress::Undoing | Progress::Undone => return Err(ImportRefusal::NotReady.into()),
        Progress::Ready => {}
    }
    if import.act() == Act::Replace && import.unread > 0 {
        return Err(ImportRefusal::MendFirst { rows: import.unread }.into());
    }
    let rows = queries::count_rows(cx, id)?.of(RowState::Planned);
    if rows == 0 {
        return Err(ImportRefusal::NothingToDo.into());
    }
    queries::confirm_import(cx, id)?;
    let Import { team, organization, .. } = import;
    cx.record(ImportConfirmed { import: id, act: import.act().name().into(), rows, team, organization });
    cx.enqueue(&RunImport { import: id });
    queries::import(cx, id)
}

/// The rows go; nothing has happened.
pub fn discard_import(cx: &mut Command, id: ImportId) -> Result<Import> {
    let import = allowed(cx, id)?;
    if !matches!(import.progress, Progress::Reading | Progress::Looking | Progress::Ready) {
        return Err(ImportRefusal::NotReady.into());
    }
    cx.quiet();
    queries::delete_import(cx, id)?;
    Ok(import)
}

/// What has been done stays done, and can be undone; the rest is not begun.
pub fn stop_import(cx: &mut Command, id: ImportId) -> Result<Import> {
    let import = allowed(cx, id)?;
    if import.progress != Progress::Running {
        return Err(ImportRefusal::NotReady.into());
    }
    queries::end_import(cx, id)?;
    let Import { team, organization, .. } = import;
    cx.record(ImportStopped { import: id, act: import.act().name().into(), team, organization });
    queries::import(cx, id)
}
