//! What is shown of imports.

use crate::{
    imports::{Counts, Import, ImportRow, Progress, RowState},
    queries,
};
use kernel::{ImportId, Permission, Result, TeamId};
use store::Read;

pub fn import(cx: &mut Read, id: ImportId) -> Result<Import> {
    let import = queries::import(cx, id)?;
    cx.require(Permission::SeeSeats, import.scope())?;
    Ok(import)
}

/// Refuses whoever is no admin there, before a file is looked at.
pub fn may_import(cx: &mut Read, team: TeamId) -> Result<()> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::AssignSeats, scope)
}

/// The import, and how many rows are in which state.
pub fn import_with_counts(cx: &mut Read, id: ImportId) -> Result<(Import, Counts)> {
    let import = import(cx, id)?;
    let counts = queries::count_rows(cx, id)?;
    Ok((import, counts))
}

/// Newest first, each with its counts. Which broke off while they were read are not among them.
pub fn imports(
    cx: &mut Read,
    team: TeamId,
    after: Option<ImportId>,
    limit: i64,
) -> Result<Vec<(Import, Counts)>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::SeeSeats, scope)?;
    let mut found = vec![];
    for import in queries::imports(cx, team, after, limit)? {
        let counts = queries::count_rows(cx, import.id)?;
        found.push((import, counts));
    }
    Ok(found)
}

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    All,
    /// What will be done, or was.
    Changes,
    Nothing,
    /// What cannot be done, could not be, or cannot be undone.
    Problems,
    /// What a stop left over.
    Left,
}

impl Shown {
    pub const ALL: [Shown; 5] = [Shown::All, Shown::Changes, Shown::Nothing, Shown::Problems, Shown::Left];

    pub const fn name(self) -> &'static str {
        match self {
            Shown::All => "all",
            Shown::Changes => "changes",
            Shown::Nothing => "nothing",
            Shown::Problems => "problems",
            Shown::Left => "left",
        }
    }
    pub fn from_name(name: &str) -> Option<Shown> {
        Shown::ALL.into_iter().find(|shown| shown.name() == name)
    }
    pub fn states(self, progress: Progress) -> &'static [RowState] {
        let is_over = matches!(progress, Progress::Done | Progress::Undoing | Progress::Undone);
        match self {
            Shown::All => &[],
            Shown::Changes if is_over => &[RowState::Done, RowState::Undone],
            Shown::Changes => &[RowState::Planned, RowState::Done],
            Shown::Nothing => &[RowState::Nothing],
            Shown::Problems => &[RowState::Faulty, RowState::Refused, RowState::Stays],
            Shown::Left => &[RowState::Planned],
        }
    }
}

/// In the order of the file; those who lose what only the named shall have come first.
pub fn import_rows(
    cx: &mut Read,
    id: ImportId,
    shown: Shown,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<ImportRow>> {
    let import = import(cx, id)?;
    queries::import_rows(cx, id, shown.states(import.progress), after, limit)
}
