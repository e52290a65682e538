//! Carry out what was queued: one try at a time, as often as it takes.

use kernel::MailId;
use serde::{Deserialize, Serialize};
use store::Job;

/// Sends one mail. Run twice, it sends once.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeliverMail {
    pub mail: MailId,
}

impl Job for DeliverMail {
    const KIND: &'static str = "deliver_mail";
}
