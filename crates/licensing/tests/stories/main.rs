//! The room's stories; those with a database are told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

extern crate self as testkit;

mod devices;
mod ends;
mod keys;
mod leases;
mod pages;
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod races;
mod refused;
mod world;

pub use world::{Engine, World as TestApp, run};
