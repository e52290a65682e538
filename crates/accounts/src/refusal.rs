//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Said alike of an unknown address and of a wrong password.
    WrongPassword,
    WeakPassword,
    /// The present password, asked for before a change, is not it.
    WrongPresentPassword,
    LinkUsed,
    LinkExpired,
    LinkRevoked,
    LinkUnknown,
    OperatorExists,
    WrongSetupCode,
    PartnerNumberTaken,
}

impl Refusal for Refused {
    fn kind(&self) -> Kind {
        match self {
            Refused::WrongPassword
            | Refused::WeakPassword
            | Refused::WrongPresentPassword
            | Refused::WrongSetupCode => Kind::Invalid,
            Refused::LinkUsed | Refused::LinkExpired | Refused::LinkRevoked | Refused::LinkUnknown => {
                Kind::Gone
            }
            Refused::OperatorExists | Refused::PartnerNumberTaken => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Refused::WrongPassword => "wrong-password",
            Refused::WeakPassword => "weak-password",
            Refused::WrongPresentPassword => "wrong-present-password",
            Refused::LinkUsed => "link-used",
            Refused::LinkExpired => "link-expired",
            Refused::LinkRevoked => "link-revoked",
            Refused::LinkUnknown => "link-unknown",
            Refused::OperatorExists => "operator-exists",
            Refused::WrongSetupCode => "wrong-setup-code",
            Refused::PartnerNumberTaken => "partner-number-taken",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Refused::WrongPassword => fl!(t, "refused-wrong-password"),
            Refused::WeakPassword => fl!(t, "refused-weak-password"),
            Refused::WrongPresentPassword => fl!(t, "refused-wrong-present-password"),
            Refused::LinkUsed => fl!(t, "refused-link-used"),
            Refused::LinkExpired => fl!(t, "refused-link-expired"),
            Refused::LinkRevoked => fl!(t, "refused-link-revoked"),
            Refused::LinkUnknown => fl!(t, "refused-link-unknown"),
            Refused::OperatorExists => fl!(t, "refused-operator-exists"),
            Refused::WrongSetupCode => fl!(t, "refused-wrong-setup-code"),
            Refused::PartnerNumberTaken => fl!(t, "refused-partner-number-taken"),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Refused::WrongPassword | Refused::WeakPassword => Some("password"),
            Refused::WrongPresentPassword => Some("present"),
            Refused::WrongSetupCode => Some("code"),
            Refused::PartnerNumberTaken => Some("number"),
            _ => None,
        }
    }
}
