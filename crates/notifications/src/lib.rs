//! Mails that leave the house, and how each of them fared: queued, sent, deferred, failed, canceled.
//! The room refuses to know what a mail is about: its sender, a room further up, brings text, address and language.
//! Start with [`Mail`] and [`send`]; [`jobs`] carries out what they leave behind.

mod deliver;
mod events;
mod mail;
mod queries;
mod refusal;
mod send;

pub use deliver::{DeliverMail};
pub use events::{MailCanceled, MailFailed, MailQueued, MailSent};
pub use mail::{Mail, Status};
pub use queries::{Delivery, deliveries, delivery, latest_to, older_deliveries};
pub use refusal::MailNotDeferred;
pub use send::{cancel, retry_now, send};

web::room_texts!("notifications");
