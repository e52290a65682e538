//! The runner of commands: begin, run, record, commit, answer. A lane takes many commands into one commit.

use crate::{
    command::Command,
    conn::{Conn, Failure},
    db::Address,
    jobs::Subscriptions,
    read::Read,
};
use crossbeam_channel::Receiver;
use kernel::{Actor, AuditId, Chance, Clock, Error, House, Result, id::Sequence};
use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
    time::Duration,
};
use tokio::sync::{Notify, oneshot};

/// A command on its way, without its type.
pub(crate) trait Task: Send {
    fn actor(&self) -> Actor;
    /// Runs the verb and keeps its answer. Err when it refused or failed.
    fn run(&mut self, cx: &mut Command) -> Result<(), ()>;
    /// Replaces the answer: the work was undone.
    fn fail(&mut self, error: Error);
    fn reply(self: Box<Self>);
}

struct Verb<F, T> {
    actor: Actor,
    verb: F,
    outcome: Option<Result<T>>,
    answer: oneshot::Sender<Result<T>>,
}

pub(crate) fn task<T: Send + 'static>(
    actor: Actor,
    verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    answer: oneshot::Sender<Result<T>>,
) -> Box<dyn Task> {
    Box::new(Verb { actor, verb, outcome: None, answer })
}

impl<T: Send, F: Fn(&mut Command) -> Result<T> + Send> Task for Verb<F, T> {
    fn actor(&self) -> Actor {
        self.actor.clone()
    }
    fn run(&mut self, cx: &mut Command) -> Result<(), ()> {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.verb)(cx)))
            .unwrap_or_else(|panic| Err(Error::fault(format!("a command panicked: {}", words(&*panic)))));
        let ended = outcome.as_ref().map(|_| ()).map_err(|_| ());
        self.outcome = Some(outcome);
        ended
    }
    fn fail(&mut self, error: Error) {
        self.outcome = Some(Err(error));
    }
    fn reply(self: Box<Self>) {
        let _ = self.answer.send(self.outcome.unwrap_or_else(|| Err(Error::busy())));
    }
}

/// How a lane commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Commit {
    /// SQLite: a batch in one transaction, a savepoint for each command.
    Savepoints,
    /// PostgreSQL: a batch in one transaction; if one fails after a write, all are replayed one by one.
    Together,
    /// PostgreSQL: a transaction for each command.
    OneByOne,
}

const BATCH: usize = 64;
const TRIES: usize = 6;

/// What each lane needs.
#[derive(Clone)]
pub(crate) struct Kit {
    pub address: Address,
    pub house: Arc<House>,
    pub clock: Clock,
    pub chance: Chance,
    pub sequence: Arc<Sequence>,
    pub heard: Arc<Subscriptions>,
    pub jobs_added: Arc<Notify>,
}

/// The loop of one lane's thread; ends when the database is dropped.
pub(crate) fn run(kit: Kit, conn: Conn, tasks: &Receiver<Box<dyn Task>>, commit: Commit) {
    let read = Read { conn, actor: Actor::nobody(), now: kit.clock.now(), house: kit.house.clone() };
    let mut cx = Command::new(read, kit.chance.clone(), kit.sequence.clone(), kit.heard.clone());
    for first in tasks {
        let mut batch = vec![first];
        if commit != Commit::OneByOne {
            batch.extend(tasks.try_iter().take(BATCH - 1));
        }
        let lane = Lane { kit: &kit, commit };
        if batch.len() == 1 {
            lane.alone(&mut cx, &mut batch[0]);
        } else {
            lane.together(&mut cx, &mut batch);
        }
        batch.into_iter().for_each(Task::reply);
    }
}

struct Lane<'a> {
    kit: &'a Kit,
    commit: Commit,
}

impl Lane<'_> {
    /// All in one commit; or, when that fails, each in its own.
    fn together(&self, cx: &mut Command, batch: &mut [Box<dyn Task>]) {
        let begun = self.begin(cx);
        let mut jobs = false;
        let went_well = begun.is_ok()
            && batch.iter_mut().all(|task| {
                let ok = self.one(cx, &mut **task).is_ok();
                jobs |= ok && cx.has_jobs();
                ok
            });
        if went_well && cx.conn().batch("COMMIT").is_ok() {
            if jobs {
                self.kit.jobs_added.notify_one();
            }
            return;
        }
        self.recover(cx);
        for task in batch {
            self.alone(cx, task);
        }
    }

    /// One command in one transaction, again while others are in the way.
    fn alone(&self, cx: &mut Command, task: &mut Box<dyn Task>) {
        for attempt in 0..TRIES {
            match self.attempt(cx, &mut **task) {
                Ok(()) => return,
                Err(Some(Failure::Retry)) => thread::sleep(backoff(attempt, &self.kit.chance)),
                Err(Some(Failure::Lost)) => {}
                Err(Some(Failure::Busy | Failure::Full | Failure::Other) | None) => return,
            }
        }
        task.fail(Error::busy());
    }

    fn attempt(&self, cx: &mut Command, task: &mut dyn Task) -> Result<(), Option<Failure>> {
        if let Err(error) = self.begin(cx) {
            task.fail(error);
            return Err(self.recover(cx));
        }
        let marker = match self.one(cx, task) {
            Ok(marker) => marker,
            Err(()) => return Err(self.recover(cx)),
        };
        let jobs = cx.has_jobs();
        if let Err(error) = cx.conn().batch("COMMIT") {
            task.fail(error);
            let failure = self.recover(cx);
            // The answer to COMMIT was lost: the audit row tells whether it came through.
            if failure == Some(Failure::Lost) && marker.is_some_and(|id| was_committed(cx, id)) {
                return Ok(());
            }
            return Err(failure);
        }
        if jobs {
            self.kit.jobs_added.notify_one();
        }
        Ok(())
    }

    fn begin(&self, cx: &mut Command) -> Result<()> {
        cx.conn().batch(if self.commit == Commit::Savepoints { "BEGIN IMMEDIATE" } else { "BEGIN" })
    }

    /// Runs one command inside the open transaction. Ok also when it refused and there is nothing to undo;
    /// Err when the transaction cannot go on.
    fn one(&self, cx: &mut Command, task: &mut dyn Task) -> Result<Option<AuditId>, ()> {
        cx.reset(task.actor(), self.kit.clock.now());
        let savepoints = self.commit == Commit::Savepoints;
        if savepoints {
            cx.conn().batch("SAVEPOINT command").map_err(|error| task.fail(error))?;
        }
        let mut marker = None;
        let kept = task.run(cx).and_then(|()| {
            marker = cx.finish().map_err(|error| task.fail(error))?;
            Ok(())
        });
        if savepoints {
            let end = match kept {
                Ok(()) => "RELEASE command",
                Err(()) => "ROLLBACK TO command; RELEASE command",
            };
            let alive = cx.conn().in_transaction();
            cx.conn().take_failure();
            return match alive && cx.conn().batch(end).is_ok() {
                true => Ok(marker),
                false => Err(()),
            };
        }
        match kept {
            // A verb that went on after a failed statement: PostgreSQL would turn its COMMIT into a ROLLBACK.
            Ok(()) if cx.conn().has_failed() => {
                task.fail(Error::fault("a command went on after a failed statement"));
                Err(())
            }
            Ok(()) => Ok(marker),
            Err(()) if !cx.wrote() && cx.conn().take_failure().is_none() => Ok(None),
            Err(()) => Err(()),
        }
    }

    /// After a failure: back to a clean connection. Says what the failure was.
    fn recover(&self, cx: &mut Command) -> Option<Failure> {
        let failure = cx.conn().take_failure();
        let mut stuck = || cx.conn().in_transaction() && cx.conn().batch("ROLLBACK").is_err();
        if failure == Some(Failure::Lost) || stuck() {
            *cx.conn() = reconnect(&self.kit.address, false);
        }
        cx.conn().take_failure();
        failure
    }
}

fn was_committed(cx: &mut Command, marker: AuditId) -> bool {
    cx.opt::<(i64,)>("SELECT 1 FROM audit WHERE id = $1", &[&marker]).ok().flatten().is_some()
}

/// Tries until the database is back; nothing else is left to do on this thread.
pub(crate) fn reconnect(address: &Address, read_only: bool) -> Conn {
    let mut pause = Duration::from_millis(50);
    loop {
        match address.connect(read_only) {
            Ok(conn) => return conn,
            Err(error) => tracing::error!(error = error.for_the_log(), "the database is out of reach"),
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_secs(5));
    }
}

fn backoff(attempt: usize, chance: &Chance) -> Duration {
    let [jitter] = chance.bytes();
    Duration::from_millis((2 << attempt) + u64::from(jitter) % 10)
}

pub(crate) fn words(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without words".into())
}
