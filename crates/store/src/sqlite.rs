//! The embedded engine: one file, one writer, several readers.

use crate::{
    conn::Failure,
    value::{Bind, Cell, Param, Row},
};
use rusqlite::{
    Connection, OpenFlags,
    config::DbConfig,
    ffi::SQLITE_IOERR_WRITE,
    types::{Value, ValueRef},
};
use std::{collections::HashMap, path::Path, time::Duration};

type Answer<T> = Result<T, (Failure, String)>;

pub(crate) struct SqliteConn {
    conn: Connection,
    /// Statements as SQLite wants them, by how they were written.
    spelled: HashMap<String, String>,
}

impl SqliteConn {
    /// Durable by default: WAL, synced at each commit, foreign keys on.
    pub fn open(path: &Path, read_only: bool) -> Answer<Self> {
        let flags = match read_only {
            true => OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
            false => {
                OpenFlags::SQLITE_OPEN_READ_WRITE
                    | OpenFlags::SQLITE_OPEN_CREATE
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX
            }
        };
        let conn = Connection::open_with_flags(path, flags).map_err(failed)?;
        conn.busy_timeout(Duration::from_secs(10)).map_err(failed)?;
        conn.set_prepared_statement_cache_capacity(512);
        // Otherwise a plan that may depend on what is bound goes when that goes, and each use of a cached statement
        // compiles it anew.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(failed)?;
        let settings = match read_only {
            true => "PRAGMA query_only = ON; PRAGMA cache_size = -12000;",
            false => {
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
                 PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;"
            }
        };
        conn.execute_batch(settings).map_err(failed)?;
        Ok(SqliteConn { conn, spelled: HashMap::new() })
    }

    pub fn rows(&mut self, sql: &str, params: &[&dyn Bind]) -> Answer<Vec<Row>> {
        let sql = spell(&mut self.spelled, sql);
        let mut statement = self.conn.prepare_cached(sql).map_err(failed)?;
        bind(&mut statement, params)?;
        let columns = statement.column_count();
        let mut found = statement.raw_query();
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(failed)? {
            let cells = (0..columns).map(|at| row.get_ref(at).map(cell)).collect::<Result<Vec<_>, _>>();
            rows.push(Row::new(cells.map_err(failed)?));
        }
        Ok(rows)
    }

    pub fn execute(&mut self, sql: &str, params: &[&dyn Bind]) -> Answer<u64> {
        let sql = spell(&mut self.spelled, sql);
        let mut statement = self.conn.prepare_cached(sql).map_err(failed)?;
        bind(&mut statement, params)?;
        statement.raw_execute().map(|count| count as u64).map_err(failed)
    }

    /// One statement is kept for the next time, as `BEGIN` and `COMMIT` come with every request.
    pub fn batch(&mut self, sql: &str) -> Answer<()> {
        match sql.contains(';') {
            true => self.conn.execute_batch(sql).map_err(failed),
            false => {
                let mut statement = self.conn.prepare_cached(sql).map_err(failed)?;
                statement.raw_execute().map(|_| ()).map_err(failed)
            }
        }
    }

    pub fn in_transaction(&self) -> bool {
        !self.conn.is_autocommit()
    }
}

fn bind(statement: &mut rusqlite::CachedStatement<'_>, params: &[&dyn Bind]) -> Answer<()> {
    for (at, param) in params.iter().enumerate() {
        let value = match param.bind() {
            Param::Null => Value::Null,
            Param::Int(value) => Value::Integer(value),
            Param::Text(value) => Value::Text(value.into_owned()),
            Param::Bytes(value) => Value::Blob(value.into_owned()),
        };
        statement.raw_bind_parameter(at + 1, value).map_err(failed)?;
    }
    Ok(())
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(value) => Cell::Int(value),
        ValueRef::Real(value) => Cell::Int(value as i64),
        ValueRef::Text(value) => Cell::Text(String::from_utf8_lossy(value).into_owned()),
        ValueRef::Blob(value) => Cell::Bytes(value.to_vec()),
    }
}

fn failed(error: rusqlite::Error) -> (Failure, String) {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull};
    let failure = match error.sqlite_error() {
        Some(known) if matches!(known.code, DatabaseBusy | DatabaseLocked) => Failure::Retry,
        // A quota answers as a failed write and not as a full disk.
        Some(known) if known.code == DiskFull || known.extended_code == SQLITE_IOERR_WRITE => Failure::Full,
        _ => Failure::Other,
    };
    (failure, format!("SQLite: {error}"))
}

/// The shared dialect in SQLite's spelling: `$1` becomes `?1` (SQLite numbers `$` names by first appearance), and
/// row locks fall away, since the one writer needs none.
fn spell<'a>(spelled: &'a mut HashMap<String, String>, sql: &str) -> &'a str {
    if !spelled.contains_key(sql) {
        let locks = ["FOR UPDATE SKIP LOCKED", "FOR NO KEY UPDATE", "FOR UPDATE"];
        let text = locks.iter().fold(sql.replace('$', "?"), |text, lock| text.replace(lock, ""));
        spelled.insert(sql.to_owned(), text);
    }
    &spelled[sql]
}
