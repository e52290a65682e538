//! What a table looks like: found from its first rows, then held against all of them.

use crate::{Encoding, Field, Limits, Refused, address, cell::plain, field::is_reason, table::Table};
use std::io::{Read, Seek};

/// How many rows are looked at to tell separators and columns apart.
const LOOKED_AT: usize = 50;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub encoding: Encoding,
    /// `,`, `;` or a tab.
    pub separator: char,
    /// Whether the first row names the columns.
    pub headings: bool,
    /// As many as the longest row has.
    pub columns: Vec<Column>,
    /// With something in them, without the headings.
    pub rows: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// As it stands in the file; empty where there is none.
    pub heading: String,
    pub field: Option<Field>,
}

impl Layout {
    /// Which column holds a field, from 0.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// Columns that nobody reads, with their numbers from 1 and their headings.
    pub fn ignored(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = (1..).zip(&self.columns);
        let unread = numbered.filter(|(_, column)| column.field.is_none() && !is_reason(&column.heading));
        unread.map(|(number, column)| (number, column.heading.as_str()))
    }

    /// Reads all of the source, and refuses what breaks a limit before anybody has seen a row.
    pub(crate) fn find(source: &mut (impl Read + Seek), limits: Limits) -> Result<Layout, Refused> {
        let encoding = Encoding::find(source)?;
        let mut looks = vec![];
        for separator in ['\t', ';', ','] {
            looks.push((separator, Look::at(Table::open(&mut *source, encoding, separator, limits)?)));
        }
        // Where nothing speaks for another one it is the comma: of equals the last one wins.
        let best = looks.into_iter().max_by_key(|(_, look)| look.score());
        let (separator, look) = best.ok_or(Refused::Empty)?;

        let mut rows = Table::open(&mut *source, encoding, separator, limits)?;
        let headings = look.has_headings();
        let (mut count, mut width) = (0, 0);
        while let Some((_, cells)) = rows.next()? {
            width = width.max(cells.len());
            count += 1;
            if count > limits.rows + u64::from(headings) {
                return Err(Refused::TooManyRows { limit: limits.rows });
            }
        }
        match (count, headings) {
            (0, _) => return Err(Refused::Empty),
            (1, true) => return Err(Refused::NoRows),
            _ => {}
        }
        let mut columns = look.columns()?;
        columns.resize_with(width, Column::default);
        Ok(Layout { encoding, separator, headings, columns, rows: count - u64::from(headings) })
    }
}

/// The first rows as one separator cuts them.
#[derive(Default)]
struct Look {
    first: Vec<String>,
    rows: usize,
    /// How much each column looks like addresses.
    addresses: Vec<usize>,
    /// A sign of the right separator: its refusal is the one to tell.
    too_wide: bool,
}

impl Look {
    fn at(mut table: Table<impl Read + Seek>) -> Look {
        let mut look = Look::default();
        for row in 0..LOOKED_AT {
            match table.next() {
                Ok(Some((_, cells))) => look.add(row, &cells),
                Ok(None) => break,
                Err(error) => {
                    look.too_wide = matches!(error, Refused::TooManyColumns { .. });
                    break;
                }
            }
        }
        look
    }

    fn add(&mut self, row: usize, cells: &[&str]) {
        self.rows = row + 1;
        if row == 0 {
            self.first = cells.iter().map(|cell| (*cell).to_owned()).collect();
        }
        let width = self.addresses.len().max(cells.len());
        self.addresses.resize(width, 0);
        for (count, cell) in self.addresses.iter_mut().zip(cells) {
            *count += address::likeness(plain(cell).0);
        }
    }

    /// The more headings we know, the more a column is of addresses, the more columns there are, the better.
    fn score(&self) -> (usize, usize, usize) {
        let known = if self.has_headings() { self.fields().flatten().count() } else { 0 };
        let addresses = self.addresses.iter().max().copied().unwrap_or(0);
        (
            known,
            100 * addresses / self.rows.max(1),
            if self.too_wide { usize::MAX } else { self.addresses.len() },
        )
    }

    fn fields(&self) -> impl Iterator<Item = Option<Field>> {
        self.first.iter().map(|heading| Field::of(heading))
    }

    fn has_headings(&self) -> bool {
        self.fields().any(|field| field.is_some()) && !self.first.iter().any(|cell| cell.contains('@'))
    }

    fn columns(self) -> Result<Vec<Column>, Refused> {
        let mut columns = if self.has_headings() { self.named()? } else { self.by_position() };
        if !columns.iter().any(|column| column.field == Some(Field::Email)) {
            let free = |at: &usize| columns.get(*at).is_none_or(|column| column.field.is_none());
            let found = self.most_like_addresses(free).ok_or(Refused::NoAddressColumn)?;
            columns.resize_with(columns.len().max(found + 1), Column::default);
            columns[found].field = Some(Field::Email);
        }
        Ok(columns)
    }

    fn named(&self) -> Result<Vec<Column>, Refused> {
        let fields: Vec<_> = self.fields().collect();
        for (at, field) in fields.iter().enumerate() {
            let Some(field) = *field else { continue };
            let earlier = fields[..at].iter().position(|other| *other == Some(field));
            if let Some(earlier) = earlier {
                return Err(Refused::HeadingTwice { field, columns: (earlier + 1, at + 1) });
            }
        }
        let named = self.first.iter().zip(fields);
        Ok(named.map(|(heading, field)| Column { heading: heading.trim().to_owned(), field }).collect())
    }

    /// Beside the address stands nothing, the name, or the first and the last name.
    fn by_position(&self) -> Vec<Column> {
        let address = self.most_like_addresses(|_| true);
        let others: Vec<usize> = (0..self.addresses.len()).filter(|at| Some(*at) != address).collect();
        let mut columns = vec![Column::default(); self.addresses.len()];
        match others[..] {
            [] => {}
            [only] => columns[only].field = Some(Field::Name),
            [first, last, ..] => {
                columns[first].field = Some(Field::FirstName);
                columns[last].field = Some(Field::LastName);
            }
        }
        columns
    }

    fn most_like_addresses(&self, free: impl Fn(&usize) -> bool) -> Option<usize> {
        let likely = (0..self.addresses.len()).filter(|at| free(at) && self.addresses[*at] > 0);
        likely.rev().max_by_key(|at| self.addresses[*at])
    }
}
