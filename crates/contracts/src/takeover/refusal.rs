//! Facts that stand in the way of another contract manager.

use super::standing::Outcome;
use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Who applies is the manager.
    AlreadyManager,
    /// Who applies is not the primary admin of a team with seats of the contract.
    NotPrimaryAdmin,
    /// One application at a time.
    Open {
        by: String,
    },
    /// The application has ended.
    Over {
        outcome: Outcome,
    },
    /// The manager has answered, or the time is over and noted.
    Answered,
    AnswerTooLate,
    /// For the manager's answer, or the end of the time.
    StillWaiting,
    /// The applicant is primary admin of no team with seats of the contract any more.
    ApplicantLeft {
        name: String,
    },
    /// The new manager belongs to no team of the organization.
    NotOfOrganization,
    DocumentMissing,
    DocumentTooLarge {
        most: u64,
    },
    /// By its content: neither PDF, PNG, JPEG nor text.
    DocumentUnknown,
    /// The form came only in part.
    DocumentBroken,
}

impl Refusal for Refused {
    fn kind(&self) -> Kind {
        match self {
            Refused::NotOfOrganization
            | Refused::DocumentMissing
            | Refused::DocumentTooLarge { .. }
            | Refused::DocumentUnknown
            | Refused::DocumentBroken => Kind::Invalid,
            Refused::AnswerTooLate => Kind::Gone,
            _ => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Refused::AlreadyManager => "already-contract-manager",
            Refused::NotPrimaryAdmin => "not-primary-admin",
            Refused::Open { .. } => "takeover-open",
            Refused::Over { .. } => "takeover-over",
            Refused::Answered => "takeover-answered",
            Refused::AnswerTooLate => "takeover-answer-too-late",
            Refused::StillWaiting => "takeover-still-waiting",
            Refused::ApplicantLeft { .. } => "applicant-left",
            Refused::NotOfOrganization => "not-of-organization",
            Refused::DocumentMissing => "document-missing",
            Refused::DocumentTooLarge { .. } => "document-too-large",
            Refused::DocumentUnknown => "document-unknown",
            Refused::DocumentBroken => "document-broken",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Refused::AlreadyManager => fl!(t, "refused-already-manager"),
            Refused::NotPrimaryAdmin => fl!(t, "refused-not-primary-admin"),
            Refused::Open { by } => fl!(t, "refused-takeover-open", by = by.as_str()),
            Refused::Over { outcome } => match outcome {
                Outcome::Objected => fl!(t, "refused-takeover-objected"),
                Outcome::Granted => fl!(t, "refused-takeover-granted"),
                Outcome::Refused => fl!(t, "refused-takeover-refused"),
                Outcome::Withdrawn => fl!(t, "refused-takeover-withdrawn"),
                Outcome::Lapsed => fl!(t, "refused-takeover-lapsed"),
            },
            Refused::Answered => fl!(t, "refused-takeover-answered"),
            Refused::AnswerTooLate => fl!(t, "refused-answer-too-late"),
            Refused::StillWaiting => fl!(t, "refused-still-waiting"),
            Refused::ApplicantLeft { name } => fl!(t, "refused-applicant-left", name = name.as_str()),
            Refused::NotOfOrganization => fl!(t, "refused-not-of-organization"),
            Refused::DocumentMissing => fl!(t, "refused-document-missing"),
            Refused::DocumentTooLarge { most } => {
                fl!(t, "refused-document-too-large", most = web::format::bytes(*most, lang))
            }
            Refused::DocumentUnknown => fl!(t, "refused-document-unknown"),
            Refused::DocumentBroken => fl!(t, "refused-document-broken"),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Refused::NotOfOrganization => Some("manager"),
            Refused::DocumentMissing
            | Refused::DocumentTooLarge { .. }
            | Refused::DocumentUnknown
            | Refused::DocumentBroken => Some("document"),
            _ => None,
        }
    }
}
