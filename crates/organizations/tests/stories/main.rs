//! The room's stories, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod accept;
mod api;
mod correct;
mod handover;
mod invite;
mod races;
mod refused;
mod removed;
mod resend;
mod roles;
mod search;
mod teams;
mod world;

pub use world::World as TestApp;
