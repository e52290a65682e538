//! Put a mail into the queue, take it out again, or try it sooner.

use crate::{
    deliver::DeliverMail,
    events::{MailCanceled, MailQueued},
    mail::{Mail, one_line},
    queries,
    refusal::MailNotDeferred,
};
use kernel::{Error, MailId, Result};
use store::Command;

/// Queues the mail in the caller's transaction: it leaves only if all the rest is committed.
pub fn send(cx: &mut Command, mail: Mail) -> Result<MailId> {
    let id = cx.id();
    let at = mail.send_at.unwrap_or(cx.now()).max(cx.now());
    let mail = Mail { subject: one_line(&mail.subject), to_name: one_line(&mail.to_name), ..mail };
    queries::insert(cx, id, &mail, at)?;

    cx.enqueue_at(at, &DeliverMail { mail: id });
    cx.record(MailQueued {
        mail: id,
        kind: mail.kind.to_owned(),
        to: mail.to.to_string(),
        person: mail.person,
        organization: mail.organization,
    });
    Ok(id)
}

/// Takes back a mail whose link has died. One that has already left, or failed, stays as it is.
pub fn cancel(cx: &mut Command, mail: MailId) -> Result<()> {
    let waiting = queries::locked(cx, mail)?.ok_or_else(Error::not_found)?;
    if !waiting.status.is_waiting() {
        return Ok(());
    }
    queries::cancel(cx, mail)?;

    cx.record(MailCanceled {
        mail,
        kind: waiting.kind,
        to: waiting.to,
        person: waiting.person,
        organization: waiting.organization,
    });
    Ok(())
}

/// Tries a deferred mail at once, and gives it three more days: somebody has looked at it.
pub fn retry_now(cx: &mut Command, mail: MailId) -> Result<()> {
    let delivery = queries::delivery(cx, mail)?;
    if delivery.status != crate::Status::Deferred {
        return Err(MailNotDeferred.into());
    }
    queries::try_now(cx, mail)?;

    cx.enqueue(&DeliverMail { mail });
    Ok(())
}
