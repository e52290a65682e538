//! Rows come in, a thousand at a time, and then it is found out what they would do. Nothing has happened yet.

use crate::{
    imports::{Act, Aim, Columns, Import, ImportRefusal, NewRow, Progress, Written, look::LookAtImport},
    queries,
};
use kernel::{Error, FieldError, ImportId, Result, TeamId};
use store::Command;

/// What is said before the first row.
#[derive(Debug, Clone)]
pub struct NewImport {
    pub team: TeamId,
    pub aim: Aim,
    /// The name of the file; empty for pasted text and picked people.
    pub source: String,
    pub columns: Written,
    /// What the rows say for themselves.
    pub says: Columns,
}

/// In one import.
pub const MOST_ROWS: i64 = 100_000;

pub fn begin_import(cx: &mut Command, new: &NewImport) -> Result<ImportId> {
    let scope = queries::team_scope(cx, new.team)?;
    cx.require(new.aim.act.permission(), scope)?;
    new.aim.check(new.says)?;
    for pool in &new.aim.pools {
        in_team("pool", queries::pool(cx, *pool).map(|pool| pool.team), new.team)?;
    }
    for group in &new.aim.groups {
        in_team("group", queries::group(cx, *group).map(|group| group.team), new.team)?;
    }
    cx.quiet();
    let id = cx.id();
    queries::insert_import(cx, id, new)?;
    Ok(id)
}

fn in_team(field: &str, of: Result<TeamId>, team: TeamId) -> Result<()> {
    match of {
        Ok(of) if of == team => Ok(()),
        Ok(_) => Err(Error::fields(vec![FieldError::new(field, "unknown")])),
        Err(error) if error.kind() == kernel::Kind::NotFound => {
            Err(Error::fields(vec![FieldError::new(field, "unknown")]))
        }
        Err(error) => Err(error),
    }
}

/// The next rows, from this position on; the first is 1.
pub fn take_rows(cx: &mut Command, id: ImportId, first: i64, rows: &[NewRow]) -> Result<()> {
    let import = allowed(cx, id)?;
    if import.progress != Progress::Reading {
        return Err(ImportRefusal::NotReady.into());
    }
    if first + rows.len() as i64 - 1 > MOST_ROWS {
        let (code, bound) = ("too-many-rows", MOST_ROWS.unsigned_abs());
        return Err(ImportRefusal::File { code, row: 0, column: 0, bound }.into());
    }
    cx.quiet();
    queries::insert_rows(cx, id, first, rows)?;
    let unread = rows.iter().filter(|row| row.reasons.iter().any(|why| why.code != "duplicate")).count();
    if unread > 0 {
        queries::add_unread(cx, id, unread as i64)?;
    }
    Ok(())
}

/// All rows are in.
pub fn read_to_the_end(cx: &mut Command, id: ImportId) -> Result<()> {
    let import = allowed(cx, id)?;
    if import.progress != Progress::Reading {
        return Err(ImportRefusal::NotReady.into());
    }
    if queries::import_rows(cx, id, &[], None, 1)?.is_empty() {
        return Err(ImportRefusal::NobodyNamed.into());
    }
    if let (Act::Replace, [pool]) = (import.act(), &import.aim.pools[..])
        && queries::insert_unnamed(cx, id, *pool)? > MOST_ROWS.unsigned_abs()
    {
        return Err(ImportRefusal::TooManyHolders { most: MOST_ROWS }.into());
    }
    queries::set_progress(cx, id, Progress::Looking)?;
    cx.enqueue(&LookAtImport { import: id });
    Ok(())
}

/// The import, for who may do what it does.
pub(crate) fn allowed(cx: &mut Command, id: ImportId) -> Result<Import> {
    let import = queries::locked_import(cx, id)?;
    cx.require(import.act().permission(), import.scope())?;
    Ok(import)
}
