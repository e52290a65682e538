//! Reading a file with a bar that shows how far it is; without a terminal there is none.

use crate::{http::FileFault, texts::Texts};
use i18n_embed_fl::fl;
use indicatif::{ProgressBar, ProgressStyle};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
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
