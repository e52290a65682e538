//! What the stories of the rooms are told with: an empty database on either engine, a clock, a chance, a folder.
//! It refuses to know any room: who and what a story begins with is the room's own [`Setting`]. Start with [`run`].

mod ground;
pub mod postgres;

pub use ground::{Engine, Ground, MORNING, Setting, Time, chance, run};
pub use testkit_macros::both_engines;
