//! Where a table goes: to the standard output, or into a file that is whole or not there.

use crate::{
    context::Context,
    failure::{Failure, Result},
};
use i18n_embed_fl::fl;
use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

pub struct Output<'a> {
    cx: &'a Context,
    to: To,
}

enum To {
    /// The standard output, a pipe, a device.
    Stream(Box<dyn Write>),
    /// Takes its place at the end. Such a file is for its owner alone: people's names and addresses are in it.
    File(NamedTempFile, PathBuf),
}

impl<'a> Output<'a> {
    pub fn open(cx: &'a Context, file: Option<&Path>) -> Result<Output<'a>> {
        let to = match file.filter(|path| *path != Path::new("-")) {
            None => To::Stream(Box::new(io::stdout())),
            Some(path) => opened(path).map_err(|error| not_saved(cx, path, &error))?,
        };
        Ok(Output { cx, to })
    }

    /// A reader that has seen enough (`| head`) does not stop the work.
    pub fn write(&mut self, text: &[u8]) -> Result<()> {
        let written = match &mut self.to {
            To::Stream(stream) => match stream.write_all(text) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
                written => written,
            },
            To::File(file, _) => file.write_all(text),
        };
        written.map_err(|error| Failure::usage(fl!(self.cx.t, "not-written", error = error.to_string())))
    }

    /// The file that is there now, if there is one.
    pub fn end(self) -> Result<Option<PathBuf>> {
        match self.to {
            To::Stream(mut stream) => match stream.flush() {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    Err(Failure::usage(fl!(self.cx.t, "not-written", error = error.to_string())))
                }
                _ => Ok(None),
            },
            To::File(file, path) => {
                let saved = file.as_file().sync_all().and_then(|()| Ok(file.persist(&path)?));
                saved.map_err(|error| not_saved(self.cx, &path, &error))?;
                Ok(Some(path))
            }
        }
    }
}

fn opened(path: &Path) -> io::Result<To> {
    let path = match fs::metadata(path) {
        Ok(facts) if !facts.is_file() => {
            return Ok(To::Stream(Box::new(OpenOptions::new().write(true).open(path)?)));
        }
        // Behind a link, what it stands for is written.
        Ok(_) => fs::canonicalize(path)?,
        Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(To::File(NamedTempFile::new_in(folder)?, path))
}

fn not_saved(cx: &Context, path: &Path, error: &io::Error) -> Failure {
    Failure::usage(fl!(cx.t, "not-saved", file = path.display().to_string(), error = error.to_string()))
}
