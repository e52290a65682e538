//! The manager's time: a reminder before its end, and what follows when it is over.

use super::{
    Takeover,
    answer::note_answer,
    decide, mail,
    reads::held,
    standing::{Answer, State, Step},
};
use crate::queries::takeovers;
use kernel::{Result, TakeoverId, clock::days};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::{Command, Done, Job, Work};

/// So long before the end the manager is reminded.
const REMINDER: Duration = days(2);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CloseTakeover {
    pub takeover: TakeoverId,
}

impl Job for CloseTakeover {
    const KIND: &'static str = "contracts.close-takeover";
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RemindManager {
    pub takeover: TakeoverId,
}

impl Job for RemindManager {
    const KIND: &'static str = "contracts.remind-manager";
}

pub(super) fn begin(cx: &mut Command, takeover: &Takeover) {
    let reminder = takeover.answer_by.minus(REMINDER);
    if reminder > takeover.applied_at {
        cx.enqueue_at(reminder, &RemindManager { takeover: takeover.id });
    }
    cx.enqueue_at(takeover.answer_by, &CloseTakeover { takeover: takeover.id });
}

pub(crate) async fn carry_out_remind(work: Work, job: RemindManager) -> Result<Done> {
    work.db.command(&work.actor("contracts.remind-manager"), move |cx| remind(cx, job.takeover)).await?;
    Ok(Done::Finished)
}

pub(crate) async fn carry_out_close(work: Work, job: CloseTakeover) -> Result<Done> {
    work.db.command(&work.actor("contracts.close-takeover"), move |cx| close(cx, job.takeover)).await?;
    Ok(Done::Finished)
}

fn remind(cx: &mut Command, id: TakeoverId) -> Result<()> {
    cx.quiet();
    let takeover = held(cx, id)?;
    match takeover.standing().at(cx.now()) == State::Waiting && takeovers::remind(cx, id)? {
        true => mail::reminder(cx, &takeover),
        false => Ok(()),
    }
}

fn close(cx: &mut Command, id: TakeoverId) -> Result<()> {
    let takeover = held(cx, id)?;
    if takeover.standing().after(Step::Close, cx.now()).is_err() {
        return Ok(());
    }
    note_answer(cx, &takeover, Answer::Silent, "")?;
    decide::go_on(cx, &takeover, Answer::Silent)
}
