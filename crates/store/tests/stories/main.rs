//! The database as the rooms know it: what a command hears when others are in the way, and what leaves by itself.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod address;
mod busy;
mod sweep;
mod world;
