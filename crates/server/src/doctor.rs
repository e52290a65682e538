//! `platsd doctor`: looks at everything that a server stands on, changes nothing, and says what to do.

mod database;
mod disk;
mod mail;
mod settings;

use crate::Config;
use kernel::{Chance, Clock, Error};
use serde::Serialize;
use std::{fmt, path::Path};

/// How something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Ok,
    /// It works, and somebody should look at it.
    Warn,
    /// Something does not work, or will not much longer.
    Fail,
}

#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// What was looked at: `database`.
    pub name: &'static str,
    pub state: State,
    /// What was found.
    pub says: String,
    /// What to do about it; empty when all is well.
    #[serde(rename = "do", skip_serializing_if = "str::is_empty")]
    pub advice: String,
}

fn ok(name: &'static str, says: impl Into<String>) -> Finding {
    Finding { name, state: State::Ok, says: says.into(), advice: String::new() }
}
fn warn(name: &'static str, says: impl Into<String>, advice: impl Into<String>) -> Finding {
    Finding { name, state: State::Warn, says: says.into(), advice: advice.into() }
}
fn fail(name: &'static str, says: impl Into<String>, advice: impl Into<String>) -> Finding {
    Finding { name, state: State::Fail, says: says.into(), advice: advice.into() }
}

/// What the error says to the operator.
fn words(error: &Error) -> String {
    error.inner_message().map_or_else(|| format!("{error:?}"), str::to_owned)
}

#[derive(Debug, Clone, Serialize)]
pub struct Report {
    pub worst: State,
    pub findings: Vec<Finding>,
}

impl Report {
    fn new(findings: Vec<Finding>) -> Self {
        let worst = findings.iter().map(|finding| finding.state).max().unwrap_or(State::Ok);
        Report { worst, findings }
    }
    pub fn find(&self, name: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.name == name)
    }
    pub fn json(&self) -> Result<String, Error> {
        serde_json::to_string_pretty(self).map_err(Error::fault)
    }
}

/// One line each.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Finding { name, state, says, advice } in &self.findings {
            let state = match state {
                State::Ok => "ok",
                State::Warn => "warn",
                State::Fail => "FAIL",
            };
            let says = one_line(says);
            match advice.is_empty() {
                true => writeln!(f, "{state:<5} {name:<11} {says}")?,
                false => writeln!(f, "{state:<5} {name:<11} {says}. {}", one_line(advice))?,
            }
        }
        Ok(())
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All of it, in the order in which one would mend it.
pub async fn examine(file: &Path, clock: &Clock, chance: &Chance) -> Report {
    let config = match Config::load(file) {
        Ok(config) => config,
        Err(error) => {
            let advice = format!("Mend {} or the PLATS_... variables", file.display());
            return Report::new(vec![fail("settings", words(&error), advice)]);
        }
    };
    let mut findings = vec![ok("settings", format!("{} is understood", file.display()))];
    findings.push(settings::public_url(&config));
    findings.push(settings::sign_in(&config));
    findings.push(settings::proxy(&config));
    findings.extend(disk::folder(&config));
    findings.push(disk::keys(&config));
    findings.extend(database::look(&config, clock));
    findings.extend(database::read(&config, clock, chance).await);
    findings.push(mail::server(&config).await);
    Report::new(findings)
}
