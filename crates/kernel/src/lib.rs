//! The words that every room shares: ids, time, chance, who acts, what a role may do, and how a refusal reads.
//! It refuses to know any framework, database or network; it never reads a clock by itself.
//! Start with [`policy`], the one table that decides, and [`error`], the shape of every refusal.

pub mod actor;
pub mod clock;
pub mod error;
pub mod fold;
pub mod house;
pub mod id;
pub mod lang;
pub mod person;
pub mod policy;
pub mod secret;

pub use actor::{Actor, FRESH, Who};
pub use clock::{Chance, Clock, Timestamp};
pub use error::{Error, FieldError, Kind, Refusal, Result};
pub use house::{Decides, House, TakeoverPolicy};
pub use id::*;
pub use lang::Lang;
pub use person::{Email, Name};
pub use policy::{Grant, Permission, Role, Scope};
pub use secret::Secret;
