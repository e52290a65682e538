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
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            SeatRefusal::NobodyChosen => Some("person"),
            SeatRefusal::NothingChosen => Some("pool"),
            _ => None,
        }
    }
}
