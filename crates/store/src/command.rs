//! What a verb works with: it reads and writes in one transaction, and what it records is written in the same.

use crate::{
    audit::{self, Event, Recorded},
    jobs::{Job, NewJob, Subscriptions},
    read::Read,
    value::{Bind, by_ids},
};
use kernel::{
    Actor, Chance, Error, Id, JobId, Result, Secret, Timestamp,
    id::{Named, Sequence},
};
use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

/// One command in one transaction. It may run more than once (a batch that is replayed, a deadlock), so it draws
/// ids, secrets and time from here and keeps nothing outside.
pub struct Command {
    read: Read,
    chance: Chance,
    sequence: Arc<Sequence>,
    subscriptions: Arc<Subscriptions>,
    recorded: Vec<Recorded>,
    jobs: Vec<NewJob>,
    wrote: bool,
    quiet: bool,
}

impl Command {
    pub(crate) fn new(
        read: Read,
        chance: Chance,
        sequence: Arc<Sequence>,
        subscriptions: Arc<Subscriptions>,
    ) -> Self {
        Command {
            read,
            chance,
            sequence,
            subscriptions,
            recorded: vec![],
            jobs: vec![],
            wrote: false,
            quiet: false,
        }
    }

    /// Made ready for the next actor.
    pub(crate) fn reset(&mut self, actor: Actor, now: Timestamp) {
        self.read.actor = actor;
        self.read.now = now;
        self.recorded.clear();
        self.jobs.clear();
        self.wrote = false;
        self.quiet = false;
    }

    /// Inserts, updates or deletes; the number of rows that changed.
    pub fn execute(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<u64> {
        self.wrote = true;
        self.read.conn.execute(sql, params)
    }
    /// The same for these, who stand in the statement as `{ids}` behind the other parameters; some hundreds at a time.
    pub fn execute_of(&mut self, sql: &str, first: &[&dyn Bind], of: &[impl Bind]) -> Result<()> {
        for (sql, params) in by_ids(sql, first, of) {
            self.execute(&sql, &params)?;
        }
        Ok(())
    }
    /// A write that answers with rows (`RETURNING`).
    pub fn returning<T: crate::FromRow>(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<Option<T>> {
        self.wrote = true;
        self.read.opt(sql, params)
    }
    pub fn returning_all<T: crate::FromRow>(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<Vec<T>> {
        self.wrote = true;
        self.read.all(sql, params)
    }

    /// A new id of any kind.
    pub fn id<K: Named>(&self) -> Id<K> {
        Id::in_order(self.now(), &self.sequence, &self.chance)
    }
    /// A new random token with the prefix, such as `key` or `at`.
    pub fn secret(&self, prefix: &str) -> Secret {
        Secret::random(prefix, &self.chance)
    }
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// Writes the audit row, and a job for each room above that listens, in this transaction.
    pub fn record(&mut self, event: impl Event) {
        self.recorded.push(Recorded::of(&event));
    }
    /// Leaves work for later, in this transaction.
    pub fn enqueue<J: Job>(&mut self, job: &J) -> JobId {
        self.enqueue_at(self.now(), job)
    }
    pub fn enqueue_at<J: Job>(&mut self, at: Timestamp, job: &J) -> JobId {
        let id = self.id();
        self.jobs.push(NewJob::of(id, at, job));
        id
    }
    /// Says that this command has nothing to record: last seen, usage, a consumed code.
    pub fn quiet(&mut self) {
        self.quiet = true;
    }

    /// Whether a failure now would have to undo something.
    pub(crate) fn wrote(&self) -> bool {
        self.wrote
    }
    pub(crate) fn has_jobs(&self) -> bool {
        !self.jobs.is_empty()
    }
    pub(crate) fn conn(&mut self) -> &mut crate::conn::Conn {
        &mut self.read.conn
    }

    /// Writes what was recorded. The id of an audit row tells later whether the commit came through.
    pub(crate) fn finish(&mut self) -> Result<Option<kernel::AuditId>> {
        if self.wrote && self.recorded.is_empty() && self.jobs.is_empty() && !self.quiet {
            return Err(Error::fault("a command wrote and recorded nothing"));
        }
        let mut marker = None;
        for event in std::mem::take(&mut self.recorded) {
            let id = self.id();
            marker.get_or_insert(id);
            for kind in self.subscriptions.clone().of(event.action) {
                let job = NewJob {
                    id: self.id(),
                    kind: kind.clone(),
                    run_at: self.now(),
                    payload: event.details.clone(),
                };
                self.jobs.push(job);
            }
            audit::insert(self, id, &event)?;
        }
        for at in 0..self.jobs.len() {
            let job = self.jobs[at].clone();
            crate::jobs::insert(self, &job)?;
        }
        Ok(marker)
    }
}

impl Deref for Command {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}
impl DerefMut for Command {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}
