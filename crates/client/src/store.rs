//! A folder of small files that only their owner reads, shared by all processes of a program.

use crate::{LicenseError, Result};
use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

pub(crate) const DEVICE: &str = "device.json";
pub(crate) const KEYS: &str = "keys.jws";
pub(crate) const LEASE: &str = "lease.jws";
pub(crate) const PRIVACY: &str = "privacy.json";
pub(crate) const SESSION: &str = "session.json";

#[derive(Debug, Clone)]
pub(crate) struct Store {
    folder: PathBuf,
}

/// Held while the session is read, used and written; the file lock goes when this is dropped.
pub(crate) struct Lock {
    _file: File,
}

impl Store {
    pub fn open(folder: &Path) -> Result<Self> {
        create_folder(folder).map_err(|error| trouble(folder, &error))?;
        Ok(Self { folder: folder.to_owned() })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The text of a file; a file that is missing or not text is none.
    pub fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.folder.join(name)).ok()
    }

    /// Writes the whole file or nothing: a reader, or a power cut, never finds half of it.
    pub fn write(&self, name: &str, text: &str) -> Result<()> {
        write_file(&self.folder.join(name), text)
    }

    pub fn remove(&self, name: &str) -> Result<()> {
        let path = self.folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(trouble(&path, &error)),
            _ => Ok(()),
        }
    }

    /// Waits until no other process or thread holds the lock. A refresh token is good for one use: without the lock two
    /// processes would both use it, and the server would take the second for a thief.
    pub fn lock(&self) -> Result<Lock> {
        let path = self.folder.join("lock");
        let file =
            owner_only().create(true).truncate(false).open(&path).map_err(|error| trouble(&path, &error))?;
        file.lock().map_err(|error| trouble(&path, &error))?;
        Ok(Lock { _file: file })
    }
}

pub(crate) fn write_file(path: &Path, text: &str) -> Result<()> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let temporary = path.with_extension(format!("{}-{count}.new", std::process::id()));
    let written = write_new(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|error| {
        // The temporary file may not even exist; what matters is the first error.
        let _ = fs::remove_file(&temporary);
        trouble(path, &error)
    })
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    // A file of this name is the leftover of a process that died; its number is ours now.
    let _ = fs::remove_file(path);
    let mut file = owner_only().create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn owner_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

pub(crate) fn create_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn trouble(path: &Path, error: &std::io::Error) -> LicenseError {
    LicenseError::Store(format!("{}: {error}", path.display()))
}
