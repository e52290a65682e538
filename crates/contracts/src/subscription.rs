//! A subscription starts and ends: its seats come into the team's pool, and leave it.

use crate::{
    events::{SubscriptionEnded, SubscriptionStarted},
    queries::{self, Moved},
};
use kernel::{OfferingId, Result, SubscriptionId, TeamId};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Work};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StartSubscription {
    pub subscription: SubscriptionId,
}

impl Job for StartSubscription {
    const KIND: &'static str = "contracts.start-subscription";
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct EndSubscription {
    pub subscription: SubscriptionId,
}

impl Job for EndSubscription {
    const KIND: &'static str = "contracts.end-subscription";
}

pub(crate) async fn carry_out_start(work: Work, job: StartSubscription) -> Result<Done> {
    let turn = move |cx: &mut Command| turn(cx, job.subscription);
    work.db.command(&work.actor("contracts.start-subscription"), turn).await?;
    Ok(Done::Finished)
}

pub(crate) async fn carry_out_end(work: Work, job: EndSubscription) -> Result<Done> {
    let turn = move |cx: &mut Command| turn(cx, job.subscription);
    work.db.command(&work.actor("contracts.end-subscription"), turn).await?;
    Ok(Done::Finished)
}

/// What starts and ends in one pool at the same time is one change of it: where one subscription follows another, nobody
/// loses the seat in between.
fn turn(cx: &mut Command, id: SubscriptionId) -> Result<()> {
    cx.quiet();
    let (mut team, mut seats) = (None, vec![]);
    for due in queries::due_together(cx, id)? {
        for (moved, quantity) in [end(cx, due)?, start(cx, due)?].into_iter().flatten() {
            team = moved.team;
            seats.push((moved.offering, quantity));
        }
    }
    add_seats(cx, team, seats)
}

/// One that has no team yet starts all the same; its seats come when it lands.
fn start(cx: &mut Command, id: SubscriptionId) -> Result<Option<(Moved, i64)>> {
    let Some(moved) = queries::start(cx, id)? else { return Ok(None) };
    let (number, organization) = queries::contract_name(cx, moved.contract)?;
    let Moved { quantity, team, contract, .. } = moved;
    cx.record(SubscriptionStarted { organization, subscription: id, contract, number, quantity, team });
    Ok(Some((moved, quantity)))
}

/// One that never started has no seats to give back.
fn end(cx: &mut Command, id: SubscriptionId) -> Result<Option<(Moved, i64)>> {
    let Some(moved) = queries::end(cx, id)? else { return Ok(None) };
    let (number, organization) = queries::contract_name(cx, moved.contract)?;
    let Moved { quantity, team, contract, .. } = moved;
    cx.record(SubscriptionEnded { organization, subscription: id, contract, number, quantity, team });
    let gone = if moved.started_at.is_some() { -quantity } else { 0 };
    Ok(Some((moved, gone)))
}

/// Into the pools of the team, in one order of pools for everybody, so that no two orders wait for each other.
pub(crate) fn add_seats(
    cx: &mut Command,
    team: Option<TeamId>,
    mut seats: Vec<(OfferingId, i64)>,
) -> Result<()> {
    let Some(team) = team else { return Ok(()) };
    seats.sort();
    for of_one in seats.chunk_by(|one, other| one.0 == other.0) {
        let quantity = of_one.iter().map(|(_, quantity)| quantity).sum();
        seats::add_capacity(cx, team, of_one[0].0, quantity)?;
    }
    Ok(())
}
