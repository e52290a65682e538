//! The command line and the environment.

use crate::DEMO_ROOT_KEY;
use std::{env, path::PathBuf};

pub const USAGE: &str = "\
Usage: ritbord [OPTIONS]

  --server URL        the account portal (RITBORD_SERVER; http://localhost:8080)
  --root-key KEY      the vendor's public root key (RITBORD_ROOT_KEY; the demo's)
  --store DIR         where session and license are kept (RITBORD_HOME)
  --language sv|en    the language (LANG)
  --accept-privacy    accept the privacy statement without asking, for scripts
  --device            sign in with a code on another device
  --no-browser        print the address instead of opening a browser
  --status            say what the license is worth, without the network
  --sign-out          give the seat back and end the session
  --help              this text

RITBORD_DEVICE_ID stands in for the machine's own id, in containers and tests.
Exit codes: 0 all right, 2 wrong usage, 3 not licensed.";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    Work,
    Status,
    SignOut,
    Help,
}

#[derive(Debug)]
pub struct Arguments {
    pub task: Task,
    pub server: String,
    pub root_key: String,
    pub store: PathBuf,
    pub language: String,
    pub device_id: Option<String>,
    pub accept_privacy: bool,
    pub device: bool,
    pub no_browser: bool,
}

pub fn parse(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = from_environment();
    let mut words = words;
    while let Some(word) = words.next() {
        let (name, attached) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let mut value = || attached.clone().or_else(|| words.next()).ok_or(format!("{name} needs a value"));
        match name {
            "--server" => arguments.server = value()?,
            "--root-key" => arguments.root_key = value()?,
            "--store" => arguments.store = value()?.into(),
            "--language" => arguments.language = value()?,
            "--accept-privacy" => arguments.accept_privacy = true,
            "--device" => arguments.device = true,
            "--no-browser" => arguments.no_browser = true,
            "--status" => arguments.task = Task::Status,
            "--sign-out" => arguments.task = Task::SignOut,
            "--help" | "-h" => arguments.task = Task::Help,
            _ => return Err(format!("unknown option {word}")),
        }
    }
    Ok(arguments)
}

fn from_environment() -> Arguments {
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    Arguments {
        task: Task::Work,
        server: variable("RITBORD_SERVER").unwrap_or_else(|| "http://localhost:8080".into()),
        root_key: variable("RITBORD_ROOT_KEY").unwrap_or_else(|| DEMO_ROOT_KEY.into()),
        store: store(),
        language: language.unwrap_or_else(|| "en".into()),
        device_id: variable("RITBORD_DEVICE_ID"),
        accept_privacy: false,
        device: false,
        no_browser: false,
    }
}

fn store() -> PathBuf {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    folder("RITBORD_HOME")
        .or_else(|| {
            folder("XDG_CONFIG_HOME").or_else(|| folder("APPDATA")).map(|config| config.join("ritbord"))
        })
        .or_else(|| folder("HOME").map(|home| home.join(".config/ritbord")))
        .unwrap_or_else(|| PathBuf::from(".ritbord"))
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Arguments, String> {
        parse(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn values_stand_beside_or_behind_their_names() {
        let arguments = parsed(&["--server", "https://a.example", "--language=sv", "--device"]).unwrap();
        assert_eq!((arguments.server.as_str(), arguments.language.as_str()), ("https://a.example", "sv"));
        assert!(arguments.device && !arguments.no_browser);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(parsed(&["--paint"]).unwrap_err(), "unknown option --paint");
        assert_eq!(parsed(&["--store"]).unwrap_err(), "--store needs a value");
    }
}
