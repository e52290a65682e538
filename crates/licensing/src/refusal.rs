//! Facts that stand in the way of a lease.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LicenseRefused {
    /// `suspended`: there is an assignment, and fewer seats than people.
    NoSeat {
        product: String,
        suspended: bool,
    },
    SeatTakenBack {
        product: String,
    },
    TooManyDevices {
        most: u32,
    },
    /// `current` is the version of the statement in force.
    PrivacyNotAccepted {
        current: String,
    },
    /// What the person allowed the program is over.
    SessionEnded,
    /// An Idempotency-Key came back with another request.
    KeyReused,
}

impl Refusal for LicenseRefused {
    fn kind(&self) -> Kind {
        match self {
            LicenseRefused::NoSeat { .. }
            | LicenseRefused::SeatTakenBack { .. }
            | LicenseRefused::SessionEnded => Kind::Forbidden,
            LicenseRefused::TooManyDevices { .. } | LicenseRefused::PrivacyNotAccepted { .. } => {
                Kind::Conflict
            }
            LicenseRefused::KeyReused => Kind::Invalid,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            LicenseRefused::NoSeat { .. } => "no-seat",
            LicenseRefused::SeatTakenBack { .. } => "seat-taken-back",
            LicenseRefused::TooManyDevices { .. } => "too-many-devices",
            LicenseRefused::PrivacyNotAccepted { .. } => "privacy-not-accepted",
            LicenseRefused::SessionEnded => "session-ended",
            LicenseRefused::KeyReused => "idempotency-key-reused",
        }
    }
    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            LicenseRefused::NoSeat { product, suspended: false } => {
                fl!(t, "refusal-no-seat", product = product.as_str())
            }
            LicenseRefused::NoSeat { product, suspended: true } => {
                fl!(t, "refusal-seat-suspended", product = product.as_str())
            }
            LicenseRefused::SeatTakenBack { product } => {
                fl!(t, "refusal-seat-taken-back", product = product.as_str())
            }
            LicenseRefused::TooManyDevices { most } => {
                fl!(t, "refusal-too-many-devices", most = i64::from(*most))
            }
            LicenseRefused::PrivacyNotAccepted { current } => {
                fl!(t, "refusal-privacy-not-accepted", current = current.as_str())
            }
            LicenseRefused::SessionEnded => fl!(t, "refusal-session-ended"),
            LicenseRefused::KeyReused => fl!(t, "refusal-key-reused"),
        }
    }
}
