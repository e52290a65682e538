//! The stories of people and how they get in, each told on both engines.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod acting;
mod api_keys;
mod browser;
mod forgotten;
mod hosts;
mod links;
mod passwords;
mod profile;
mod races;
mod register;
mod sessions;
mod setup;
mod sign_in;
mod sign_in_again;
mod stays;
mod sweep;
mod throttled;
mod vendor;
mod world;

pub use world::World as TestApp;
