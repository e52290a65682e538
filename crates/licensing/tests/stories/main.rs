//! The room's stories; those with a database are told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod devices;
mod ends;
mod keys;
mod leases;
mod pages;
mod races;
mod refused;
mod sweep;
mod world;

pub use world::World as TestApp;
