//! Blank what was written in old mails. That they were sent, and what the server said, stays.

use crate::queries;
use kernel::{Result, clock::days};
use store::Work;

/// As many as one transaction may hold up the others for.
const AT_ONCE: i64 = 500;

pub(crate) async fn forget_mail_bodies(work: Work) -> Result<()> {
    loop {
        let forgotten = work
            .db
            .command(&work.actor("notifications.forget-mail-bodies"), |cx| {
                // Nobody did anything: the audit log tells who wrote to whom, not what is still kept.
                cx.quiet();
                let before = cx.now().minus(days(90));
                queries::forget_bodies(cx, before, AT_ONCE)
            })
            .await?;
        if forgotten < AT_ONCE.unsigned_abs() {
            return Ok(());
        }
    }
}
