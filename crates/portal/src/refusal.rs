//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Lang, Refusal};

/// People who were picked, and nothing can be done with them.
#[derive(Debug)]
pub(crate) enum Unpicked {
    /// Nobody is in the team, or nobody any more.
    Nobody,
    /// All of them have been in.
    NobodyWaits,
    TooMany {
        most: i64,
    },
}

impl Refusal for Unpicked {
    fn code(&self) -> &'static str {
        match self {
            Unpicked::Nobody => "nobody-picked",
            Unpicked::NobodyWaits => "nobody-waits",
            Unpicked::TooMany { .. } => "too-many-picked",
        }
    }
    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Unpicked::Nobody => fl!(t, "refused-nobody"),
            Unpicked::NobodyWaits => fl!(t, "refused-nobody-waits"),
            Unpicked::TooMany { most } => {
                fl!(t, "refused-too-many", most = web::format::number(most.unsigned_abs(), lang))
            }
        }
    }
}

/// The person keeps the assignment but has no seat to work on.
#[derive(Debug)]
pub(crate) struct SeatSuspended {
    pub product: String,
    pub team: String,
}

impl Refusal for SeatSuspended {
    fn code(&self) -> &'static str {
        "seat-suspended"
    }
    fn sentence(&self, lang: Lang) -> String {
        fl!(texts(lang), "refused-suspended", product = self.product.as_str(), team = self.team.as_str())
    }
}
