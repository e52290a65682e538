//! What the stories of the rooms are told with: a fresh PostgreSQL database for each test.
//! It refuses to know any room. Start with [`postgres`].

pub mod postgres;
