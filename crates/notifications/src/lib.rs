//! Mails that leave the house, and how each of them fared: queued, sent, deferred, failed, canceled.
//! The room refuses to know what a mail is about: its sender, a room further up, brings text, address and language.
//! Start with [`Mail`] and [`send`]; [`jobs`] carries out what they leave behind.

mod deliver;
mod events;
mod forget;
mod mail;
pub mod mailbox;
mod queries;
mod refusal;
mod render;
mod send;
mod smtp;
mod transport;

pub use deliver::DeliverMail;
pub use events::{MailCanceled, MailFailed, MailQueued, MailSent};
pub use mail::{Mail, Status};
pub use queries::{Delivery, deliveries, delivery, latest_to, older_deliveries, undelivered};
pub use refusal::MailNotDeferred;
pub use render::Sender;
pub use send::{cancel, retry_now, send};
pub use smtp::Smtp;
pub use transport::Transport;

use std::sync::Arc;

/// What the room does later: deliver, and forget what was written after 90 days.
pub fn jobs(jobs: &mut store::Jobs, sender: Sender) {
    let sender = Arc::new(sender);
    jobs.on(move |work, job| deliver::deliver_mail(work, job, sender.clone()));
    jobs.every("notifications.forget-mail-bodies", kernel::clock::days(1), forget::forget_mail_bodies);
}

web::room_texts!("notifications");
