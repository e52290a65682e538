//! Facts that stand in the way of giving or taking back a seat.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeatRefusal {
    NoFreeSeat {
        product: String,
        wanted: i64,
        free: i64,
    },
    AlreadyAssigned {
        product: String,
        person: String,
    },
    /// Of the pool's team. Whether there is such a person elsewhere is not said.
    NotAMember,
    NotAssigned,
    NobodyChosen,
    NothingChosen,
    /// A group or the default of the team brings it, so taking it back would not last.
    ComesAlong {
        product: String,
        person: String,
        /// The names of the groups; empty when everybody in the team gets it.
        groups: Vec<String>,
    },
    /// No members of the team have these addresses.
    Strangers {
        addresses: Vec<String>,
    },
    GroupNameTaken,
    TooManyGroups {
        most: i64,
    },
}

impl Refusal for SeatRefusal {
    fn kind(&self) -> Kind {
        match self {
            SeatRefusal::NobodyChosen | SeatRefusal::NothingChosen => Kind::Invalid,
            _ => Kind::Conflict,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            SeatRefusal::NoFreeSeat { .. } => "no-free-seat",
            SeatRefusal::AlreadyAssigned { .. } => "already-assigned",
            SeatRefusal::NotAMember => "not-a-member",
            SeatRefusal::NotAssigned => "not-assigned",
            SeatRefusal::NobodyChosen => "nobody-chosen",
            SeatRefusal::NothingChosen => "nothing-chosen",
            SeatRefusal::ComesAlong { .. } => "comes-along",
            SeatRefusal::Strangers { .. } => "not-members",
            SeatRefusal::GroupNameTaken => "group-name-taken",
            SeatRefusal::TooManyGroups { .. } => "too-many-groups",
        }
    }
    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            SeatRefusal::NoFreeSeat { product, wanted: 1, .. } => {
                fl!(t, "refusal-no-free-seat", product = product.as_str())
            }
            SeatRefusal::NoFreeSeat { product, wanted, free } => {
                let (wanted, free, missing) = (*wanted, *free, wanted - free);
                fl!(
                    t,
                    "refusal-seats-missing",
                    product = product.as_str(),
                    wanted = wanted,
                    free = free,
                    missing = missing
                )
            }
            SeatRefusal::AlreadyAssigned { product, person } => {
                fl!(t, "refusal-already-assigned", product = product.as_str(), person = person.as_str())
            }
            SeatRefusal::NotAMember => fl!(t, "refusal-not-a-member"),
            SeatRefusal::NotAssigned => fl!(t, "refusal-not-assigned"),
            SeatRefusal::NobodyChosen => fl!(t, "refusal-nobody-chosen"),
            SeatRefusal::NothingChosen => fl!(t, "refusal-nothing-chosen"),
            SeatRefusal::ComesAlong { product, person, groups } if groups.is_empty() => {
                fl!(t, "refusal-comes-by-default", product = product.as_str(), person = person.as_str())
            }
            SeatRefusal::ComesAlong { product, person, groups } => fl!(
                t,
                "refusal-comes-along",
                product = product.as_str(),
                person = person.as_str(),
                count = groups.len(),
                groups = groups.join(", ")
            ),
            SeatRefusal::Strangers { addresses } => {
                let shown = addresses.iter().take(10).map(String::as_str).collect::<Vec<_>>().join(", ");
                let more = addresses.len().saturating_sub(10);
                fl!(t, "refusal-strangers", addresses = shown, more = more)
            }
            SeatRefusal::GroupNameTaken => fl!(t, "refusal-group-name-taken"),
            SeatRefusal::TooManyGroups { most } => {
                let most = *most;
                fl!(t, "refusal-too-many-groups", most = most)
            }
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            SeatRefusal::NobodyChosen => Some("person"),
            SeatRefusal::NothingChosen => Some("pool"),
            SeatRefusal::GroupNameTaken => Some("name"),
            SeatRefusal::Strangers { .. } => Some("people"),
            _ => None,
        }
    }
}
