//! Brings the seats of a pool in line with the rule ([`Standing`]): after a change of a group, a default or an exception.

use crate::{
    assign_people::give_what_is_free,
    pool::Pool,
    queries,
    release::take_back,
    standing::{Due, Standing},
};
use kernel::{AssignmentId, Kind, PersonId, PoolId, Result};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Work};

/// As many at once; the rest is done by a job, so that a group of a hundred thousand holds nobody up.
const AT_ONCE: i64 = 500;

/// What became of the people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settled {
    /// They have a seat now.
    pub given: usize,
    /// They are in the line for one.
    pub waiting: usize,
    pub taken: usize,
    /// More is done in the background.
    pub goes_on: bool,
    /// Names what was taken back, for [`restore_seats`](crate::restore_seats).
    pub release: Option<AssignmentId>,
}

impl Settled {
    pub(crate) fn and(self, other: Settled) -> Settled {
        Settled {
            given: self.given + other.given,
            waiting: self.waiting + other.waiting,
            taken: self.taken + other.taken,
            goes_on: self.goes_on || other.goes_on,
            release: self.release.or(other.release),
        }
    }
}

/// These people alone. The caller holds the row lock of the pool.
pub(crate) fn settle_people(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<Settled> {
    let mut settled = Settled::default();
    for some in people.chunks(AT_ONCE as usize) {
        let pool = queries::pool(cx, pool)?;
        let standings = queries::standings(cx, &pool, some)?;
        settled = settled.and(settle(cx, &pool, standings)?);
    }
    Ok(settled)
}

/// Everybody, the first of them now. The caller holds the row lock of the pool.
pub(crate) fn settle_pool(cx: &mut Command, id: PoolId) -> Result<Settled> {
    let pool = queries::pool(cx, id)?;
    let mut due = queries::wrongly_held(cx, &pool, AT_ONCE)?;
    let room = AT_ONCE - due.len() as i64;
    if room > 0 {
        due.extend(queries::wrongly_without(cx, &pool, room)?);
    }
    let goes_on = due.len() as i64 == AT_ONCE;
    let settled = settle(cx, &pool, due)?;
    if goes_on {
        cx.enqueue(&SettlePool { pool: id });
    }
    Ok(Settled { goes_on, ..settled })
}

/// First those who lose a seat, so that those who get one find it; whoever waits longer comes first.
fn settle(cx: &mut Command, pool: &Pool, standings: Vec<Standing>) -> Result<Settled> {
    let with = |due: Due| {
        let wanted = standings.iter().filter(move |standing| standing.due() == due);
        wanted.map(|standing| standing.candidate.clone()).collect::<Vec<_>>()
    };
    let (lose, get) = (with(Due::TakeBack), with(Due::Give));
    let mut settled = Settled { taken: lose.len(), ..Settled::default() };
    let holders: Vec<_> = lose.into_iter().filter_map(|holder| Some((holder.seat?, holder))).collect();
    if let Some((release, _)) = holders.first() {
        settled.release = Some(*release);
        take_back(cx, pool, *release, &holders)?;
    }
    if !get.is_empty() {
        let pool = queries::pool(cx, pool.id)?;
        settled.given = give_what_is_free(cx, &pool, &get)?;
        settled.waiting = get.len() - settled.given;
    }
    if settled == Settled::default() {
        cx.quiet();
    }
    Ok(settled)
}

/// The rest of a pool, five hundred people a turn.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SettlePool {
    pub pool: PoolId,
}

impl Job for SettlePool {
    const KIND: &'static str = "seats.settle-pool";
}

pub(crate) async fn run(work: Work, job: SettlePool) -> Result<Done> {
    let settle = move |cx: &mut Command| {
        queries::locked_pool(cx, job.pool)?;
        settle_pool(cx, job.pool)
    };
    match work.db.command_on(job.pool, &work.actor("seats.settle-pool"), settle).await {
        Err(error) if error.kind() == Kind::NotFound => Ok(Done::Finished),
        done => done.map(|_| Done::Finished),
    }
}
