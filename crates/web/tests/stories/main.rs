//! The doors that every request passes: what they write into the log, and how they answer when something is wrong.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod foreign;
mod frame;
mod journal;
mod panics;
mod refusals;
mod world;
