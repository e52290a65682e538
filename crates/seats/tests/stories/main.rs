//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod api;
mod assign;
mod capacity;
mod chance;
mod group_pages;
mod groups;
mod import_pages;
mod imports;
mod keeping;
mod leave;
mod leaving_pages;
mod model;
mod pages;
mod races;
mod release;
mod rooms_above;
mod world;

pub use world::World as TestApp;
