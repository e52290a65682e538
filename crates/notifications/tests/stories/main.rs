//! The room's stories, told with a real database and a real mail server, on a clock that the test moves.

mod deliver;
mod mailbox;
mod queue;
mod world;
