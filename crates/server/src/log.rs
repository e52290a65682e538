//! What goes to standard error: lines for people, or JSON for programs that gather them.

use clap::ValueEnum;
use std::io::{self, IsTerminal};
use tracing_subscriber::EnvFilter;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Text,
    /// An object a line, the fields of the event beside its message.
    Json,
}

/// `RUST_LOG` says how much, `usual` is what holds without it.
pub fn begin(format: LogFormat, usual: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| usual.into());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    match format {
        LogFormat::Text => log.with_ansi(wants_colors()).init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
}

/// A file or a journal shows the codes of colors as they are.
fn wants_colors() -> bool {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !unwanted
}
