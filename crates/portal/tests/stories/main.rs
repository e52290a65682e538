//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod home;
mod people;
mod picked;
mod products;
mod search;
mod vendor;
mod world;

pub use world::World as TestApp;
