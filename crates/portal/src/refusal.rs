//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Lang, Refusal};

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
