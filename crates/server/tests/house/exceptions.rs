//! The doors that stand open to more than those whom the business lets in, read from `exceptions.txt`.

use crate::routes::Door;
use std::collections::BTreeMap;

/// To whom a door opens that knows nothing of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// To nobody at all: it asks for something else than a person, or for nothing.
    Everyone,
    /// To every person, and shows what is theirs.
    SignedIn,
    /// To whoever has such a role anywhere, and shows what is theirs.
    Own,
    /// To members of a team without any right.
    Member,
    /// To none of those who are sent here.
    Closed,
    /// To those alone whom the table of roles names.
    Guarded,
}

impl Class {
    fn named(name: &str) -> Class {
        match name {
            "everyone" => Class::Everyone,
            "signed-in" => Class::SignedIn,
            "own" => Class::Own,
            "member" => Class::Member,
            "closed" => Class::Closed,
            _ => panic!("exceptions.txt knows no {name}"),
        }
    }
    /// By whom the door was opened.
    pub fn of(opened_by: &[&str]) -> Class {
        let opens = |callers: &[&str]| callers.iter().any(|caller| opened_by.contains(caller));
        match () {
            () if opens(&["nobody"]) => Class::Everyone,
            () if opens(&["stranger"]) => Class::SignedIn,
            () if opens(&["other-admin", "other-partner", "other-program"]) => Class::Own,
            () if opens(&["user"]) => Class::Member,
            () if opened_by.is_empty() => Class::Closed,
            () => Class::Guarded,
        }
    }
    pub fn opens_to(self, caller: &str) -> bool {
        let person = ["stranger", "user", "other-admin", "other-partner"].contains(&caller);
        match self {
            Class::Everyone => true,
            Class::SignedIn => person,
            Class::Own => caller.starts_with("other-"),
            Class::Member => caller == "user",
            Class::Closed | Class::Guarded => false,
        }
    }
}

/// A line each: class, method, path, reason.
pub fn read() -> BTreeMap<Door, Class> {
    let lines =
        include_str!("exceptions.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = lines.map(|line| {
        let words: Vec<_> = line.split_whitespace().collect();
        let [class, method, path, _reason, ..] = words[..] else { panic!("a line without a reason: {line}") };
        (Door { method: method.into(), path: path.into() }, Class::named(class))
    });
    read.collect()
}
