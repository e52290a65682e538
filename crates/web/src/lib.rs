//! The kit that every room uses: the page frame, parts of the look, forms, the signed-in visitor, error pages.
//! It refuses to know any business: no table of a room, no rule. Start with [`layout`] and [`components`].

pub mod components;
pub mod layout;
mod texts;

pub use texts::Texts;

room_texts!("web");
