//! The stories of programs that sign people in, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

extern crate self as testkit;

mod answers;
mod code;
mod device;
mod ends;
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod prompts;
mod rotation;
mod vendor;
mod world;

pub use world::{Engine, World as TestApp, run};
