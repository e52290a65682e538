//! A subscription starts and ends: its seats come into the team's pool, and leave it.

use crate::{
    events::{SubscriptionEnded, SubscriptionStarted},
    queries,
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
    work.db
        .command(&work.actor("contracts.start-subscription"), move |cx| start(cx, job.subscription))
        .await?;
    Ok(Done::Finished)
}

pub(crate) async fn carry_out_end(work: Work, job: EndSubscription) -> Result<Done> {
    work.db.command(&work.actor("contracts.end-subscription"), move |cx| end(cx, job.subscription)).await?;
    Ok(Done::Finished)
}

/// One that has no team yet starts all the same; its seats come when it lands.
fn start(cx: &mut Command, id: SubscriptionId) -> Result<()> {
    let Some(moved) = queries::start(cx, id)? else {
        cx.quiet();
        return Ok(());
    };
    add_seats(cx, moved.team, vec![(moved.offering, moved.quantity)])?;

    let (number, organization) = queries::contract_name(cx, moved.contract)?;
    let (quantity, team, contract) = (moved.quantity, moved.team, moved.contract);
    cx.record(SubscriptionStarted { organization, subscription: id, contract, number, quantity, team });
    Ok(())
}

fn end(cx: &mut Command, id: SubscriptionId) -> Result<()> {
    let Some(moved) = queries::end(cx, id)? else {
        cx.quiet();
        return Ok(());
    };
    if moved.started_at.is_some() {
        add_seats(cx, moved.team, vec![(moved.offering, -moved.quantity)])?;
    }

    let (number, organization) = queries::contract_name(cx, moved.contract)?;
    let (quantity, team, contract) = (moved.quantity, moved.team, moved.contract);
    cx.record(SubscriptionEnded { organization, subscription: id, contract, number, quantity, team });
    Ok(())
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
