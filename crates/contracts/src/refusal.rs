//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The number stands for another order.
    OrderNumberUsed {
        number: String,
    },
    /// The order has landed, in another team than was chosen now.
    LandingChosen {
        team: String,
    },
    /// Somebody works for several partners and did not say for which one the order is.
    PartnerNotNamed,
    /// Its time is over: there are no seats to move.
    SubscriptionEnded,
    /// Its order waits for the choice of a team.
    NotLanded,
    SameTeam {
        team: String,
    },
    /// These are not in the team, or have no seat that could go along.
    NotHolders {
        people: String,
    },
    NobodyNamed,
    /// People who would stay would have no seat.
    SeatsInUse {
        product: String,
        missing: i64,
    },
    /// More people would come than there are seats.
    NoRoom {
        product: String,
        team: String,
        missing: i64,
    },
    /// What would happen now is not what was shown.
    PlanChanged,
    /// The team has subscriptions that run or are to start, or seats.
    TeamInUse {
        subscriptions: i64,
        seats: i64,
    },
    /// To count to a contract one needs a seat.
    NoSeatToBind,
    /// As many are bound to the subscription as it has seats.
    SubscriptionFull {
        number: String,
    },
}

impl Refusal for Refused {
    fn kind(&self) -> Kind {
        match self {
            Refused::PartnerNotNamed | Refused::NobodyNamed => Kind::Invalid,
            _ => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Refused::OrderNumberUsed { .. } => "order-number-used",
            Refused::LandingChosen { .. } => "landing-chosen",
            Refused::PartnerNotNamed => "partner-not-named",
            Refused::SubscriptionEnded => "subscription-ended",
            Refused::NotLanded => "not-landed",
            Refused::SameTeam { .. } => "same-team",
            Refused::NotHolders { .. } => "not-holders",
            Refused::NobodyNamed => "nobody-comes-along",
            Refused::SeatsInUse { .. } => "seats-in-use",
            Refused::NoRoom { .. } => "no-room",
            Refused::PlanChanged => "plan-changed",
            Refused::TeamInUse { .. } => "team-in-use",
            Refused::NoSeatToBind => "no-seat-to-bind",
            Refused::SubscriptionFull { .. } => "subscription-full",
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
            Refused::SubscriptionEnded => fl!(t, "refused-subscription-ended"),
            Refused::NotLanded => fl!(t, "refused-not-landed"),
            Refused::SameTeam { team } => fl!(t, "refused-same-team", team = team.as_str()),
            Refused::NotHolders { people } => fl!(t, "refused-not-holders", people = people.as_str()),
            Refused::NobodyNamed => fl!(t, "refused-nobody-named"),
            Refused::SeatsInUse { product, missing } => {
                let count = *missing;
                fl!(t, "refused-seats-in-use", product = product.as_str(), count = count)
            }
            Refused::NoRoom { product, team, missing } => {
                let count = *missing;
                fl!(t, "refused-no-room", product = product.as_str(), team = team.as_str(), count = count)
            }
            Refused::PlanChanged => fl!(t, "refused-plan-changed"),
            Refused::TeamInUse { subscriptions, seats } => {
                let (subscriptions, seats) = (*subscriptions, *seats);
                fl!(t, "refused-team-in-use", subscriptions = subscriptions, seats = seats)
            }
            Refused::NoSeatToBind => fl!(t, "refused-no-seat-to-bind"),
            Refused::SubscriptionFull { number } => {
                fl!(t, "refused-subscription-full", number = number.as_str())
            }
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Refused::OrderNumberUsed { .. } => Some("number"),
            Refused::LandingChosen { .. } | Refused::SameTeam { .. } => Some("team"),
            Refused::PartnerNotNamed => Some("partner"),
            Refused::NotHolders { .. } | Refused::NobodyNamed => Some("people"),
            Refused::SubscriptionFull { .. } => Some("subscription"),
            _ => None,
        }
    }
}
