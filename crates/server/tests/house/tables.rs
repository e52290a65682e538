//! Rules 10 and 11: whose tables a room touches, and what no table keeps.

use crate::{rooms, source::none, sql::check};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// Room, table, why. A line that nobody needs any more fails.
const EXCEPTIONS: [(&str, &str, &str); 8] = [
    ("web", "people", "the visitor's name and language come with the session, at every request"),
    ("catalog", "signing_keys", "one table keeps the keys of all rooms, told apart by their purpose"),
    ("server", "people", SEED),
    ("server", "teams", SEED),
    ("server", "memberships", SEED),
    ("server", "member_words", SEED),
    ("server", "assignments", SEED),
    ("server", "pools", SEED),
];

const SEED: &str = "platsd seed makes a million people at once";

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

/// Tokens are kept as hashes. What is kept as it is, and why.
const KEPT: [(&str, &str); 2] = [
    ("mails", "secret until the mail has left"),
    ("device_codes", "user_code for ten minutes, looked for as it is"),
];

#[test]
fn no_table_keeps_a_token_as_it_is() {
    let (mut table, mut kept) = ("", vec![]);
    let history = store::migrate::history();
    for line in history.lines() {
        table = line.strip_prefix("CREATE TABLE ").and_then(|rest| rest.split(' ').next()).unwrap_or(table);
        let column = line.trim().split(' ').next().unwrap_or_default();
        let is_secret = column.split('_').any(|word| ["token", "secret", "password", "code"].contains(&word));
        let excepted =
            KEPT.iter().any(|(known, why)| *known == table && why.split(' ').next() == Some(column));
        if line.starts_with("  ") && is_secret && !column.ends_with("_hash") && !excepted {
            kept.push(format!("{table}.{column}"));
        }
    }
    none(kept);
}
