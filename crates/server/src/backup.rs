//! `platsd backup`: the database as it is at one moment, and the files that it names, in one new folder.
//!
//! The database comes first: files are named by their content and stay for two days after the last build has let go of
//! them, so that every file of the copied database is still there to be copied.

mod database;
mod files;
mod instruction;

use crate::Config;
use files::Copied;
use jiff::tz::TimeZone;
use kernel::{Error, Lang, Result, Timestamp};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};
use store::Address;
use web::format;

/// What to copy, and where to.
#[derive(Debug, Clone)]
pub struct BackupOptions {
    /// The file of the settings.
    pub settings: PathBuf,
    /// A folder that is not there yet.
    pub target: PathBuf,
    /// For those who copy their PostgreSQL by other means.
    pub without_database: bool,
}

/// A backup that was made.
#[derive(Debug, Clone)]
pub struct Backup {
    pub folder: PathBuf,
    pub at: Timestamp,
    /// The size of the database's copy; None when it was to be left out.
    pub database: Option<u64>,
    pub builds: Copied,
    pub keys: Copied,
    /// Files whose content is not what their name says: they were damaged before.
    pub damaged: Vec<String>,
}

pub const INSTRUCTION: &str = "RESTORE.txt";
const SUMS: &str = "SHA256SUMS";

/// Writes beside the target and names it at the end: what carries the name is whole.
pub fn backup(options: &BackupOptions, now: Timestamp) -> Result<Backup> {
    let config = Config::load(&options.settings)?;
    let target = std::path::absolute(&options.target).map_err(Error::fault)?;
    refuse_target(&config, &target)?;
    let unfinished = target.with_added_extension("unfinished");
    make_folder(&unfinished)?;
    let made = fill(options, &config, &unfinished, now)
        .and_then(|backup| fs::rename(&unfinished, &target).map(|()| backup).map_err(Error::fault));
    if made.is_err() {
        let _ = fs::remove_dir_all(&unfinished);
    }
    made.map(|backup| Backup { folder: target, ..backup })
}

fn refuse_target(config: &Config, target: &Path) -> Result<()> {
    let shown = target.display();
    if target.symlink_metadata().is_ok() {
        return Err(Error::fault(format!("{shown} is there already: name a folder that is not")));
    }
    let sources = ["builds", "keys"].map(|part| std::path::absolute(config.data.join(part)));
    if sources.iter().flatten().any(|source| target.starts_with(source)) {
        return Err(Error::fault(format!("{shown} lies within what is to be copied: name another folder")));
    }
    Ok(())
}

/// For nobody but its owner: keys and addresses are in it.
fn make_folder(path: &Path) -> Result<()> {
    let fault =
        |error: io::Error| Error::fault(format!("the folder {} cannot be made: {error}", path.display()));
    let mut builder = fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(fault)
}

fn fill(options: &BackupOptions, config: &Config, folder: &Path, at: Timestamp) -> Result<Backup> {
    let address = Address::parse(&config.database)?;
    let mut sums = files::Sums::default();
    let mut database = None;
    if !options.without_database {
        let copy = database::copy(&address, folder)?;
        database = Some(sums.add(folder, &copy)?);
    }
    let keys = files::copy(&config.data.join("keys"), folder, "keys", &mut sums)?;
    let builds = files::copy(&config.data.join("builds"), folder, "builds", &mut sums)?;
    files::copy_one(&options.settings, folder, "plats.toml", &mut sums)?;
    let instruction = instruction::text(options, config, &address, at)?;
    files::write(&folder.join(INSTRUCTION), &instruction)?;
    files::write(&folder.join(SUMS), &sums.text())?;
    let damaged = sums.damaged();
    Ok(Backup { folder: folder.to_owned(), at, database, builds, keys, damaged })
}

/// What was written.
impl fmt::Display for Backup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = |bytes| format::bytes(bytes, Lang::En);
        let when = format::date_time(self.at, &TimeZone::UTC, Lang::En);
        writeln!(f, "A backup of {when} UTC is in {}:", self.folder.display())?;
        match self.database {
            Some(bytes) => writeln!(f, "  the database, {}", size(bytes))?,
            None => writeln!(f, "  NOT the database, as you said")?,
        }
        writeln!(f, "  {} builds, {}", self.builds.count, size(self.builds.bytes))?;
        writeln!(f, "  {} files of keys, which nobody else may read", self.keys.count)?;
        writeln!(f, "  the settings, with the passwords in them")?;
        writeln!(f, "How to restore it stands in {}.", self.folder.join(INSTRUCTION).display())?;
        for name in &self.damaged {
            writeln!(f, "WARNING: {name} was damaged before it was copied: publish that build again")?;
        }
        Ok(())
    }
}
