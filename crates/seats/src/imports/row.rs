//! A row of an import: what it says, what shall be done, what was done.

use crate::imports::names;
use kernel::{AssignmentId, Error, GroupId, Lang, PersonId, PoolId, Result, Role};
use roster::{Fault, Row, RowProblem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowState {
    /// Nobody has looked what it would do.
    Read,
    /// It will be carried out.
    Planned,
    /// It is so already.
    Nothing,
    /// It cannot be carried out, and was not tried.
    Faulty,
    Done,
    /// It was tried.
    Refused,
    Undone,
    /// It was to be undone, and cannot be.
    Stays,
}

impl RowState {
    pub const ALL: [RowState; 8] = [
        RowState::Read,
        RowState::Planned,
        RowState::Nothing,
        RowState::Faulty,
        RowState::Done,
        RowState::Refused,
        RowState::Undone,
        RowState::Stays,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            RowState::Read => "read",
            RowState::Planned => "planned",
            RowState::Nothing => "nothing",
            RowState::Faulty => "faulty",
            RowState::Done => "done",
            RowState::Refused => "refused",
            RowState::Undone => "undone",
            RowState::Stays => "stays",
        }
    }
    pub fn from_name(name: &str) -> Option<RowState> {
        RowState::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What a row says besides the person, as words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asks {
    pub role: Option<String>,
    pub groups: Vec<String>,
    pub products: Vec<String>,
}

/// What will happen to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doing {
    Invite,
    Role(Role),
    Join(GroupId),
    Part(GroupId),
    Give(PoolId),
    TakeBack(PoolId),
    Remove,
}

/// What has happened, with what is needed to undo it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Invited,
    Role { before: Role, after: Role },
    Joined(GroupId),
    Parted(GroupId),
    Given(PoolId),
    TakenBack { pool: PoolId, release: AssignmentId },
    Removed,
}

/// Why a row was not carried out, in every language: who reads it later may read another than who uploaded it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The field of the row, if it is about one.
    pub field: Option<String>,
    /// Stable, for programs.
    pub code: String,
    sentences: BTreeMap<String, String>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Reason {
    pub fn new(field: Option<&str>, code: &str, sentence: impl Fn(Lang) -> String) -> Reason {
        let sentences = Lang::ALL.map(|lang| (lang.tag().to_owned(), sentence(lang)));
        Reason {
            field: field.map(str::to_owned),
            code: code.to_owned(),
            sentences: sentences.into(),
            suggestion: None,
        }
    }
    /// Of a refusal, or of fields that were refused; None for a fault of ours.
    pub fn of(error: &Error) -> Option<Reason> {
        if let Some(refusal) = error.refusal() {
            return Some(Reason::new(refusal.field(), refusal.code(), |lang| refusal.sentence(lang)));
        }
        if let Some(field) = error.field_errors().first() {
            return Some(Reason::new(Some(&field.field), field.code, |lang| {
                web::problem::field_sentence(field, lang)
            }));
        }
        error
            .inner_message()
            .is_none()
            .then(|| Reason::new(None, error.code(), |lang| web::problem::words(error, lang).0))
    }
    pub fn sentence(&self, lang: Lang) -> &str {
        self.sentences.get(lang.tag()).map_or("", String::as_str)
    }
}

impl From<&Fault> for Reason {
    fn from(fault: &Fault) -> Reason {
        let sentence = |lang| super::refusal::fault_sentence(fault, lang);
        let suggestion = fault.suggestion.clone();
        Reason { suggestion, ..Reason::new(Some(fault.field.code()), fault.code, sentence) }
    }
}

/// One person on the way into an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// As a spreadsheet counts.
    pub number: Option<i64>,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub asks: Asks,
    /// As they stand in the file.
    pub cells: Vec<String>,
    /// What is the matter with it.
    pub reasons: Vec<Reason>,
}

impl NewRow {
    /// Somebody who was picked from a list.
    pub fn member(email: &str, first_name: &str, last_name: &str) -> NewRow {
        let cells = [first_name, last_name, email].map(str::to_owned);
        NewRow {
            number: None,
            email: email.to_owned(),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            asks: Asks::default(),
            cells: cells.into(),
            reasons: vec![],
        }
    }
}

impl From<Result<Row, RowProblem>> for NewRow {
    fn from(row: Result<Row, RowProblem>) -> NewRow {
        match row {
            Ok(row) => row.into(),
            Err(problem) => problem.into(),
        }
    }
}

impl From<Row> for NewRow {
    fn from(row: Row) -> NewRow {
        let (first, last) = names::of(&row);
        let words = |names: Vec<kernel::Name>| names.iter().map(ToString::to_string).collect();
        NewRow {
            number: i64::try_from(row.number).ok(),
            email: row.email.to_string(),
            first_name: first,
            last_name: last,
            asks: Asks {
                role: row.role.map(|role| role.to_string()),
                groups: words(row.groups),
                products: words(row.products),
            },
            cells: row.cells,
            reasons: vec![],
        }
    }
}

impl From<RowProblem> for NewRow {
    fn from(problem: RowProblem) -> NewRow {
        let shown = problem.cells.iter().find(|cell| cell.contains('@')).cloned().unwrap_or_default();
        NewRow {
            number: i64::try_from(problem.number).ok(),
            email: shown.chars().take(kernel::Email::MAX).collect(),
            first_name: String::new(),
            last_name: String::new(),
            asks: Asks::default(),
            reasons: problem.faults.iter().map(Reason::from).collect(),
            cells: problem.cells,
        }
    }
}

/// A row as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    pub position: i64,
    /// As a spreadsheet counts; None for who was not in the file.
    pub number: Option<i64>,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub asks: Asks,
    /// As they stand in the file.
    pub cells: Vec<String>,
    pub person: Option<PersonId>,
    pub state: RowState,
    pub doings: Vec<Doing>,
    pub steps: Vec<Step>,
    pub reasons: Vec<Reason>,
}

impl ImportRow {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_read_again() {
        let steps = vec![Step::Invited, Step::Role { before: Role::User, after: Role::SecondaryAdmin }];
        let text = serde_json::to_string(&steps).unwrap();
        assert_eq!(text, r#"["invited",{"role":{"before":"user","after":"secondary_admin"}}]"#);
        assert_eq!(serde_json::from_str::<Vec<Step>>(&text).unwrap(), steps);
        for state in RowState::ALL {
            assert_eq!(RowState::from_name(state.name()), Some(state));
        }
    }
}
