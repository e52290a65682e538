//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod api;
mod builds;
mod chance;
mod downloads;
mod files;
mod pages;
mod products;
mod sweep;
mod world;

pub use world::World as TestApp;
