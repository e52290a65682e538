//! Small things of this machine: environment, files, the terminal.

use crate::{
    failure::{Failure, Result},
    texts::Texts,
};
use i18n_embed_fl::fl;
use std::{
    io::{IsTerminal, Read},
    path::{Path, PathBuf},
};

/// An environment variable that says something.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Where a user's settings of programs are.
pub fn config_folder() -> Option<PathBuf> {
    let folder = |name| variable(name).map(PathBuf::from);
    folder("XDG_CONFIG_HOME")
        .or_else(|| folder("APPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".config")))
}

pub fn read_text(path: &Path, t: Texts) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, t))
}

pub fn unreadable(path: &Path, error: &std::io::Error, t: Texts) -> Failure {
    Failure::usage(fl!(t, "unreadable", file = path.display().to_string(), error = error.to_string()))
}

/// All of the standard input.
pub fn read_input(t: Texts) -> Result<String> {
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|error| unreadable(Path::new("-"), &error, t))?;
    Ok(text)
}

/// A file, or `-` for the standard input.
pub fn read_file_or_input(path: &Path, t: Texts) -> Result<String> {
    if path == Path::new("-") { read_input(t) } else { read_text(path, t) }
}

pub fn asks_a_person() -> bool {
    std::io::stdin().is_terminal()
}
