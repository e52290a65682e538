//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The number stands for another order.
    OrderNumberUsed { number: String },
    /// The order has landed, in another team than was chosen now.
    LandingChosen { team: String },
    /// Somebody works for several partners and did not say for which one the order is.
    PartnerNotNamed,
}

impl Refusal for Refused {
    fn kind(&self) -> Kind {
        match self {
            Refused::OrderNumberUsed { .. } | Refused::LandingChosen { .. } => Kind::Conflict,
            Refused::PartnerNotNamed => Kind::Invalid,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Refused::OrderNumberUsed { .. } => "order-number-used",
            Refused::LandingChosen { .. } => "landing-chosen",
            Refused::PartnerNotNamed => "partner-not-named",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Refused::OrderNumberUsed { number } => {
                fl!(t, "refused-order-number-used", number = number.as_str())
            }
            Refused::LandingChosen { team } => fl!(t, "refused-landing-chosen", team = team.as_str()),
            Refused::PartnerNotNamed => fl!(t, "refused-partner-not-named"),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Refused::OrderNumberUsed { .. } => Some("number"),
            Refused::LandingChosen { .. } => Some("team"),
            Refused::PartnerNotNamed => Some("partner"),
        }
    }
}
