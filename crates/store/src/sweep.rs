//! Rows that nobody needs any more leave, a few at a time. They are looked for on a reader, so that no command waits
//! for the search, and whatever came back to life meanwhile stays.

use crate::{
    command::Command,
    jobs::{Jobs, Work},
    read::Read,
};
use kernel::{Result, clock::days};
use std::time::Duration;

/// A kind of row that is over one day. The room that owns the table declares it, beside its other SQL.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    pub table: &'static str,
    /// The column that names a row.
    pub key: &'static str,
    /// True of a row that was over at `$1`.
    pub over: &'static str,
    /// How long a row stays after that.
    pub kept: Duration,
}

/// Jobs that were given up: `platsd doctor` shows them, and a quarter is enough to look into it.
pub const DEAD_JOBS: Spent = Spent { table: "jobs", key: "id", over: "dead_at < $1", kept: days(90) };

/// As many as one transaction may hold up the others for.
const AT_ONCE: i64 = 200;

impl Spent {
    /// Sweeps once a day.
    pub fn daily(self, jobs: &mut Jobs) {
        let sweep = move |work| async move { self.sweep(&work).await.map(|_| ()) };
        jobs.every(&format!("store.sweep-{}", self.table.replace('_', "-")), days(1), sweep);
    }

    /// How many rows that were.
    pub async fn sweep(self, work: &Work) -> Result<u64> {
        let (system, mut all) = (work.actor("store.sweep"), 0);
        loop {
            let found = work.db.read(&system, move |cx| self.find(cx)).await?;
            let is_last = found.len() < AT_ONCE as usize;
            let gone = work.db.command(&system, move |cx| self.remove(cx, &found)).await?;
            all += gone;
            if is_last || gone == 0 {
                return Ok(all);
            }
        }
    }

    fn find(self, cx: &mut Read) -> Result<Vec<String>> {
        let Spent { table, key, over, kept } = self;
        let sql = format!("SELECT {key} FROM {table} WHERE {over} LIMIT $2");
        let found = cx.all::<(String,)>(&sql, &[&cx.now().minus(kept), &AT_ONCE])?;
        Ok(found.into_iter().map(|(key,)| key).collect())
    }

    fn remove(self, cx: &mut Command, found: &[String]) -> Result<u64> {
        // Nobody did anything: the audit log tells what happened, not what is still kept.
        cx.quiet();
        let Spent { table, key, over, kept } = self;
        let sql = format!("DELETE FROM {table} WHERE {key} = $2 AND ({over})");
        let before = cx.now().minus(kept);
        found.iter().map(|one| cx.execute(&sql, &[&before, one])).sum()
    }
}
