//! One connection to either engine: rows, execute, batch. The only place where the two meet.

use crate::{
    postgres::PgConn,
    sqlite::SqliteConn,
    value::{Bind, Param, Row},
};
use kernel::{Error, Result};

/// Why a statement or a commit failed, as far as the runner has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Another transaction was in the way: run the command again.
    Retry,
    /// Another transaction was in the way for so long that waiting on is no use.
    Busy,
    /// The connection is gone: make a new one.
    Lost,
    /// The disk is full.
    Full,
    /// Everything else, such as a constraint that no rule had foreseen.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub(crate) enum Wire {
    Sqlite(SqliteConn),
    Postgres(Box<PgConn>),
}

pub(crate) struct Conn {
    wire: Wire,
    failure: Option<Failure>,
}

impl Conn {
    pub fn new(wire: Wire) -> Self {
        Conn { wire, failure: None }
    }

    pub fn engine(&self) -> Engine {
        match self.wire {
            Wire::Sqlite(_) => Engine::Sqlite,
            Wire::Postgres(_) => Engine::Postgres,
        }
    }

    pub fn rows(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<Vec<Row>> {
        check(params)?;
        let answer = match &mut self.wire {
            Wire::Sqlite(conn) => conn.rows(sql, params),
            Wire::Postgres(conn) => conn.rows(sql, params),
        };
        self.note(sql, answer)
    }

    pub fn execute(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<u64> {
        check(params)?;
        let answer = match &mut self.wire {
            Wire::Sqlite(conn) => conn.execute(sql, params),
            Wire::Postgres(conn) => conn.execute(sql, params),
        };
        self.note(sql, answer)
    }

    /// Statements without parameters, several at once.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        let answer = match &mut self.wire {
            Wire::Sqlite(conn) => conn.batch(sql),
            Wire::Postgres(conn) => conn.batch(sql),
        };
        self.note(sql, answer)
    }

    /// Whether the engine ended the transaction on its own (SQLite does when the disk is full).
    pub fn in_transaction(&self) -> bool {
        match &self.wire {
            Wire::Sqlite(conn) => conn.in_transaction(),
            Wire::Postgres(_) => true,
        }
    }

    /// The worst failure since it was last asked for.
    pub fn take_failure(&mut self) -> Option<Failure> {
        self.failure.take()
    }

    pub fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    fn note<T>(&mut self, sql: &str, answer: Result<T, (Failure, String)>) -> Result<T> {
        answer.map_err(|(failure, message)| {
            if self.failure != Some(Failure::Lost) {
                self.failure = Some(failure);
            }
            let start: String = sql.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
            if failure == Failure::Busy {
                tracing::warn!(message, start, "a lock was waited for in vain");
                return Error::busy();
            }
            if failure == Failure::Full {
                tracing::error!(message, start, "there is no space left to store anything");
                return Error::out_of_space();
            }
            Error::fault(format!("{message} ({start} ...)"))
        })
    }
}

/// PostgreSQL knows no text with a zero character in it, so neither engine is asked about one.
fn check(params: &[&dyn Bind]) -> Result<()> {
    let has_zero = |param: &&dyn Bind| matches!(param.bind(), Param::Text(text) if text.contains('\0'));
    if params.iter().any(has_zero) { Err(Error::field("request", "unreadable")) } else { Ok(()) }
}
