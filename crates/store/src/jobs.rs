//! Work for later: rows written inside commands, carried out by a runner, retried, and kept when they are beyond help.

use crate::{command::Command, db::Db, read::Read};
use kernel::{
    Actor, Error, JobId, Result, Timestamp,
    clock::{hours, minutes},
};
use serde::{Serialize, de::DeserializeOwned};
use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};
use tokio::task::{JoinError, JoinSet};

/// Work that a command leaves behind. It runs at least once, so it is written to bear running twice.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Stable: rows of older versions carry it.
    const KIND: &'static str;
}

/// What a handler is given besides the job itself.
#[derive(Clone)]
pub struct Work {
    pub db: Db,
    pub id: JobId,
    /// 1 at the first try.
    pub attempt: u32,
}

impl Work {
    /// Plats itself, in this kind of job.
    pub fn actor(&self, job: &'static str) -> Actor {
        Actor::system(job)
    }
}

/// How a try ended.
pub enum Done {
    /// The row goes.
    Finished,
    /// Again at that time, with the reason; the number of tries is the handler's own affair.
    Again(Timestamp, String),
    /// All is well; the same job anew at that time.
    Next(Timestamp),
}

type Handler = Arc<dyn Fn(Work, String) -> Pin<Box<dyn Future<Output = Result<Done>> + Send>> + Send + Sync>;

/// Which handlers hear which events.
#[derive(Debug, Default)]
pub struct Subscriptions(HashMap<&'static str, Vec<String>>);

impl Subscriptions {
    pub(crate) fn of(&self, action: &str) -> &[String] {
        self.0.get(action).map_or(&[], Vec::as_slice)
    }
}

/// All the handlers of the house, gathered from the rooms at start.
#[derive(Default)]
pub struct Jobs {
    handlers: HashMap<String, Handler>,
    subscriptions: HashMap<&'static str, Vec<String>>,
    every: Vec<(String, Duration)>,
}

impl Jobs {
    pub fn new() -> Self {
        Jobs::default()
    }

    /// Carries out jobs of one kind.
    pub fn on<J: Job, F>(&mut self, handler: impl Fn(Work, J) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Result<Done>> + Send + 'static,
    {
        self.add(J::KIND.to_owned(), handler);
    }

    /// Hears an event of a room below: `name` tells the listeners of one event apart, and is stable.
    pub fn hear<E, F>(&mut self, name: &str, handler: impl Fn(Work, E) -> F + Send + Sync + 'static)
    where
        E: crate::Event + DeserializeOwned + Send + 'static,
        F: Future<Output = Result<Done>> + Send + 'static,
    {
        let kind = format!("{}>{name}", E::ACTION);
        self.subscriptions.entry(E::ACTION).or_default().push(kind.clone());
        self.add(kind, handler);
    }

    /// Runs at every interval, on one node at a time.
    pub fn every<F>(
        &mut self,
        name: &str,
        interval: Duration,
        handler: impl Fn(Work) -> F + Send + Sync + 'static,
    ) where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let kind = format!("every>{name}");
        self.every.push((kind.clone(), interval));
        self.add(kind, move |work, (): ()| {
            let run = handler(work.clone());
            async move {
                run.await?;
                Ok(Done::Next(work.db.now().plus(interval)))
            }
        });
    }

    fn add<P, F>(&mut self, kind: String, handler: impl Fn(Work, P) -> F + Send + Sync + 'static)
    where
        P: DeserializeOwned + Send + 'static,
        F: Future<Output = Result<Done>> + Send + 'static,
    {
        let run = move |work, payload: String| -> Pin<Box<dyn Future<Output = _> + Send>> {
            match serde_json::from_str(&payload) {
                Ok(job) => Box::pin(handler(work, job)),
                Err(error) => Box::pin(async move { Err(Error::fault(format!("unreadable job: {error}"))) }),
            }
        };
        self.handlers.insert(kind, Arc::new(run));
    }

    /// For [`Db::open`], which comes before the handlers run.
    pub fn subscriptions(&self) -> Subscriptions {
        Subscriptions(self.subscriptions.clone())
    }

    /// Puts the regular jobs into the queue, once for all nodes.
    pub async fn schedule(&self, db: &Db) -> Result<()> {
        let every = self.every.clone();
        db.command(&Actor::system("schedule"), move |cx| {
            cx.quiet();
            if cx.engine() == crate::Engine::Sqlite {
                // The only process on this file: what an earlier one had claimed when it died is free again.
                cx.execute("UPDATE jobs SET claimed_until = NULL WHERE claimed_until IS NOT NULL", &[])?;
            }
            for (kind, _) in &every {
                let (id, now) = (cx.id::<kernel::id::JobKind>(), cx.now());
                cx.execute(
                    "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
                     VALUES ($1, $2, 'null', $3, $3, 0) ON CONFLICT DO NOTHING",
                    &[&id, kind, &now],
                )?;
                // One that was given up begins anew: what stood in its way may be gone with the restart.
                cx.execute(
                    "UPDATE jobs SET dead_at = NULL, attempts = 0, run_at = $2
                     WHERE kind = $1 AND dead_at IS NOT NULL",
                    &[kind, &now],
                )?;
            }
            Ok(())
        })
        .await
    }

    /// Claims what is due and carries it out; how many jobs that were.
    pub async fn run_due(self: &Arc<Self>, db: &Db) -> Result<usize> {
        let mut running = JoinSet::new();
        let count = self.start_due(db, &mut running).await?;
        while let Some(ended) = running.join_next().await {
            ended.map_err(Error::fault)??;
        }
        Ok(count)
    }

    /// Carries out what is due, and what that leaves behind, until nothing is left; how many jobs that were.
    pub async fn run_all_due(self: &Arc<Self>, db: &Db) -> Result<usize> {
        let mut all = 0;
        loop {
            match self.run_due(db).await? {
                0 => return Ok(all),
                count => all += count,
            }
        }
    }

    /// Runs until `stop` resolves. A slow job holds up no other: more are claimed while it is under way. What is
    /// under way at the end is finished first.
    pub async fn run(self: Arc<Self>, db: Db, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        let mut running = JoinSet::new();
        loop {
            let room = running.len() < UNDER_WAY;
            let started = if room { self.start_due(&db, &mut running).await } else { Ok(0) };
            let busy = started.as_ref().is_ok_and(|count| *count > 0);
            if let Err(error) = started {
                tracing::error!(error = error.for_the_log(), "the job runner could not work");
            }
            tokio::select! {
                () = &mut stop => break,
                () = async {}, if busy => {}
                Some(ended) = running.join_next(), if !running.is_empty() && !busy => note(ended),
                () = db.jobs_added(), if room && !busy => {}
                () = tokio::time::sleep(Duration::from_millis(500)), if !busy => {}
            }
        }
        while let Some(ended) = running.join_next().await {
            note(ended);
        }
    }

    async fn start_due(self: &Arc<Self>, db: &Db, running: &mut JoinSet<Result<()>>) -> Result<usize> {
        let due = claim(db).await?;
        let count = due.len();
        for claimed in due {
            running.spawn(self.clone().carry_out(db.clone(), claimed));
        }
        Ok(count)
    }

    async fn carry_out(self: Arc<Self>, db: Db, job: Claimed) -> Result<()> {
        let work = Work { db: db.clone(), id: job.id, attempt: job.attempts };
        let outcome = match self.handlers.get(&job.kind) {
            Some(handler) => handler(work, job.payload).await,
            None => Err(Error::fault(format!("no room carries out jobs of the kind {}", job.kind))),
        };
        match outcome {
            Ok(Done::Finished) => settle(&db, job.id, Outcome::Gone).await,
            Ok(Done::Next(at)) => settle(&db, job.id, Outcome::Next(at)).await,
            Ok(Done::Again(at, reason)) => settle(&db, job.id, Outcome::Later(at, reason)).await,
            Err(error) => {
                let (kind, attempt, why) = (&job.kind, job.attempts, error.for_the_log());
                tracing::warn!(job = %job.id, kind, attempt, error = why, "a job failed");
                let reason = format!("{error:?}");
                match pause(job.attempts) {
                    Some(pause) => settle(&db, job.id, Outcome::Later(db.now().plus(pause), reason)).await,
                    None => settle(&db, job.id, Outcome::Dead(reason)).await,
                }
            }
        }
    }
}

/// How the queue stands, for whoever looks after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Kinds that were put aside after three days of tries, and the reason of the last one.
    pub dead: Vec<(String, String)>,
    /// The longest that a job which is due has waited for somebody to take it.
    pub behind: Duration,
}

pub fn queue(cx: &mut Read) -> Result<Queue> {
    let dead = cx.all(
        "SELECT kind, coalesce(last_error, '') FROM jobs WHERE dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT 100",
        &[],
    )?;
    let now = cx.now();
    let oldest = cx.opt::<(Timestamp,)>(
        "SELECT run_at FROM jobs WHERE dead_at IS NULL AND run_at <= $1
         AND (claimed_until IS NULL OR claimed_until <= $1) ORDER BY run_at LIMIT 1",
        &[&now],
    )?;
    Ok(Queue { dead, behind: oldest.map(|(due,)| now.since(due)).unwrap_or_default() })
}

fn note(ended: Result<Result<()>, JoinError>) {
    if let Err(error) = ended.map_err(Error::fault).and_then(|outcome| outcome) {
        tracing::error!(error = error.for_the_log(), "a job could not be settled");
    }
}

/// How long to wait after the nth failed try; after three days the job is put aside for a person to look at.
fn pause(attempts: u32) -> Option<Duration> {
    match attempts {
        0..=1 => Some(Duration::from_secs(5)),
        2 => Some(Duration::from_secs(30)),
        3 => Some(minutes(2)),
        4 => Some(minutes(10)),
        5 => Some(minutes(30)),
        6..=40 => Some(hours(2)),
        _ => None,
    }
}

/// A claimed job is left alone this long; if the node dies, another one takes it afterwards.
const CLAIM: Duration = minutes(5);
const AT_ONCE: i64 = 32;
/// Beyond this many nothing more is claimed.
const UNDER_WAY: usize = 256;

#[derive(Debug, Clone)]
pub(crate) struct NewJob {
    pub id: JobId,
    pub kind: String,
    pub run_at: Timestamp,
    pub payload: String,
}

impl NewJob {
    pub fn of<J: Job>(id: JobId, run_at: Timestamp, job: &J) -> Self {
        let payload =
            serde_json::to_string(job).unwrap_or_else(|error| format!("{{\"unwritable\":\"{error}\"}}"));
        NewJob { id, kind: J::KIND.to_owned(), run_at, payload }
    }
}

struct Claimed {
    id: JobId,
    kind: String,
    payload: String,
    attempts: u32,
}

enum Outcome {
    Gone,
    Next(Timestamp),
    Later(Timestamp, String),
    Dead(String),
}

pub(crate) fn insert(cx: &mut Command, job: &NewJob) -> Result<()> {
    cx.execute(
        "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts) VALUES ($1, $2, $3, $4, $5, 0)",
        &[&job.id, &job.kind, &job.payload, &cx.now(), &job.run_at],
    )?;
    Ok(())
}

async fn claim(db: &Db) -> Result<Vec<Claimed>> {
    let nothing = db
        .read(&Actor::system("jobs"), |cx| {
            let now = cx.now();
            cx.opt::<(i64,)>(
                "SELECT 1 FROM jobs WHERE run_at <= $1 AND dead_at IS NULL
                 AND (claimed_until IS NULL OR claimed_until <= $1) LIMIT 1",
                &[&now],
            )
        })
        .await?
        .is_none();
    if nothing {
        return Ok(vec![]);
    }
    db.command(&Actor::system("jobs"), |cx| {
        cx.quiet();
        let now = cx.now();
        let rows = cx.returning_all::<(JobId, String, String, u32)>(
            "UPDATE jobs SET claimed_until = $2, attempts = attempts + 1 WHERE id IN (
                SELECT id FROM jobs WHERE run_at <= $1 AND dead_at IS NULL
                AND (claimed_until IS NULL OR claimed_until <= $1)
                ORDER BY run_at LIMIT $3 FOR UPDATE SKIP LOCKED)
             RETURNING id, kind, payload, attempts",
            &[&now, &now.plus(CLAIM), &AT_ONCE],
        )?;
        Ok(rows
            .into_iter()
            .map(|(id, kind, payload, attempts)| Claimed { id, kind, payload, attempts })
            .collect())
    })
    .await
}

async fn settle(db: &Db, id: JobId, outcome: Outcome) -> Result<()> {
    db.command(&Actor::system("jobs"), move |cx| {
        cx.quiet();
        let now = cx.now();
        match &outcome {
            Outcome::Gone => cx.execute("DELETE FROM jobs WHERE id = $1", &[&id])?,
            Outcome::Next(at) => cx.execute(
                "UPDATE jobs SET run_at = $2, claimed_until = NULL, attempts = 0, last_error = NULL WHERE id = $1",
                &[&id, at],
            )?,
            Outcome::Later(at, reason) => cx.execute(
                "UPDATE jobs SET run_at = $2, claimed_until = NULL, last_error = $3 WHERE id = $1",
                &[&id, at, reason],
            )?,
            Outcome::Dead(reason) => cx.execute(
                "UPDATE jobs SET dead_at = $2, claimed_until = NULL, last_error = $3 WHERE id = $1",
                &[&id, &now, reason],
            )?,
        };
        Ok(())
    })
    .await
}
