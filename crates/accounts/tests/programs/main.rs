//! The stories of programs that sign people in, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod answers;
mod code;
mod device;
mod ends;
mod me;
mod prompts;
mod rotation;
mod sweep;
mod vendor;
mod world;

pub use world::World as TestApp;
