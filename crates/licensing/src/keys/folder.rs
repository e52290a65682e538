//! The folder of the keys: secret files that nobody but their owner may read, and public ones.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::{Chance, Error, Result};
use std::{
    fmt::Display,
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

pub(super) struct Folder(PathBuf);

impl Folder {
    pub fn open(path: &Path) -> Result<Self> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path).map_err(|error| fault("the folder", path, error))?;
        Ok(Folder(path.to_owned()))
    }

    /// Without making it.
    pub fn existing(path: &Path) -> Self {
        Folder(path.to_owned())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// 32 secret bytes; None where there is no such file.
    pub fn seed(&self, name: &str) -> Result<Option<[u8; 32]>> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        let path = self.path(name);
        refuse_others(&path)?;
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text.trim()).ok();
        match bytes.and_then(|bytes| bytes.try_into().ok()) {
            Some(seed) => Ok(Some(seed)),
            None => Err(fault("the key file", &path, "it does not hold 32 bytes in base64url")),
        }
    }

    /// Draws the secret and keeps it. Of two processes that start at once both get what the first one drew.
    pub fn draw(&self, name: &str, chance: &Chance) -> Result<[u8; 32]> {
        let seed = chance.bytes();
        let path = self.path(name);
        match create(&path, &BASE64_URL_SAFE_NO_PAD.encode(seed)) {
            Ok(()) => Ok(seed),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                self.seed(name)?.ok_or_else(|| fault("the key file", &path, "it came and went"))
            }
            Err(error) => Err(fault("the key file", &path, error)),
        }
    }

    pub fn text(&self, name: &str) -> Result<Option<String>> {
        let path = self.path(name);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(fault("the file", &path, error)),
        }
    }

    /// Puts the text in place of what was there; after a crash there is the one or the other.
    pub fn replace(&self, name: &str, text: &str) -> Result<()> {
        let (path, beside) = (self.path(name), self.path(&format!("{name}.new")));
        let put = || {
            match fs::remove_file(&beside) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            create(&beside, text)?;
            fs::rename(&beside, &path)
        };
        put().map_err(|error| fault("the file", &path, error))
    }

    pub fn replace_seed(&self, name: &str, seed: [u8; 32]) -> Result<()> {
        self.replace(name, &BASE64_URL_SAFE_NO_PAD.encode(seed))
    }
}

fn create(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file: File = options.open(path)?;
    file.write_all(format!("{text}\n").as_bytes())?;
    file.sync_all()
}

#[cfg(unix)]
fn refuse_others(path: &Path) -> Result<()> {
    let metadata = fs::metadata(path).map_err(|error| fault("the key file", path, error))?;
    let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let shown = path.display();
    Err(Error::fault(format!(
        "the key file {shown} can be read or written by others than its owner (mode {mode:03o}): \
         find out who may have read it, then run `chmod 600 {shown}` and start again"
    )))
}

#[cfg(not(unix))]
fn refuse_others(_: &Path) -> Result<()> {
    Ok(())
}

pub(super) fn fault(what: &str, path: &Path, why: impl Display) -> Error {
    Error::fault(format!("{what} {} cannot be used: {why}", path.display()))
}
