//! What the room does when it hears of seats that are gone or have moved, of programs that were signed out, and once a
//! day.

use crate::{
    ended::{By, Which, end_leases},
    queries,
};
use accounts::oauth::ProgramEnded;
use kernel::{PersonId, PoolId, ProductId, Result};
use seats::{SeatReleased, SeatSuspended, SeatsMoved};
use store::{Command, Done, Jobs, Work};

pub fn jobs(jobs: &mut Jobs) {
    queries::SPENT_LEASES.daily(jobs);
    jobs.hear("licensing.end-released-seat", |work, gone: SeatReleased| async move {
        without_seat(work, gone.person, gone.product, gone.pool).await
    });
    jobs.hear("licensing.end-suspended-seat", |work, gone: SeatSuspended| async move {
        without_seat(work, gone.person, gone.product, gone.pool).await
    });
    jobs.hear("licensing.follow-moved-seats", |work, moved: SeatsMoved| async move {
        let follow = move |cx: &mut Command| {
            cx.quiet();
            queries::follow(cx, moved.pool, moved.into)
        };
        work.db.command(&work.actor("licensing.follow-moved-seats"), follow).await?;
        Ok(Done::Finished)
    });
    jobs.hear("licensing.end-signed-out-program", |work, ended: ProgramEnded| async move {
        let end = move |cx: &mut Command| {
            queries::lock_holders(cx, ended.person)?;
            cx.quiet();
            end_leases(cx, ended.person, Which::Grant(ended.consent), By::Session).map(|_| ())
        };
        work.db.command_on(ended.person, &work.actor("licensing.end-signed-out-program"), end).await?;
        Ok(Done::Finished)
    });
}

async fn without_seat(work: Work, person: PersonId, product: ProductId, pool: PoolId) -> Result<Done> {
    let end = move |cx: &mut Command| end_without_seat(cx, person, product, pool);
    work.db.command_on(person, &work.actor("licensing.end-lost-seat"), end).await?;
    Ok(Done::Finished)
}

/// Nothing ends when the person has got a seat of the pool again in the meantime.
fn end_without_seat(cx: &mut Command, person: PersonId, product: ProductId, pool: PoolId) -> Result<()> {
    cx.quiet();
    queries::lock_holder(cx, person, product)?;
    let seat = seats::seat_for(cx, person, product)?;
    if seat.is_some_and(|seat| seat.pool == pool && seat.suspended_at.is_none()) {
        return Ok(());
    }
    match end_leases(cx, person, Which::Pool(pool), By::Seat)?.is_empty() {
        true => Ok(()),
        false => queries::raise_epoch(cx, person, product),
    }
}
