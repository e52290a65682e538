//! Reading a file with a bar that shows how far it is; without a terminal there is none.

use crate::{http::FileFault, texts::Texts};
use i18n_embed_fl::fl;
use indicatif::{ProgressBar, ProgressStyle};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

/// The SHA-256 of a file of this size.
pub fn digest(t: Texts, path: &Path, size: u64) -> io::Result<[u8; 32]> {
    let mut file = open(t, path, bar(&fl!(t, "reading"), size))?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 256 * 1024]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hash.finalize().into()),
            read => hash.update(&buffer[..read]),
        }
    }
}

/// A table on its way to the server, out of a file or a pipe.
pub struct Table {
    /// None for what comes out of a pipe.
    pub size: Option<u64>,
    pub bytes: Box<dyn Read>,
}

/// `-` is the standard input.
pub fn table(t: Texts, path: &Path) -> io::Result<Table> {
    let piped = |bytes: Box<dyn Read>| Table { size: None, bytes };
    if path == Path::new("-") {
        return Ok(piped(Box::new(Piped { from: io::stdin().lock(), t, name: "-".into() })));
    }
    let name = path.display().to_string();
    let unreadable =
        |error: io::Error| fault(fl!(t, "unreadable", file = name.as_str(), error = error.to_string()));
    let facts = fs::metadata(path).map_err(unreadable)?;
    match facts.len() {
        _ if facts.is_dir() => Err(fault(fl!(t, "not-a-file", file = name.as_str()))),
        0 if facts.is_file() => Err(fault(fl!(t, "empty-file", file = name.as_str()))),
        size if facts.is_file() => Ok(Table { size: Some(size), bytes: Box::new(measured(t, path, size)?) }),
        _ => {
            let from = File::open(path).map_err(unreadable)?;
            Ok(piped(Box::new(Piped { from, t, name })))
        }
    }
}

/// The file on its way to the server.
pub fn measured(t: Texts, path: &Path, size: u64) -> io::Result<Measured> {
    open(t, path, bar(&fl!(t, "uploading"), size))
}

fn open(t: Texts, path: &Path, bar: ProgressBar) -> io::Result<Measured> {
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => Ok(Measured { file, left: bar.length().unwrap_or_default(), bar, t, name }),
        Err(error) => Err(fault(fl!(t, "unreadable", file = name, error = error.to_string()))),
    }
}

/// A file that gives exactly so many bytes, or says that it has become another one.
pub struct Measured {
    file: File,
    left: u64,
    bar: ProgressBar,
    t: Texts,
    name: String,
}

impl Read for Measured {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        if most == 0 {
            return Ok(0);
        }
        let name = self.name.as_str();
        let read = match self.file.read(&mut buffer[..most]) {
            Ok(0) => return Err(fault(fl!(self.t, "file-changed", file = name))),
            Ok(read) => read,
            Err(error) => {
                return Err(fault(fl!(self.t, "unreadable", file = name, error = error.to_string())));
            }
        };
        self.left -= read as u64;
        self.bar.inc(read as u64);
        Ok(read)
    }
}

/// What ends when it ends.
struct Piped<R> {
    from: R,
    t: Texts,
    name: String,
}

impl<R: Read> Read for Piped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.from.read(buffer).map_err(|error| {
            fault(fl!(self.t, "unreadable", file = self.name.as_str(), error = error.to_string()))
        })
    }
}

impl Drop for Measured {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn fault(sentence: String) -> io::Error {
    io::Error::other(FileFault(sentence))
}

fn bar(what: &str, size: u64) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{msg} {wide_bar} {bytes} / {total_bytes}, {bytes_per_sec}, {eta}");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(size).with_style(style).with_message(what.to_owned())
}
