//! The database's copy: by SQLite itself, or by `pg_dump`.

use kernel::{Error, Result};
use percent_encoding::percent_decode_str;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use store::{Address, upkeep};
use url::Url;

pub(super) const SQLITE: &str = "plats.db";
pub(super) const POSTGRES: &str = "plats.dump";

/// The name of the copy in the folder.
pub(super) fn copy(address: &Address, folder: &Path) -> Result<String> {
    match address {
        Address::Sqlite(path) => {
            let to = folder.join(SQLITE);
            upkeep::copy_sqlite(path, &to)?;
            let broken = upkeep::look(&Address::Sqlite(to), true)?.broken;
            match broken.first() {
                Some(first) => {
                    Err(Error::fault(format!("the database is broken, so this is no backup: {first}")))
                }
                None => Ok(SQLITE.into()),
            }
        }
        Address::Postgres(url) => dump(url, &folder.join(POSTGRES)).map(|()| POSTGRES.into()),
    }
}

fn dump(url: &str, to: &Path) -> Result<()> {
    let open = open_url(url)?;
    let Some(program) = find("pg_dump") else {
        return Err(Error::fault(format!(
            "pg_dump is not installed here (Debian: apt-get install postgresql-client). Install it, or copy the \
             database yourself, then all else with --without-database:\n  {}",
            dump_words(&open.url, to)
        )));
    };
    let mut command = Command::new(program);
    command.arg("--format=custom").arg("--no-owner").arg("--file").arg(to).arg("--dbname").arg(&open.url);
    // In the environment and not among the arguments, which everybody on the machine can read.
    if let Some(password) = open.password {
        command.env("PGPASSWORD", password);
    }
    let ended =
        command.output().map_err(|error| Error::fault(format!("pg_dump cannot be started: {error}")))?;
    match ended.status.success() {
        true => Ok(()),
        false => {
            let why = String::from_utf8_lossy(&ended.stderr);
            Err(Error::fault(format!("pg_dump did not come to the end: {}", why.trim())))
        }
    }
}

fn dump_words(url: &str, to: &Path) -> String {
    format!("pg_dump --format=custom --no-owner --file '{}' --dbname '{url}'", to.display())
}

/// An address that may be shown, and its password.
pub(super) struct OpenUrl {
    pub url: String,
    password: Option<String>,
}

pub(super) fn open_url(url: &str) -> Result<OpenUrl> {
    let mut open = Url::parse(url).map_err(|error| Error::fault(format!("database is no url: {error}")))?;
    let password =
        open.password().map(|password| percent_decode_str(password).decode_utf8_lossy().into_owned());
    if password.is_some() {
        open.set_password(None).map_err(|()| Error::fault("database is no url of a server"))?;
    }
    Ok(OpenUrl { url: open.into(), password })
}

/// On the path; or where Debian keeps it, the newest of several.
fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    on_path.or_else(|| {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
        let number = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
        let newest = versions.map(|entry| entry.path()).max_by_key(number)?;
        Some(newest.join("bin").join(program)).filter(|file| file.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_shown_nowhere() {
        let open = open_url("postgres://plats:p%40ss@db.example:5433/plats?sslmode=require").unwrap();
        assert_eq!(open.url, "postgres://plats@db.example:5433/plats?sslmode=require");
        assert_eq!(open.password.as_deref(), Some("p@ss"));
        assert_eq!(open_url("postgres://localhost/plats").unwrap().password, None);
    }
}
