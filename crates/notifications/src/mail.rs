//! A mail as its sender hands it over, and the states that it goes through.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Email, Lang, OrganizationId, PersonId, Secret, Timestamp, person::is_unreadable};
use std::time::Duration;

/// Stands in text and HTML where the token of the link goes.
pub const SECRET: &str = "{secret}";

#[derive(Debug, Clone)]
pub struct Mail {
    /// Stable, for people who search and for [`crate::latest_to`]: `verify_email`, `welcome`.
    pub kind: &'static str,
    pub to: Email,
    pub to_name: String,
    pub person: Option<PersonId>,
    /// Whose admins may see how the mail fared.
    pub organization: Option<OrganizationId>,
    pub lang: Lang,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Fills `{secret}`. It is kept apart from the text, and only until the mail has left: no token lies around.
    pub secret: Option<Secret>,
    /// Not before this; at once if there is none.
    pub send_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Queued,
    Sent,
    Deferred,
    Failed,
    Canceled,
}

impl Status {
    pub const ALL: [Status; 5] =
        [Status::Queued, Status::Sent, Status::Deferred, Status::Failed, Status::Canceled];

    pub const fn name(self) -> &'static str {
        match self {
            Status::Queued => "queued",
            Status::Sent => "sent",
            Status::Deferred => "deferred",
            Status::Failed => "failed",
            Status::Canceled => "canceled",
        }
    }
    pub fn from_name(name: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.name() == name)
    }
    /// Whether it will still be tried.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Status::Queued | Status::Deferred)
    }
    pub fn label(self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Status::Queued => fl!(t, "mail-queued"),
            Status::Sent => fl!(t, "mail-sent"),
            Status::Deferred => fl!(t, "mail-deferred"),
            Status::Failed => fl!(t, "mail-failed"),
            Status::Canceled => fl!(t, "mail-canceled"),
        }
    }
}

/// Makes one line of what goes into a header: line ends and invisible characters become spaces.
pub(crate) fn one_line(text: &str) -> String {
    let readable: String = text.chars().map(|c| if is_unreadable(c) { ' ' } else { c }).collect();
    readable.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How long to wait after the nth try that a server put off; none when three days of trying are over.
///
/// The first pauses are short, since most servers that say "later" mean a moment.
pub(crate) fn pause(attempts: u32) -> Option<Duration> {
    use kernel::clock::{hours, minutes};
    const TRIES_IN_THREE_DAYS: u32 = 36;
    match attempts {
        0..=1 => Some(Duration::from_secs(5)),
        2 => Some(Duration::from_secs(30)),
        3 => Some(minutes(2)),
        4 => Some(minutes(10)),
        5 => Some(minutes(30)),
        6 => Some(hours(1)),
        _ if attempts <= 6 + TRIES_IN_THREE_DAYS => Some(hours(2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_end_in_a_name_does_not_become_a_header() {
        assert_eq!(one_line("Maja\r\nBcc: eve@evil.example"), "Maja Bcc: eve@evil.example");
        assert_eq!(one_line(" Åsa\u{202e}\u{0}Öberg\n"), "Åsa Öberg");
    }

    #[test]
    fn a_mail_is_tried_for_three_days_and_then_no_more() {
        let pauses: Vec<_> = (1..).map_while(pause).collect();
        let total: Duration = pauses.iter().sum();
        assert_eq!(
            pauses[..6].iter().map(Duration::as_secs).collect::<Vec<_>>(),
            [5, 30, 120, 600, 1800, 3600]
        );
        assert_eq!(total.as_secs() / 3600, 3 * 24 + 1);
    }

    #[test]
    fn a_status_reads_back_and_has_a_name_in_both_languages() {
        for status in Status::ALL {
            assert_eq!(Status::from_name(status.name()), Some(status));
            assert_ne!(status.label(Lang::En), status.label(Lang::Sv));
        }
    }
}
