//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod charges;
mod crew;
mod ends;
mod hand_over;
mod landing;
mod moving;
mod orders;
mod pages;
mod races;
mod refused;
mod resting;
mod takeover;
mod takeover_by_itself;
mod takeover_pages;
mod takeover_races;
mod terms;
mod world;

pub use world::World as TestApp;
