//! Rules 3 and 4: where SQL stands, and who begins and commits.

use crate::source::{File, none, rust};

/// Tools, which measure and try from outside.
const TOOLS: [&str; 3] = ["bench", "testkit", "testkit-macros"];

/// Every SQL statement of the rooms: file, line, text.
fn statements() -> Vec<(File, usize, String)> {
    let files =
        rust().into_iter().filter(|file| file.path.starts_with("crates/") && !TOOLS.contains(&file.room()));
    let found = files.flat_map(|file| {
        let strings = file.strings().into_iter().filter(|(_, text)| is_sql(text));
        let of = |file: &File| File { path: file.path.clone(), text: String::new() };
        strings.map(|(line, text)| (of(&file), line, text)).collect::<Vec<_>>()
    });
    found.collect()
}

fn is_sql(text: &str) -> bool {
    const VERBS: [&str; 12] = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "CREATE", "ALTER", "DROP", "BEGIN", "COMMIT",
        "ROLLBACK", "PRAGMA",
    ];
    VERBS.contains(&text.split_whitespace().next().unwrap_or_default())
}

/// What is wrong with a statement, of all that are wrong.
pub fn check(wrong: impl Fn(&File, &str) -> Option<String>) {
    let found = statements().into_iter().filter_map(|(file, line, text)| {
        let words = wrong(&file, &text)?;
        Some(format!("{}:{line} {words}", file.path))
    });
    none(found.collect());
}

#[test]
fn sql_stands_in_queries_only() {
    check(|file, _| {
        let may = file.name() == "queries.rs" || file.path.contains("/queries/") || file.room() == "store";
        (!may).then(|| "holds SQL".to_owned())
    });
}

#[test]
fn only_store_begins_and_commits() {
    check(|file, text| {
        let verb = text.split([' ', ';']).next().unwrap_or_default();
        let begins = ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT"].contains(&verb);
        (begins && file.room() != "store").then(|| text.to_owned())
    });
}

/// `$1` is rewritten for SQLite wherever it stands, so it may not stand in a text.
#[test]
fn no_parameter_stands_within_a_text() {
    check(|_, text| {
        text.split('\'').skip(1).step_by(2).find(|inside| inside.contains('$')).map(str::to_owned)
    });
}
