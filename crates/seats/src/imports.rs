//! Many people at once: out of a file, pasted text, or a list. First it is shown what would happen to each of them; after
//! a yes it is done in the background, row by row; every row has its result, and for a day all of it can be undone
//! (mission B4). [`judge`] is the rule.

mod act;
mod begin;
mod carry_out;
mod confirm;
mod import;
mod judge;
mod look;
mod names;
mod reads;
mod refusal;
mod row;
mod run;
pub(crate) mod source;
mod undo;

pub use act::{Act, Aim, Columns};
pub use begin::{MOST_ROWS, NewImport, begin_import, read_to_the_end, take_rows};
pub use confirm::{confirm_import, discard_import, stop_import};
pub use import::{Counts, Import, Need, Progress, UNDO_FOR, Written};
pub use look::look_at_rows;
pub use reads::{Shown, import, import_rows, import_with_counts, imports, may_import};
pub use refusal::ImportRefusal;
pub use row::{Asks, Doing, ImportRow, NewRow, Reason, RowState, Step};
pub use source::import_members;
pub use undo::undo_import;

pub(crate) use import::KEPT;
pub(crate) use judge::Facts;

/// What the imports do later.
pub(crate) fn jobs(jobs: &mut store::Jobs) {
    jobs.on(look::carry_out);
    jobs.on(run::carry_out);
    jobs.on(run::undo);
    crate::queries::SPENT_IMPORTS.daily(jobs);
}
