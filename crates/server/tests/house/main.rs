//! The rules of the house, each held by a test; ARCHITECTURE.md says which by which. Start with [`doors`].

mod asks;
mod doors;
mod exceptions;
mod founding;
mod generated;
mod names;
mod openapi;
mod rooms;
mod routes;
mod source;
mod sql;
mod texts;
mod world;
