//! The one ordered history of the schema, append only: expand, then contract.

use crate::{
    conn::{Conn, Engine},
    upkeep::Schema,
};
use kernel::{Error, Result, Timestamp, secret::hex};
use sha2::{Digest, Sha256};

const HISTORY: &[(&str, &str)] = &[
    ("0001_store", include_str!("../migrations/0001_store.sql")),
    ("0002_web", include_str!("../migrations/0002_web.sql")),
    ("0003_notifications", include_str!("../migrations/0003_notifications.sql")),
    ("0004_accounts", include_str!("../migrations/0004_accounts.sql")),
    ("0005_organizations", include_str!("../migrations/0005_organizations.sql")),
    ("0006_catalog", include_str!("../migrations/0006_catalog.sql")),
    ("0007_contracts", include_str!("../migrations/0007_contracts.sql")),
    ("0008_seats", include_str!("../migrations/0008_seats.sql")),
    ("0009_licensing", include_str!("../migrations/0009_licensing.sql")),
    ("0010_grants", include_str!("../migrations/0010_grants.sql")),
    ("0011_oauth", include_str!("../migrations/0011_oauth.sql")),
    ("0012_search", include_str!("../migrations/0012_search.sql")),
    ("0013_counted", include_str!("../migrations/0013_counted.sql")),
    ("0014_organizations_removed", include_str!("../migrations/0014_organizations_removed.sql")),
    ("0015_seats_groups", include_str!("../migrations/0015_seats_groups.sql")),
    ("0016_organizations_words", include_str!("../migrations/0016_organizations_words.sql")),
    ("0017_contracts_takeovers", include_str!("../migrations/0017_contracts_takeovers.sql")),
    ("0018_organizations_archived", include_str!("../migrations/0018_organizations_archived.sql")),
    ("0019_grants_archived", include_str!("../migrations/0019_grants_archived.sql")),
    ("0020_seats_pinned", include_str!("../migrations/0020_seats_pinned.sql")),
    ("0021_contracts_binding", include_str!("../migrations/0021_contracts_binding.sql")),
    ("0022_seats_imports", include_str!("../migrations/0022_seats_imports.sql")),
];

/// Brings the schema up to date, one step a transaction; several nodes may try at once.
pub(crate) fn run(conn: &mut Conn, now: Timestamp) -> Result<()> {
    conn.batch(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, digest TEXT NOT NULL, at BIGINT NOT NULL)",
    )?;
    for (name, sql) in HISTORY {
        let begin = match conn.engine() {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN; LOCK TABLE migrations IN EXCLUSIVE MODE",
        };
        conn.batch(begin)?;
        if let Err(error) = step(conn, name, sql, now) {
            let _ = conn.batch("ROLLBACK");
            return Err(error);
        }
        conn.batch("COMMIT")?;
    }
    Ok(())
}

fn step(conn: &mut Conn, name: &str, sql: &str, now: Timestamp) -> Result<()> {
    let digest = hex(&Sha256::digest(sql));
    let mut done = conn.rows("SELECT digest FROM migrations WHERE name = $1", &[&name])?;
    if let Some(row) = done.first_mut() {
        return match row.take::<String>()? == digest {
            true => Ok(()),
            false => Err(Error::fault(format!("migration {name} was changed after it had run"))),
        };
    }
    conn.batch(&spell(sql, conn.engine()))?;
    conn.execute("INSERT INTO migrations (name, digest, at) VALUES ($1, $2, $3)", &[&name, &digest, &now])?;
    Ok(())
}

/// How what was done stands to what this program would do.
pub(crate) fn compare(done: &[(String, String)]) -> Schema {
    let is_known = |name: &String| HISTORY.iter().any(|(known, _)| known == name);
    let ahead: Vec<String> =
        done.iter().map(|(name, _)| name.clone()).filter(|name| !is_known(name)).collect();
    if !ahead.is_empty() {
        return Schema::Ahead(ahead);
    }
    let mut behind = vec![];
    for (name, sql) in HISTORY {
        match done.iter().find(|(known, _)| known == name) {
            Some((_, digest)) if *digest != hex(&Sha256::digest(sql)) => {
                return Schema::Changed((*name).into());
            }
            Some(_) => {}
            None => behind.push((*name).into()),
        }
    }
    if behind.is_empty() { Schema::Current } else { Schema::Behind(behind) }
}

/// PostgreSQL orders text by the database's language unless told not to; keyset pages need bytes.
fn spell(sql: &str, engine: Engine) -> String {
    match engine {
        Engine::Sqlite => sql.to_owned(),
        Engine::Postgres => sql.replace(" TEXT", " TEXT COLLATE \"C\"").replace(" BLOB", " BYTEA"),
    }
}

/// The schema as it is written, for `generated/schema.sql`.
pub fn history() -> String {
    HISTORY.iter().map(|(name, sql)| format!("-- {name}\n{sql}\n")).collect()
}
