//! What nobody should send, sent over HTTP: each gets a clear refusal, and leaves nothing.

mod addresses;
mod doors;
mod forms;
mod json;
mod links;
mod orders;
mod tabs;
mod too_large;
mod world;
