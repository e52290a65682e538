//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

extern crate self as testkit;

mod api;
mod assign;
mod capacity;
mod chance;
mod pages;
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod races;
mod release;
mod rooms_above;
mod world;

pub use world::{Engine, World as TestApp, run};
