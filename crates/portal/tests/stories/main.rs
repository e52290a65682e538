//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

extern crate self as testkit;

mod home;
mod people;
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod products;
mod vendor;
mod world;

pub use world::{Engine, World as TestApp, run};
