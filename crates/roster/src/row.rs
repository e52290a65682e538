//! One person as a row tells of them, or what is the matter with the row.

use crate::{Field, Layout, address, cell};
use kernel::{Email, FieldError, Name, PersonId};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, hash_map::Entry};

/// What a row says. Names may be missing: a bare address is a row too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet counts: from 1, headings and blank rows included, a row of several lines once. In pasted
    /// text: the line.
    pub number: u64,
    pub email: Email,
    pub first_name: Option<Name>,
    pub last_name: Option<Name>,
    /// A word: which roles there are is for the room to know.
    pub role: Option<Name>,
    pub groups: Vec<Name>,
    pub products: Vec<Name>,
    pub user_id: Option<PersonId>,
    /// As they stand in the file.
    pub cells: Vec<String>,
}

/// A row that cannot be taken: all that is the matter with it at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// As in [`Row`].
    pub number: u64,
    /// At least one.
    pub faults: Vec<Fault>,
    /// As they stand in the file.
    pub cells: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: Field,
    /// Those of [`Email`] and [`Name`], `email-several`, `formula`, `address-in-name`, `user-id-form`, `duplicate`.
    pub code: &'static str,
    /// The bound that was broken, if the code has one.
    pub bound: Option<i64>,
    /// Of a duplicate: the row that was taken.
    pub first: Option<u64>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Fault {
    pub(crate) fn new(field: Field, code: &'static str) -> Self {
        Fault { field, code, bound: None, first: None, suggestion: None }
    }

    pub(crate) fn of(field: Field, error: &FieldError) -> Self {
        Fault { bound: error.bound, ..Fault::new(field, error.code) }
    }
}

/// The addresses that were taken, as hashes: a hundred thousand fit into a few megabytes.
#[derive(Default)]
pub(crate) struct Taken(HashMap<[u8; 16], u64>);

impl Taken {
    /// The row that has the address already.
    fn take(&mut self, email: &Email, number: u64) -> Option<u64> {
        let mut hash = [0; 16];
        hash.copy_from_slice(&Sha256::digest(email.key())[..16]);
        match self.0.entry(hash) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        }
    }
}

pub(crate) fn judge(
    number: u64,
    cells: Vec<String>,
    layout: &Layout,
    taken: &mut Taken,
) -> Result<Row, RowProblem> {
    let mut written = Written { cells: &cells, layout, faults: vec![] };
    let read = written.person();
    let mut faults = written.faults;
    if let (Some(person), true) = (read, faults.is_empty()) {
        match taken.take(&person.email, number) {
            None => return Ok(Row { number, cells, ..person }),
            first => faults.push(Fault { first, ..Fault::new(Field::Email, "duplicate") }),
        }
    }
    Err(RowProblem { number, faults, cells })
}

/// The cells of one row by their fields.
struct Written<'a> {
    cells: &'a [String],
    layout: &'a Layout,
    faults: Vec<Fault>,
}

/// A part of a name, where it stands, and whether it is marked as text.
type Part<'a> = (Field, &'a str, bool);

impl<'a> Written<'a> {
    fn cell(&self, field: Field) -> Part<'a> {
        let cell = self.layout.column_of(field).and_then(|at| self.cells.get(at));
        let (text, marked) = cell::plain(cell.map_or("", |cell| cell.trim()));
        (field, text, marked)
    }

    fn person(&mut self) -> Option<Row> {
        let (beside, address) = address::parts(self.cell(Field::Email).1);
        let (_, whole, marked) = self.cell(Field::Name);
        let (whole, beside) = (split(whole), split(beside));
        let first = [(Field::Name, whole.0, marked), (Field::Email, beside.0, false)];
        let last = [(Field::Name, whole.1, marked), (Field::Email, beside.1, false)];

        let email = address::read(address).map_err(|fault| self.faults.push(fault)).ok();
        let first_name = self.name(Field::FirstName, first);
        let last_name = self.name(Field::LastName, last);
        let (role, groups, products) =
            (self.words(Field::Role), self.words(Field::Groups), self.words(Field::Products));
        let user_id = self.user_id();
        Some(Row {
            number: 0,
            email: email?,
            first_name,
            last_name,
            role: role.into_iter().next(),
            groups,
            products,
            user_id,
            cells: vec![],
        })
    }

    /// From its own column, else from that of the whole name, else from what stands before the address.
    fn name(&mut self, field: Field, others: [Part<'a>; 2]) -> Option<Name> {
        let own = self.cell(field);
        let all = [own, others[0], others[1]];
        let is_said = |text: &str| !matches!(text.trim(), "" | "-" | "–" | "—");
        let (field, text, marked) = all.into_iter().find(|(_, text, _)| is_said(text))?;
        let refused = match Name::parse(field.code(), text) {
            _ if cell::begins_like_a_formula(text) && !marked => Fault::new(field, "formula"),
            _ if text.split_whitespace().any(address::is_address) => Fault::new(field, "address-in-name"),
            Ok(name) => return Some(name),
            Err(error) => Fault::of(field, &error),
        };
        self.faults.push(refused);
        None
    }

    /// A list stands in one cell, with commas, semicolons, bars or line breaks between; a role is one word.
    fn words(&mut self, field: Field) -> Vec<Name> {
        let (_, text, _) = self.cell(field);
        let is_list = field != Field::Role;
        let words = text.split(|c| is_list && matches!(c, ',' | ';' | '|' | '\n' | '\r'));
        let said = words.filter(|word| !word.trim().is_empty());
        let read: Result<Vec<Name>, _> = said.map(|word| Name::parse(field.code(), word)).collect();
        read.unwrap_or_else(|error| {
            self.faults.push(Fault::of(field, &error));
            vec![]
        })
    }

    fn user_id(&mut self) -> Option<PersonId> {
        let (field, text, _) = self.cell(Field::UserId);
        if text.is_empty() {
            return None;
        }
        let id = text.parse();
        if id.is_err() {
            self.faults.push(Fault::new(field, "user-id-form"));
        }
        id.ok()
    }
}

/// First and last name of `Noora Aalto`, `Aalto, Noora` and `Carl von Essen`.
pub(crate) fn split(name: &str) -> (&str, &str) {
    if let Some((last, first)) = name.split_once(',') {
        return (first.trim(), last.trim());
    }
    let name = name.trim();
    let gaps: Vec<usize> = name.match_indices(char::is_whitespace).map(|(at, _)| at).collect();
    let small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
    let particle = gaps.iter().find(|at| small(&name[**at..]) && !small(name));
    match particle.or(gaps.last()) {
        Some(at) => (name[..*at].trim(), name[*at..].trim()),
        None => (name, ""),
    }
}
