//! What this part of the room refuses, for people.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramRefused {
    ClientIdTaken,
    /// Programs on people's machines keep no secret, so there is none to change.
    NoSecret,
    UnknownProgram,
    WrongRedirect,
    UnknownUserCode,
}

impl Refusal for ProgramRefused {
    fn kind(&self) -> Kind {
        match self {
            ProgramRefused::ClientIdTaken | ProgramRefused::NoSecret => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            ProgramRefused::ClientIdTaken => "client-id-taken",
            ProgramRefused::NoSecret => "no-secret",
            ProgramRefused::UnknownProgram => "unknown-program",
            ProgramRefused::WrongRedirect => "wrong-redirect",
            ProgramRefused::UnknownUserCode => "unknown-user-code",
        }
    }
    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            ProgramRefused::ClientIdTaken => fl!(t, "refused-client-id-taken"),
            ProgramRefused::NoSecret => fl!(t, "refused-no-secret"),
            ProgramRefused::UnknownProgram => fl!(t, "refused-unknown-program"),
            ProgramRefused::WrongRedirect => fl!(t, "refused-wrong-redirect"),
            ProgramRefused::UnknownUserCode => fl!(t, "refused-unknown-user-code"),
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            ProgramRefused::ClientIdTaken => Some("client_id"),
            ProgramRefused::UnknownUserCode => Some("user_code"),
            _ => None,
        }
    }
}
