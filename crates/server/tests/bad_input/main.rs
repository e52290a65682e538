//! What nobody should send, sent over HTTP: each gets a clear refusal, and leaves nothing.

mod addresses;
mod forms;
mod json;
mod links;
mod orders;
mod tabs;
mod world;
