//! What was tried and how it went.

use std::ops::AddAssign;
use std::time::Instant;

use crate::Done;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

#[derive(Default)]
pub struct Summary {
    steps: Vec<Step>,
}

struct Step {
    name: &'static str,
    outcome: Done,
    counts: Counts,
    seconds: f32,
}

impl Summary {
    /// Does one thing, and remembers how it went and how long it took. A failure does not stop the next one.
    pub fn step<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce(&mut Counts) -> Result<T, String>,
    ) -> Option<T> {
        println!("\n== {name}");
        let (begun, mut counts) = (now(), Counts::default());
        let (outcome, made) = match work(&mut counts) {
            Ok(made) => (Ok(()), Some(made)),
            Err(why) => (Err(why), None),
        };
        if let Err(why) = &outcome {
            eprintln!("{why}");
        }
        self.steps.push(Step { name, outcome, counts, seconds: begun.elapsed().as_secs_f32() });
        made
    }

    /// Prints the table and, as the last line, the tests. A step that failed without a failed test counts as one.
    pub fn print(&self) -> Done {
        let mut all = Counts::default();
        println!("\n{:<20} {:<8} {:>8} {:>8} {:>9}", "step", "", "passed", "failed", "seconds");
        for Step { name, outcome, counts, seconds } in &self.steps {
            let word = if outcome.is_ok() { "ok" } else { "failed" };
            let Counts { passed, failed } = *counts;
            println!("{name:<20} {word:<8} {:>8} {:>8} {seconds:>9.1}", number(passed), number(failed));
            all += *counts;
            all.failed += u32::from(outcome.is_err() && failed == 0);
        }
        for (name, why) in
            self.steps.iter().filter_map(|step| Some((step.name, step.outcome.as_ref().err()?)))
        {
            println!("{name}: {why}");
        }
        println!("\n{} passed, {} failed", all.passed, all.failed);
        if all.failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

/// A step without tests shows nothing rather than zeros.
fn number(count: u32) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// Who prints the lines that are counted.
#[derive(Clone, Copy)]
pub enum Runner {
    /// One line for each program.
    CargoTest,
    /// One line in all; the line of `cargo test` stands, indented, in what a failed test has printed.
    Nextest,
    Playwright,
}

impl Runner {
    /// The tests that this line of output reports; zero for all lines but a few.
    pub fn count(self, line: &str) -> Counts {
        let line = plain(line);
        let is_counted = match self {
            Self::CargoTest => line.starts_with("test result:"),
            Self::Nextest => line.trim_start().starts_with("Summary ["),
            Self::Playwright => is_total(line.trim()),
        };
        if is_counted { pairs(&line) } else { Counts::default() }
    }
}

/// "12 passed (3.4s)" or "2 failed", and not a sentence that begins with a number.
fn is_total(line: &str) -> bool {
    let total = line.split(" (").next().unwrap_or_default();
    let mut words = total.split(' ');
    let begins = words.next().is_some_and(|word| word.parse::<u32>().is_ok());
    begins && matches!(words.next(), Some("passed" | "failed" | "interrupted")) && words.next().is_none()
}

fn pairs(line: &str) -> Counts {
    let mut counts = Counts::default();
    let words: Vec<&str> = line.split([' ', ',', ';', '\n']).filter(|word| !word.is_empty()).collect();
    for pair in words.windows(2) {
        let Ok(number) = pair[0].parse::<u32>() else { continue };
        match pair[1] {
            "passed" => counts.passed += number,
            // "1 timed out" and "1 exec failed" are nextest's.
            "failed" | "timed" | "exec" | "interrupted" => counts.failed += number,
            _ => {}
        }
    }
    counts
}

/// The line without colors.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(character);
        }
    }
    text
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a step took is about this machine, not about the product"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn counts(runner: Runner, line: &str, passed: u32, failed: u32) {
        assert_eq!(runner.count(line), Counts { passed, failed }, "{line}");
    }

    #[test]
    fn cargo_test_says_it_for_each_program() {
        counts(
            Runner::CargoTest,
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            3,
            0,
        );
        counts(
            Runner::CargoTest,
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 1 passed; 2 failed; 0 ignored",
            1,
            2,
        );
        counts(Runner::CargoTest, "test a_test_with 3 passed ... ok", 0, 0);
    }

    #[test]
    fn nextest_says_it_once() {
        counts(Runner::Nextest, "     Summary [   0.097s] 4 tests run: 4 passed, 2 skipped", 4, 0);
        let slow = "\u{1b}[31;1m     Summary\u{1b}[0m [ 61.0s] 9 tests run: 6 passed (1 slow), 1 failed, 2 timed out, 0 skipped";
        counts(Runner::Nextest, slow, 6, 3);
        counts(Runner::Nextest, "    test result: FAILED. 0 passed; 1 failed; 0 ignored", 0, 0);
    }

    #[test]
    fn playwright_says_it_in_a_list() {
        counts(Runner::Playwright, "  12 passed (3.4s)\n", 12, 0);
        counts(Runner::Playwright, "\u{1b}[31m  2 failed\u{1b}[39m", 0, 2);
        counts(Runner::Playwright, "  1 failed attempt was logged", 0, 0);
        counts(Runner::Playwright, "  ✓  1 tests/house.spec.ts:3:1 › 5 passed (1.3s)", 0, 0);
    }
}
