//! Why a command did not do what was asked, and how that is told: one line, one line a field, one exit code.

use crate::{table::clean, texts::Texts};
use i18n_embed_fl::fl;
use std::{io::Write, process::ExitCode};
use wire::{FieldProblem, Problem};

pub type Result<T, E = Failure> = std::result::Result<T, E>;

#[derive(Debug)]
pub enum Failure {
    /// Found on this machine; nothing was sent.
    Usage(String),
    /// The server said no, in its own words.
    Refused(Box<Problem>, Raw),
    /// The server said no, or `plats` foresees it; in words of ours.
    Denied(String, Raw),
    /// No answer, none of a Plats server, or it cannot answer now.
    Unanswered(String, Raw),
}

/// The answer as it came; empty when there is none.
pub type Raw = String;

const REFUSED: u8 = 1;
const USAGE: u8 = 2;
const UNANSWERED: u8 = 3;

impl Failure {
    pub fn usage(sentence: impl Into<String>) -> Self {
        Failure::Usage(sentence.into())
    }

    /// A refusal with this code.
    pub fn has_code(&self, code: &str) -> bool {
        matches!(self, Failure::Refused(problem, _) if problem.code == code)
    }

    fn code(&self) -> u8 {
        match self {
            Failure::Usage(_) => USAGE,
            Failure::Refused(..) | Failure::Denied(..) => REFUSED,
            Failure::Unanswered(..) => UNANSWERED,
        }
    }

    fn sentences(&self, t: Texts) -> String {
        match self {
            Failure::Usage(sentence) | Failure::Denied(sentence, _) | Failure::Unanswered(sentence, _) => {
                clean(sentence)
            }
            Failure::Refused(problem, _) => sentences(problem, t),
        }
    }

    fn raw(&self) -> &str {
        match self {
            Failure::Usage(_) => "",
            Failure::Refused(_, raw) | Failure::Denied(_, raw) | Failure::Unanswered(_, raw) => raw,
        }
    }

    /// The last thing that the program does.
    pub fn tell(&self, t: Texts, json: bool) -> ExitCode {
        // Who has closed the stream does not want to hear it.
        let _ = match json && serde_json::from_str::<serde_json::Value>(self.raw()).is_ok() {
            true => writeln!(std::io::stdout(), "{}", self.raw()),
            false => writeln!(std::io::stderr(), "plats: {}", self.sentences(t)),
        };
        ExitCode::from(self.code())
    }
}

fn sentences(problem: &Problem, t: Texts) -> String {
    let mut said = clean(&problem.title);
    for error in &problem.errors {
        said += &format!("\n  {}", of_field(error, t));
    }
    if let Some(detail) = &problem.detail {
        said += &format!("\n  {}", clean(detail));
    }
    said
}

fn of_field(error: &FieldProblem, t: Texts) -> String {
    match field(&error.pointer).as_str() {
        "request" => fl!(t, "whole-request", sentence = clean(&error.title)),
        field => format!("{field}: {}", clean(&error.title)),
    }
}

/// `/lines/0/quantity` as people write it: `lines[0].quantity`.
fn field(pointer: &str) -> String {
    let mut path = String::new();
    for part in pointer.split('/').skip(1) {
        let part = clean(&part.replace("~1", "/").replace("~0", "~"));
        match part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty() {
            true => path += &format!("[{part}]"),
            false if path.is_empty() => path = part,
            false => path += &format!(".{part}"),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_reads_like_a_place_in_the_file() {
        assert_eq!(field("/lines/0/quantity"), "lines[0].quantity");
        assert_eq!(field("/customer/name"), "customer.name");
        assert_eq!(field("/a~1b~0c"), "a/b~c");
        assert_eq!(field("/hat\u{1b}[2J"), "hat [2J");
        assert_eq!(field(""), "");
    }
}
