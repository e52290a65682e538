//! What the stories of the rooms are told with: an empty database on either engine, a clock, a chance, a folder; and
//! those of the whole server: the real program, somebody who calls it, a mail server.
//! It refuses to know any room: who and what a story begins with is the room's own [`Setting`]. Start with [`run`].

mod door;
mod ground;
pub mod http;
pub mod postgres;
pub mod process;
pub mod smtp;

pub use door::{Answer, at_once, statuses_at_once};
pub use ground::{Engine, Ground, MORNING, Setting, Time, chance, run};
pub use testkit_macros::both_engines;
