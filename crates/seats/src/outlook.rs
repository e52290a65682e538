//! Before seats go: who will lose the product, when, and in which order (mission B11).
//!
//! It is the rule by which seats go, asked beforehand. What an admin changes until then changes the answer.

use crate::{
    assignment::Holder,
    keeping::Line,
    pool::{Pool, Resized},
    queries, reads,
};
use kernel::{PoolId, Result, Timestamp};
use store::Read;

/// So many people are named; more are counted.
const NAMED: i64 = 20_000;

/// Seats that come or go at a moment that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub at: Timestamp,
    pub seats: i64,
}

/// What a pool will go through.
#[derive(Debug, Clone)]
pub struct Outlook {
    pub pool: Pool,
    pub turns: Vec<Turn>,
}

/// The pool at a moment at which its capacity changes.
#[derive(Debug, Clone)]
pub struct Turn {
    pub at: Timestamp,
    pub before: i64,
    pub capacity: i64,
    /// How many lose the seat then, and how many get one.
    pub lose: i64,
    pub regain: i64,
    /// How many wait afterwards.
    pub waiting: i64,
    /// Who loses it, the first to lose it first; fewer than `lose` where there are too many to name.
    pub people: Vec<Holder>,
}

impl Outlook {
    /// Everybody who loses the seat at some time, with that time; the first to lose it first.
    pub fn losers(&self) -> impl Iterator<Item = (Timestamp, &Holder)> {
        self.turns.iter().flat_map(|turn| turn.people.iter().map(|holder| (turn.at, holder)))
    }
    pub fn lose(&self) -> i64 {
        self.turns.iter().map(|turn| turn.lose).sum()
    }
}

/// What these changes will do to the pool. Those of one moment are one change.
pub fn outlook(cx: &mut Read, pool: PoolId, changes: &[Change]) -> Result<Outlook> {
    let pool = reads::pool(cx, pool)?;
    let steps = steps(&pool, changes);
    let sum = |of: fn(&Resized) -> i64| steps.iter().map(|(_, _, change)| of(change)).sum::<i64>().min(NAMED);
    let seated = queries::last_seated(cx, pool.id, sum(|change| change.suspend))?;
    let waiting = queries::first_waiting(cx, pool.id, sum(|change| change.resume))?;
    let turns = turns(steps, Line::of(seated, waiting));
    Ok(Outlook { pool, turns })
}

/// The pool before each change, the moment, and how many people it touches.
fn steps(pool: &Pool, changes: &[Change]) -> Vec<(Pool, Change, Resized)> {
    let (mut changes, mut before, mut steps) = (changes.to_vec(), pool.clone(), vec![]);
    changes.sort_by_key(|change| change.at);
    for of_one in changes.chunk_by(|one, other| one.at == other.at) {
        let seats: i64 = of_one.iter().map(|change| change.seats).sum();
        let capacity = (before.capacity + seats).max(0);
        if capacity == before.capacity {
            continue;
        }
        let change = before.resize(capacity);
        let after = before.resized(capacity, change);
        steps.push((std::mem::replace(&mut before, after), Change { at: of_one[0].at, seats }, change));
    }
    steps
}

fn turns(steps: Vec<(Pool, Change, Resized)>, mut line: Line<Holder>) -> Vec<Turn> {
    let (mut turns, mut all_known) = (vec![], true);
    for (before, Change { at, seats }, change) in steps {
        let turned = line.turn(change);
        // Beyond those who were looked for, who stands where is not known.
        let people = if all_known { turned.lose } else { vec![] };
        all_known &= people.len() as i64 == change.suspend && turned.regain.len() as i64 == change.resume;
        turns.push(Turn {
            at,
            before: before.capacity,
            capacity: (before.capacity + seats).max(0),
            lose: change.suspend,
            regain: change.resume,
            waiting: before.suspended + change.suspend - change.resume,
            people,
        });
    }
    turns
}
