//! Mail 2: the welcome, with the link to choose a password (mission S2).
//!
//! One that has to wait is a job and not a waiting mail: whether the person needs a link, and the day the link
//! dies, are decided when the mail leaves. Whoever made an account in between gets the way into it (mission S3).

use crate::{events::WelcomeSent, mail, order::Order, queries};
use kernel::{OrderId, Result};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Work};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SendWelcome {
    pub order: OrderId,
}

impl Job for SendWelcome {
    const KIND: &'static str = "contracts.send-welcome";
}

pub(crate) fn send_or_wait(cx: &mut Command, order: &Order) -> Result<()> {
    if order.welcome_at <= cx.now() {
        return send(cx, order.id);
    }
    cx.enqueue_at(order.welcome_at, &SendWelcome { order: order.id });
    Ok(())
}

pub(crate) async fn carry_out(work: Work, job: SendWelcome) -> Result<Done> {
    work.db.command(&work.actor("contracts.send-welcome"), move |cx| send(cx, job.order)).await?;
    Ok(Done::Finished)
}

fn send(cx: &mut Command, id: OrderId) -> Result<()> {
    if !queries::welcome(cx, id)? {
        cx.quiet();
        return Ok(());
    }
    let order = queries::order(cx, id)?;
    mail::welcome(cx, &order)?;
    cx.record(WelcomeSent {
        organization: order.organization,
        order: id,
        number: order.number.clone(),
        person: order.manager,
    });
    Ok(())
}
