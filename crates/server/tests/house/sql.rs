//! Rules 3, 4 and 10: where SQL stands, in which dialect, and whose tables it touches.

use crate::{
    rooms,
    source::{File, none, rust},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

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
fn check(wrong: impl Fn(&File, &str) -> Option<String>) {
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

/// Room, table, why. A line that nobody needs any more fails.
const EXCEPTIONS: [(&str, &str, &str); 2] = [
    ("web", "people", "the visitor's name and language come with the session, at every request"),
    ("catalog", "signing_keys", "one table keeps the keys of all rooms, told apart by their purpose"),
];

#[test]
fn a_room_writes_its_own_tables_and_reads_downwards() {
    let (owners, order) = (owners(), rooms::order());
    let needed = RefCell::new(BTreeSet::new());
    let place = |room: &str| order.iter().position(|known| known == room);
    check(|file, text| {
        let wrong = tables(text).into_iter().find_map(|(does, table)| {
            let owner = owners.get(&table)?;
            let excepted =
                EXCEPTIONS.iter().position(|(room, excepted, _)| *room == file.room() && *excepted == table);
            let may = match does {
                Does::Write => owner == file.room(),
                Does::Read => place(owner) <= place(file.room()),
            };
            match excepted.filter(|_| !may) {
                Some(at) => needed.borrow_mut().insert(at),
                None if !may => return Some(format!("{does:?} {table}, which belongs to {owner}")),
                None => false,
            };
            None
        });
        wrong.filter(|_| file.room() != "store")
    });
    assert_eq!(needed.into_inner().len(), EXCEPTIONS.len(), "an exception is not needed any more");
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Does {
    Read,
    Write,
}

fn tables(sql: &str) -> Vec<(Does, String)> {
    let words: Vec<_> =
        sql.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let found = words.windows(3).filter_map(|three| match *three {
        ["INSERT", "INTO", table] | ["DELETE", "FROM", table] => Some((Does::Write, table)),
        ["UPDATE", table, _] if table != "SET" && table != "SKIP" => Some((Does::Write, table)),
        [_, "FROM" | "JOIN", table] => Some((Does::Read, table)),
        _ => None,
    });
    found.map(|(does, table)| (does, table.to_owned())).collect()
}

/// Whose a table is says the name of the migration that makes it.
fn owners() -> BTreeMap<String, String> {
    let history = store::migrate::history();
    let mut owner = String::new();
    let mut owners = BTreeMap::new();
    for line in history.lines() {
        if let Some((number, name)) = line.strip_prefix("-- ").and_then(|name| name.split_once('_'))
            && number.parse::<u32>().is_ok()
        {
            owner = match name.split('_').next().unwrap_or_default() {
                "oauth" => "accounts",
                "grants" => "web",
                room => room,
            }
            .to_owned();
        }
        let made = line.strip_prefix("CREATE TABLE ").or(line.strip_prefix("CREATE VIEW "));
        if let Some(table) = made.and_then(|rest| rest.split(' ').next()) {
            owners.insert(table.to_owned(), owner.clone());
        }
    }
    owners
}
