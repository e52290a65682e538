//! How a backup is restored: a text in the backup itself, whose indented lines are for the shell.

use super::{BackupOptions, database, database::open_url};
use crate::Config;
use kernel::{Error, Result, Timestamp};
use std::path::{Path, absolute};
use store::Address;

pub(super) fn text(
    options: &BackupOptions,
    config: &Config,
    address: &Address,
    at: Timestamp,
) -> Result<String> {
    let (settings, data) = (quoted(&options.settings)?, quoted(&config.data)?);
    let (shown, restore) = match (address, options.without_database) {
        (_, true) => {
            (String::new(), "    # The database is not in this backup: restore it as you copy it.\n".into())
        }
        (Address::Sqlite(path), false) => sqlite(path)?,
        (Address::Postgres(url), false) => postgres(url)?,
    };
    Ok(format!(
        "A backup of Plats, {at}.\n\n\
         It holds the keys that sign licenses, and the passwords of the settings: whoever can read it can do as the\n\
         vendor does.\n\n\
         To restore it, stop platsd, go to this folder and enter these lines, as the user that platsd runs as. What\n\
         was there before is moved aside, to names that end in .before.\n\n\
         Nothing was damaged on the way:\n\n    sha256sum --check --quiet SHA256SUMS\n\n\
         Keys and builds:\n\n    data={data}\n    mkdir -p \"$data\"\n    \
         for part in keys builds; do if [ -e \"$data/$part\" ]; then mv \"$data/$part\" \"$data/$part.before\"; fi; done\n    \
         cp -a keys builds \"$data\"\n\n\
         The database:\n\n{shown}{restore}\n\
         The settings, where they are lost too (on another machine, change what is different there):\n\n    \
         if [ ! -e {settings} ]; then cp -a plats.toml {settings}; fi\n\n\
         Then let it be looked at, and start platsd again:\n\n    platsd doctor --config {settings}\n",
        at = at.rfc3339(),
    ))
}

fn sqlite(path: &Path) -> Result<(String, String)> {
    let lines = [
        "mkdir -p \"$(dirname \"$database\")\"",
        "for end in '' -wal -shm; do if [ -e \"$database$end\" ]; then mv \"$database$end\" \"$database.before$end\"; fi; done",
        &format!("cp -a {} \"$database\"", database::SQLITE),
    ];
    Ok((format!("    database={}\n", quoted(path)?), lines.map(|line| format!("    {line}\n")).concat()))
}

/// Into a database that is there, and perhaps empty; all or nothing.
fn postgres(url: &str) -> Result<(String, String)> {
    let url = shell(&open_url(url)?.url);
    let restore = format!(
        "    pg_restore --clean --if-exists --no-owner --single-transaction --dbname \"$database\" {}\n",
        database::POSTGRES
    );
    Ok((format!("    database={url}\n"), restore))
}

fn quoted(path: &Path) -> Result<String> {
    Ok(shell(&absolute(path).map_err(Error::fault)?.to_string_lossy()))
}

fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
