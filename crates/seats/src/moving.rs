//! Seats go from the pools of one team to those of another, with their people: a subscription is moved.
//!
//! What is shown before and what is done after are one thing: the facts are read, [`plan()`] says what becomes of
//! everybody, and [`carry_out`] does that and nothing else. A seat that goes along keeps its id, its age and its place in
//! the line.

mod carry;
mod facts;
mod plan;

pub use carry::{carry_out, hold_seats, leave_nothing, settle_defaults};
pub(crate) use facts::{Found, Pair};
pub use facts::{Whose, pool_facts, pool_of};
pub use plan::{Fate, Goer, Going, Level, Place, PoolFacts, PoolPlan, plan};
