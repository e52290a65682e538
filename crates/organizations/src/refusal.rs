//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    AlreadyMember {
        email: String,
    },
    /// The person has been in; there is nothing to send anew.
    AlreadyActive,
    TeamNameTaken,
    /// It takes no people, seats and orders until it is brought back.
    TeamArchived {
        team: String,
    },
    /// A team has exactly one primary admin at all times; the role is handed over, not laid down.
    PrimaryAdminStays,
    /// It cannot be undone any more; the person can be invited.
    RemovedTooLongAgo,
    /// The invitation went there already.
    SameAddress,
}

impl Refusal for Refused {
    fn code(&self) -> &'static str {
        match self {
            Refused::AlreadyMember { .. } => "already-member",
            Refused::AlreadyActive => "already-active",
            Refused::TeamNameTaken => "team-name-taken",
            Refused::TeamArchived { .. } => "team-archived",
            Refused::PrimaryAdminStays => "primary-admin-stays",
            Refused::RemovedTooLongAgo => "removed-too-long-ago",
            Refused::SameAddress => "same-address",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Refused::AlreadyMember { email } => fl!(t, "refused-already-member", email = email.clone()),
            Refused::AlreadyActive => fl!(t, "refused-already-active"),
            Refused::TeamNameTaken => fl!(t, "refused-team-name-taken"),
            Refused::TeamArchived { team } => fl!(t, "refused-team-archived", team = team.as_str()),
            Refused::PrimaryAdminStays => fl!(t, "refused-primary-admin-stays"),
            Refused::RemovedTooLongAgo => fl!(t, "refused-removed-too-long-ago"),
            Refused::SameAddress => fl!(t, "refused-same-address"),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Refused::AlreadyMember { .. } | Refused::SameAddress => Some("email"),
            Refused::TeamNameTaken => Some("name"),
            _ => None,
        }
    }
}
