//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

extern crate self as testkit;

mod landing;
mod orders;
mod pages;
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod races;
mod refused;
mod terms;
mod world;

pub use world::{Engine, World as TestApp, run};
