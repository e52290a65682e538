//! Files, copied with a sum of each.

use kernel::{Error, Result, secret::hex};
use sha2::{Digest, Sha256};
use std::{
    fmt::{Display, Write as _},
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

/// How many files, and how large they are together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    pub count: usize,
    pub bytes: u64,
}

/// `sha256sum --check` reads it.
#[derive(Debug, Default)]
pub(super) struct Sums(Vec<(String, String)>);

impl Sums {
    /// A file that is in the folder already; its size.
    pub fn add(&mut self, folder: &Path, name: &str) -> Result<u64> {
        let path = folder.join(name);
        let mut file = File::open(&path).map_err(|error| fault(&path, error))?;
        let (size, sum) = pour(&mut file, &mut io::sink()).map_err(|error| fault(&path, error))?;
        self.0.push((name.to_owned(), sum));
        Ok(size)
    }
    pub fn text(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, (name, sum)| {
            let _ = writeln!(text, "{sum}  {name}");
            text
        })
    }
    /// Builds are named by what is in them.
    pub fn damaged(&self) -> Vec<String> {
        let named = self.0.iter().filter(|(name, _)| name.starts_with("builds/builds/"));
        named.filter(|(name, sum)| !name.ends_with(sum.as_str())).map(|(name, _)| name.clone()).collect()
    }
}

/// Uploads that are under way are nobody's yet.
const UNDER_WAY: &str = "uploads";

/// A folder with all that is in it, under `name`.
pub(super) fn copy(from: &Path, folder: &Path, name: &str, sums: &mut Sums) -> Result<Copied> {
    let to = folder.join(name);
    super::make_folder(&to)?;
    let mut copied = Copied::default();
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(copied),
        entries => entries.map_err(|error| fault(from, error))?,
    };
    for entry in entries {
        let entry = entry.map_err(|error| fault(from, error))?;
        let path = entry.path();
        let Some(last) = entry.file_name().to_str().map(str::to_owned) else { continue };
        let inner = format!("{name}/{last}");
        if path.is_dir() {
            if last != UNDER_WAY {
                let more = copy(&path, folder, &inner, sums)?;
                copied = Copied { count: copied.count + more.count, bytes: copied.bytes + more.bytes };
            }
        } else if let Some(size) = copy_one(&path, folder, &inner, sums)? {
            copied = Copied { count: copied.count + 1, bytes: copied.bytes + size };
        }
    }
    Ok(copied)
}

/// None for a file that went away meanwhile. The rights of the owner stay, all others have none.
pub(super) fn copy_one(from: &Path, folder: &Path, name: &str, sums: &mut Sums) -> Result<Option<u64>> {
    let mut source = match File::open(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        source => source.map_err(|error| fault(from, error))?,
    };
    let to = folder.join(name);
    let mut copied = || -> io::Result<(u64, String)> {
        let mode = source.metadata()?.permissions().mode() & 0o700;
        let mut target = OpenOptions::new().write(true).create_new(true).mode(mode | 0o600).open(&to)?;
        let copied = pour(&mut source, &mut target)?;
        target.sync_all()?;
        Ok(copied)
    };
    let (size, sum) = copied().map_err(|error| fault(&to, error))?;
    sums.0.push((name.to_owned(), sum));
    Ok(Some(size))
}

pub(super) fn write(path: &Path, text: &str) -> Result<()> {
    let written = || {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    written().map_err(|error| fault(path, error))
}

fn pour(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, String)> {
    let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; 1 << 18]);
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((size, hex(&hash.finalize())));
        }
        hash.update(&piece[..read]);
        to.write_all(&piece[..read])?;
        size += read as u64;
    }
}

fn fault(path: &Path, why: impl Display) -> Error {
    Error::fault(format!("{}: {why}", path.display()))
}
