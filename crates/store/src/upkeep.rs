//! What is done to the database from outside of the house: looked at without touching it, copied while it is in use.

use crate::{
    conn::{Conn, Engine},
    db::{Address, make_place},
    lanes, migrate,
};
use kernel::{Error, Result, Timestamp};
use std::{path::Path, thread};

/// The database as it was found.
#[derive(Debug, Clone)]
pub struct Look {
    pub engine: Engine,
    /// `3.51.1`, `17.6 (Debian ...)`.
    pub version: String,
    pub schema: Schema,
    /// What the database's own machine takes the time for, where it is another one.
    pub time: Option<Timestamp>,
    /// What is broken inside, in the engine's words. PostgreSQL tells that elsewhere.
    pub broken: Vec<String>,
}

/// How the schema of the database stands to the one of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schema {
    Current,
    /// Steps that this program would still take, all of them in an empty database.
    Behind(Vec<String>),
    /// Steps that this program does not know: a newer one has been here.
    Ahead(Vec<String>),
    /// A step that was changed after it had run.
    Changed(String),
}

/// Looks, and changes nothing. With `deep` every page and every reference is read.
pub fn look(address: &Address, deep: bool) -> Result<Look> {
    apart(address, move |address| {
        let mut conn = address.connect(true)?;
        let engine = conn.engine();
        Ok(Look {
            engine,
            version: version(&mut conn)?,
            schema: schema(&mut conn)?,
            time: time(&mut conn)?,
            broken: if deep { broken(&mut conn)? } else { vec![] },
        })
    })
}

/// Copies a SQLite database, as it is at one moment, into a new file. Whoever writes meanwhile is not held up.
pub fn copy_sqlite(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Err(Error::fault(format!("there is no database {}", from.display())));
    }
    let mut conn = Address::Sqlite(from.to_owned()).connect(true)?;
    conn.batch("PRAGMA query_only = OFF")?;
    // SQLite fills an empty file that is there, and leaves its rights.
    make_place(to).map_err(Error::fault)?;
    conn.execute("VACUUM INTO $1", &[&to.to_string_lossy().into_owned()])?;
    std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(Error::fault)
}

/// On a thread of its own: the caller may be inside a runtime, and the PostgreSQL driver drives one.
fn apart<T: Send + 'static>(
    address: &Address,
    work: impl FnOnce(&Address) -> Result<T> + Send + 'static,
) -> Result<T> {
    let address = address.clone();
    thread::spawn(move || work(&address)).join().map_err(|panic| Error::fault(lanes::words(&*panic)))?
}

fn text(conn: &mut Conn, sql: &str) -> Result<String> {
    conn.rows(sql, &[])?.first_mut().ok_or_else(Error::not_found)?.take()
}

fn version(conn: &mut Conn) -> Result<String> {
    match conn.engine() {
        Engine::Sqlite => text(conn, "SELECT sqlite_version()"),
        Engine::Postgres => text(conn, "SELECT current_setting('server_version')"),
    }
}

fn time(conn: &mut Conn) -> Result<Option<Timestamp>> {
    if conn.engine() == Engine::Sqlite {
        return Ok(None);
    }
    let sql = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
    conn.rows(sql, &[])?.first_mut().map(|row| row.take()).transpose()
}

fn schema(conn: &mut Conn) -> Result<Schema> {
    let known = match conn.engine() {
        Engine::Sqlite => "SELECT 1 FROM sqlite_schema WHERE name = 'migrations'",
        Engine::Postgres => "SELECT 1 WHERE to_regclass('migrations') IS NOT NULL",
    };
    let mut done: Vec<(String, String)> = vec![];
    if !conn.rows(known, &[])?.is_empty() {
        for row in &mut conn.rows("SELECT name, digest FROM migrations ORDER BY name", &[])? {
            done.push((row.take()?, row.take()?));
        }
    }
    Ok(migrate::compare(&done))
}

fn broken(conn: &mut Conn) -> Result<Vec<String>> {
    if conn.engine() == Engine::Postgres {
        return Ok(vec![]);
    }
    let mut found = vec![];
    for row in &mut conn.rows("PRAGMA integrity_check(20)", &[])? {
        found.push(row.take::<String>()?);
    }
    found.retain(|line| line != "ok");
    for row in conn.rows("PRAGMA foreign_key_check", &[])?.iter_mut().take(20) {
        let (table, _, parent): (String, Option<i64>, String) = (row.take()?, row.take()?, row.take()?);
        found.push(format!("a row of {table} names one of {parent} that is not there"));
    }
    Ok(found)
}
