//! The rules of the house, each held by a test; ARCHITECTURE.md says which by which. Start with [`doors`].

mod answer;
mod asks;
mod commands;
mod doors;
mod exceptions;
mod founding;
mod generated;
mod jobs;
mod names;
mod openapi;
mod rooms;
mod routes;
mod source;
mod sql;
mod state;
mod tables;
mod texts;
mod world;
