//! The database, synchronous inside and asynchronous at the door: commands, queries, audit, outbox, jobs.
//! The only crate that knows SQLite from PostgreSQL; it refuses to know any table of a room.
//! Start with [`Db`], then [`Command`].

mod audit;
mod command;
mod conn;
mod db;
pub mod jobs;
mod lanes;
pub mod migrate;
mod postgres;
mod read;
mod sqlite;
mod sweep;
pub mod upkeep;
mod value;

pub use audit::Event;
pub use command::Command;
pub use conn::Engine;
pub use db::{Address, Db};
pub use jobs::{Done, Job, Jobs, Subscriptions, Work};
pub use read::Read;
pub use sweep::{DEAD_JOBS, Spent};
pub use value::{Bind, Cell, FromCell, FromRow, Param, Row, escaped_like, places};
