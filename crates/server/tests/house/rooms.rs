//! Rule 1: calls go down. The order of the rooms in ARCHITECTURE.md is that of their dependencies.

use crate::source::root;
use serde_json::Value;
use std::{collections::BTreeMap, process::Command};

/// The rooms from the ground up, as ARCHITECTURE.md has them.
pub fn order() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let line = text.lines().find(|line| line.trim().starts_with("kernel <")).expect("the order of the rooms");
    line.split('<').map(|room| room.trim().to_owned()).collect()
}

/// Beside the rooms: what they may all use, and what uses none of them.
const BESIDE: [(&str, &[&str]); 8] = [
    ("wire", &[]),
    ("lease", &[]),
    ("roster", &["kernel"]),
    ("client", &["lease", "wire"]),
    ("cli", &["wire"]),
    ("testkit", &["kernel", "store", "testkit-macros"]),
    ("testkit-macros", &[]),
    ("bench", &[]),
];

/// Every crate with the crates of the workspace that it is built from; those of its tests are another matter.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root());
    let output = cargo.output().expect("cargo");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let own = |package: &Value| {
        let all = package["dependencies"].as_array().cloned().unwrap_or_default();
        let built = all.iter().filter(|one| one["path"].is_string() && one["kind"].is_null());
        built.map(|one| text(&one["name"])).collect()
    };
    packages.iter().map(|package| (text(&package["name"]), own(package))).collect()
}

#[test]
fn a_room_uses_what_stands_to_its_left() {
    let (order, all) = (order(), dependencies());
    for (at, room) in order.iter().enumerate() {
        let uses = all.get(room).unwrap_or_else(|| panic!("ARCHITECTURE.md names {room}, and there is none"));
        for used in uses {
            let fits = order[..at].contains(used) || ["wire", "lease", "roster"].contains(&used.as_str());
            assert!(fits, "{room} uses {used}, which does not stand to its left in ARCHITECTURE.md");
        }
    }
}

#[test]
fn what_stands_beside_the_rooms_stays_beside_them() {
    let (order, all) = (order(), dependencies());
    for (name, uses) in all.iter().filter(|(name, _)| !order.contains(name) && *name != "bench") {
        let known = BESIDE.iter().find(|(beside, _)| beside == name).map(|(_, may)| *may);
        // xtask and the examples know a public crate at most.
        let may = known.unwrap_or(&["client"]);
        assert!(uses.iter().all(|used| may.contains(&used.as_str())), "{name} uses {uses:?}");
    }
}

/// The guards that ARCHITECTURE.md names are there.
#[test]
fn every_guard_that_is_named_is_there() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let named: Vec<_> = text.split("`house ").skip(1).filter_map(|rest| rest.split('`').next()).collect();
    for name in &named {
        let (file, test) = name.split_once("::").unwrap_or((name, ""));
        let file = root().join("crates/server/tests/house").join(format!("{file}.rs"));
        let holds = std::fs::read_to_string(&file).is_ok_and(|text| text.contains(&format!("fn {test}")));
        assert!(holds, "ARCHITECTURE.md names {name}, which is not there");
    }
    assert!(named.len() > 10, "{named:?}");
}

/// Nouns are pure as far as the compiler sees: where there is no such crate, nobody waits, asks or sends.
#[test]
fn the_kernel_is_pure() {
    for file in crate::source::rust().iter().filter(|file| ["kernel", "lease"].contains(&file.room())) {
        for token in file.tokens() {
            let impure = [
                "async",
                "await",
                "tokio",
                "axum",
                "rusqlite",
                "fs",
                "net",
                "thread",
                "SystemTime",
                "Instant",
            ];
            assert!(!impure.contains(&token.text.as_str()), "{}:{} {}", file.path, token.line, token.text);
        }
    }
}
