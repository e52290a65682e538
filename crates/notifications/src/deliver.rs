//! Carry out what was queued: one try at a time, as often as it takes.

use crate::{
    events::{MailFailed, MailSent},
    mail, queries,
    queries::Leaving,
    render::Sender,
    transport::Refused,
};
use kernel::{MailId, Result, clock::minutes};
use serde::{Deserialize, Serialize};
use std::{sync::Arc, time::Duration};
use store::{Done, Job, Work};

/// Sends one mail. Run twice, it sends once.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeliverMail {
    pub mail: MailId,
}

impl Job for DeliverMail {
    const KIND: &'static str = "notifications.deliver-mail";
}

/// Longer than any conversation with a server may last. After it, a mail whose node died is tried again: the
/// reader may get it twice, under one Message-ID.
const CLAIM: Duration = minutes(5);

pub(crate) async fn deliver_mail(work: Work, job: DeliverMail, sender: Arc<Sender>) -> Result<Done> {
    let _place = sender.transport.place().await;
    let leaving = match claim(&work, job.mail).await? {
        Turn::Mine(leaving) => leaving,
        Turn::Later(at) => return Ok(Done::Again(at, "it is not due yet, or another job has it".into())),
        Turn::Over => return Ok(Done::Finished),
    };
    // Between two transactions, so that a slow server holds up nobody else.
    let outcome = match sender.letter(&leaving, work.db.now()) {
        Ok(letter) => sender.transport.deliver(letter).await,
        Err(reason) => Err(Refused::ForGood(reason)),
    };
    match outcome {
        Ok(answer) => sent(&work, *leaving, answer).await,
        Err(Refused::ForNow(reason)) => match mail::pause(leaving.attempts) {
            Some(pause) => put_off(&work, *leaving, reason, pause).await,
            None => failed(&work, *leaving, reason).await,
        },
        Err(Refused::ForGood(reason)) => failed(&work, *leaving, reason).await,
    }
}

enum Turn {
    Mine(Box<Leaving>),
    Later(kernel::Timestamp),
    Over,
}

async fn claim(work: &Work, mail: MailId) -> Result<Turn> {
    work.db
        .command_on(mail, &work.actor(DeliverMail::KIND), move |cx| {
            cx.quiet();
            let until = cx.now().plus(CLAIM);
            if let Some(leaving) = queries::claim(cx, mail, until)? {
                return Ok(Turn::Mine(Box::new(leaving)));
            }
            Ok(queries::waits_until(cx, mail)?.map_or(Turn::Over, Turn::Later))
        })
        .await
}

async fn sent(work: &Work, mail: Leaving, answer: String) -> Result<Done> {
    work.db
        .command_on(mail.id, &work.actor(DeliverMail::KIND), move |cx| {
            if !queries::mark_sent(cx, mail.id, &answer)? {
                cx.quiet();
                return Ok(Done::Finished);
            }
            let Leaving { id, kind, to, person, organization, .. } = mail.clone();
            cx.record(MailSent { mail: id, kind, to, person, organization, answer: answer.clone() });
            Ok(Done::Finished)
        })
        .await
}

async fn failed(work: &Work, mail: Leaving, answer: String) -> Result<Done> {
    work.db
        .command_on(mail.id, &work.actor(DeliverMail::KIND), move |cx| {
            if !queries::mark_failed(cx, mail.id, &answer)? {
                cx.quiet();
                return Ok(Done::Finished);
            }
            let Leaving { id, kind, to, person, organization, .. } = mail.clone();
            cx.record(MailFailed { mail: id, kind, to, person, organization, answer: answer.clone() });
            Ok(Done::Finished)
        })
        .await
}

async fn put_off(work: &Work, mail: Leaving, reason: String, pause: Duration) -> Result<Done> {
    work.db
        .command_on(mail.id, &work.actor(DeliverMail::KIND), move |cx| {
            // A server that says "later" is no event: the mail's own row tells it.
            cx.quiet();
            let next = cx.now().plus(pause);
            Ok(match queries::mark_deferred(cx, mail.id, &reason, next)? {
                true => Done::Again(next, reason.clone()),
                false => Done::Finished,
            })
        })
        .await
}
