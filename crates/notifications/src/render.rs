//! A mail as it goes over the wire: RFC 5322 headers, a plain and an HTML part, the token filled in.

use crate::{Transport, mail::SECRET, mailbox::Stored, queries::Leaving};
use kernel::{Error, Result, Timestamp};
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use std::time::{Duration, UNIX_EPOCH};

/// In whose name mails leave, and by which way.
#[derive(Debug, Clone)]
pub struct Sender {
    pub(crate) transport: Transport,
    from: Mailbox,
}

/// A mail ready to leave, in both shapes that a transport may want.
#[derive(Debug)]
pub(crate) struct Letter {
    pub message: Message,
    pub copy: Stored,
}

impl Sender {
    /// `from` reads `Example Software <no-reply@example.com>` or is a bare address.
    pub fn new(transport: Transport, from: &str) -> Result<Sender> {
        let from = from.parse().map_err(|error| {
            Error::fault(format!(
                "mails cannot come from \"{from}\": {error}. Write: Name <name@example.com>"
            ))
        })?;
        Ok(Sender { transport, from })
    }

    /// Writes the mail out; `Err` says why it can never be written.
    pub(crate) fn letter(&self, mail: &Leaving, now: Timestamp) -> Result<Letter, String> {
        let secret = mail.secret.as_deref();
        let (text, html) = (fill(&mail.text, secret), fill(&mail.html, secret));
        let to: Address = mail.to.parse().map_err(|error| format!("{} is no address: {error}", mail.to))?;
        let name = Some(mail.to_name.clone()).filter(|name| !name.is_empty());
        let parts = MultiPart::alternative()
            .boundary(format!("=_{}", mail.id.suffix()))
            .singlepart(SinglePart::plain(text.clone()))
            .singlepart(SinglePart::html(html.clone()));
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, to))
            .subject(mail.subject.clone())
            // The same at every try, so that a mail that came twice shows once.
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .date(UNIX_EPOCH + Duration::from_secs(now.seconds().max(0).unsigned_abs()))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", mail.lang.tag()))
            .multipart(parts)
            .map_err(|error| format!("the mail cannot be written: {error}"))?;
        let copy = Stored {
            id: mail.id,
            number: 0,
            at: now,
            to: mail.to.clone(),
            to_name: mail.to_name.clone(),
            subject: mail.subject.clone(),
            link: main_link(&mail.text).map(|link| fill(link, secret)),
            text,
            html,
        };
        Ok(Letter { message, copy })
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn fill(template: &str, secret: Option<&str>) -> String {
    secret.map_or_else(|| template.to_owned(), |secret| template.replace(SECRET, secret))
}

/// The link that the mail is about: the one with the token, or else the first.
fn main_link(text: &str) -> Option<&str> {
    let links = || {
        text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '('))
            .filter(|word| word.starts_with("https://") || word.starts_with("http://"))
            .map(|word| word.trim_end_matches(['.', ',', ')', ';']))
    };
    links().find(|link| link.contains(SECRET)).or_else(|| links().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_link_is_the_one_with_the_token() {
        let text = "From https://evil.example/\nOpen (https://id.example/v?token={secret}).\n";
        assert_eq!(main_link(text), Some("https://id.example/v?token={secret}"));
        assert_eq!(main_link("See <https://id.example/home>, please"), Some("https://id.example/home"));
        assert_eq!(main_link("No link"), None);
    }

    #[test]
    fn a_sender_without_an_address_is_refused_at_start() {
        let refused = Sender::new(Transport::Folder("mails".into()), "Example Software").unwrap_err();
        assert!(refused.inner_message().unwrap().contains("Write: Name <name@example.com>"));
    }
}
