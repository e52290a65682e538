//! The built `plats` against a real server on a real port.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod catalog;
mod connecting;
mod described;
mod imports;
mod misbehaving;
mod orders;
mod publishing;
mod teams;
mod world;
