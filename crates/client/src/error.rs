//! Everything that can stand between a person and a license.

use lease::Refused;

/// The language of the texts for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    English,
    Swedish,
}

impl Language {
    /// Reads `sv`, `sv_SE.UTF-8`, `sv-FI`; everything else is English.
    pub fn from_tag(tag: &str) -> Self {
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
        if name.eq_ignore_ascii_case("sv") { Self::Swedish } else { Self::English }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
        }
    }
}

/// Why there is no license. `code` is for programs, [`LicenseError::advice`] for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LicenseError {
    #[error("no seat is free or assigned")]
    NoSeat,
    #[error("the seat was taken back")]
    SeatTakenBack,
    #[error("too many devices are in use")]
    TooManyDevices,
    #[error("the privacy statement is not accepted")]
    PrivacyNotAccepted,
    #[error("the license does not cover this version")]
    VersionNotCovered,
    #[error("the clock was set back")]
    ClockSetBack,
    #[error("the lease is over and the server was not reached")]
    LeaseExpired,
    #[error("the lease begins later")]
    NotYetValid,
    #[error("the lease belongs to another device")]
    WrongDevice,
    #[error("the lease belongs to another product")]
    WrongProduct,
    #[error("nobody is signed in")]
    SignedOut,
    #[error("the session was ended")]
    SessionEnded,
    #[error("the sign-in was declined")]
    SignInDeclined,
    #[error("the sign-in was not completed in time")]
    SignInTimedOut,
    #[error("no browser could be opened: {0}")]
    NoBrowser(String),
    #[error("the server was not reached: {0}")]
    ServerUnreachable(String),
    #[error("the server's answer makes no sense: {0}")]
    BadAnswer(String),
    #[error("a signed document was not believed: {0}")]
    Unbelievable(#[from] Refused),
    /// A refusal that this SDK has no own words for: the server's code and its sentences.
    #[error("refused: {code}: {title}")]
    Refused { code: String, title: String, detail: Option<String> },
    #[error("the store cannot be used: {0}")]
    Store(String),
    #[error("wrong setting: {0}")]
    Settings(String),
}

impl LicenseError {
    /// The stable code, the same as the server's where the refusal came from there.
    pub fn code(&self) -> &str {
        match self {
            Self::NoSeat => "no-seat",
            Self::SeatTakenBack => "seat-taken-back",
            Self::TooManyDevices => "too-many-devices",
            Self::PrivacyNotAccepted => "privacy-not-accepted",
            Self::VersionNotCovered => "version-not-covered",
            Self::ClockSetBack => "clock-set-back",
            Self::LeaseExpired => "lease-expired",
            Self::NotYetValid => "not-yet-valid",
            Self::WrongDevice => "wrong-device",
            Self::WrongProduct => "wrong-product",
            Self::SignedOut => "signed-out",
            Self::SessionEnded => "session-ended",
            Self::SignInDeclined => "sign-in-declined",
            Self::SignInTimedOut => "sign-in-timed-out",
            Self::NoBrowser(_) => "no-browser",
            Self::ServerUnreachable(_) => "server-unreachable",
            Self::BadAnswer(_) => "bad-answer",
            Self::Unbelievable(refused) => refused.code(),
            Self::Refused { code, .. } => code,
            Self::Store(_) => "store",
            Self::Settings(_) => "settings",
        }
    }

    /// The server's refusal by its code.
    pub(crate) fn from_code(code: String, title: String, detail: Option<String>) -> Self {
        match code.as_str() {
            "no-seat" => Self::NoSeat,
            "seat-taken-back" => Self::SeatTakenBack,
            "too-many-devices" => Self::TooManyDevices,
            "privacy-not-accepted" => Self::PrivacyNotAccepted,
            "version-not-covered" => Self::VersionNotCovered,
            "session-ended" => Self::SessionEnded,
            _ => Self::Refused { code, title, detail },
        }
    }

    /// Nothing was decided: a lease that still holds goes on holding.
    pub(crate) fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::ServerUnreachable(_)
                | Self::BadAnswer(_)
                | Self::Unbelievable(_)
                | Self::Store(_)
                | Self::SignedOut
        )
    }

    /// The server decided that this device works no longer, whatever its lease says.
    pub(crate) fn ends_the_lease(&self) -> bool {
        matches!(self, Self::NoSeat | Self::SeatTakenBack | Self::TooManyDevices | Self::SessionEnded)
    }
}
