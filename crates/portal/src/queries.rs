//! Every SQL statement of the room: joins over the tables of all rooms, none of them a write.

mod home;
mod people;
mod vendor;

pub(crate) use home::*;
pub(crate) use people::*;
pub(crate) use vendor::*;

/// The first text behind all that begin with this.
fn behind(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}
