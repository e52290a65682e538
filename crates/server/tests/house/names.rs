//! Rule 17 and the names: what no file of the house is called, and what no file holds.

use crate::source::{files, rust};

#[test]
fn no_file_is_called_after_nothing() {
    for file in files(".rs") {
        let words: Vec<_> = file.name().trim_end_matches(".rs").split('_').collect();
        let empty = ["util", "utils", "helper", "helpers", "manager", "service", "common", "misc", "mod"];
        // "manager" alone means nothing; a contract manager is a person.
        let called = words.len() == 1 && empty.contains(&words[0]);
        assert!(!called, "{}", file.path);
    }
}

#[test]
fn nothing_is_allowed_and_nothing_is_left_to_do() {
    for file in files(".rs") {
        let tokens = file.tokens();
        let words: Vec<_> = tokens.iter().map(|token| token.text.as_str()).collect();
        let at = words.windows(3).position(|three| matches!(three, ["#" | "!", "[", "allow"]));
        assert!(
            at.is_none(),
            "{}:{} allows; expect it, with a reason",
            file.path,
            tokens[at.unwrap_or(0)].line
        );
        let left = file
            .text
            .lines()
            .position(|line| line.contains(concat!("TO", "DO")) || line.contains(concat!("FIX", "ME")));
        assert!(left.is_none(), "{}:{} is left to do", file.path, left.unwrap_or(0) + 1);
    }
}

/// The lints of the workspace forbid the rest: unwrap, the clock, randomness, unsafe code.
#[test]
fn every_crate_keeps_the_lints_of_the_workspace() {
    let lists = files("Cargo.toml");
    for file in &lists {
        assert!(file.text.contains("[lints]\nworkspace = true"), "{} has lints of its own", file.path);
    }
    assert!(lists.len() > 15, "{}", lists.len());
}

#[test]
fn a_crate_begins_with_what_it_is() {
    for file in rust().iter().filter(|file| ["lib.rs", "main.rs"].contains(&file.name())) {
        assert!(file.text.starts_with("//! "), "{} does not say what it is", file.path);
    }
}

/// An id says what it is of.
#[test]
fn every_kind_of_id_has_a_prefix_of_its_own() {
    let rust = rust();
    let ids = rust.iter().find(|file| file.path == "crates/kernel/src/id.rs").expect("the ids");
    let all = ids.tokens();
    let list =
        all.iter().skip_while(|token| token.text != "PersonId").take_while(|token| token.text != "impl");
    let mut prefixes: Vec<_> = list.filter_map(|token| token.says.clone()).collect();
    let count = prefixes.len();
    prefixes.sort();
    prefixes.dedup();
    assert!(count > 20 && prefixes.len() == count, "{prefixes:?}");
}
