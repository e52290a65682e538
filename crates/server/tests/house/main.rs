//! The rules of the house, each held by a test; ARCHITECTURE.md says which by which. Start with [`doors`].

mod asks;
mod doors;
mod exceptions;
mod founding;
mod generated;
mod openapi;
mod routes;
mod world;
