//! A file that was looked through, and its rows one by one.

use crate::{Layout, Limits, Refused, Row, RowProblem, row, row::Taken, table::Table};
use std::io::{Read, Seek, SeekFrom};

/// A table of people whose layout is known and in which every row can be read.
#[derive(Debug)]
pub struct Roster<R> {
    source: R,
    limits: Limits,
    layout: Layout,
}

/// Goes through all of the source once, and says no before anybody has seen a row.
pub fn read<R: Read + Seek>(mut source: R, limits: Limits) -> Result<Roster<R>, Refused> {
    let bytes = source.seek(SeekFrom::End(0))?;
    if bytes > limits.bytes {
        return Err(Refused::TooLarge { bytes, limit: limits.bytes });
    }
    let layout = Layout::find(&mut source, limits)?;
    Ok(Roster { source, limits, layout })
}

impl<R: Read + Seek> Roster<R> {
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// From the beginning; one row is held at a time.
    pub fn rows(&mut self) -> Result<Rows<'_, R>, Refused> {
        let Layout { encoding, separator, headings, .. } = self.layout;
        let mut table = Table::open(&mut self.source, encoding, separator, self.limits)?;
        if headings {
            table.next()?;
        }
        Ok(Rows { table, layout: &self.layout, taken: Taken::default(), ended: false })
    }
}

/// The rows of a [`Roster`]. A stream that fails on the way, or is another than before, ends them with a refusal.
pub struct Rows<'a, R> {
    table: Table<&'a mut R>,
    layout: &'a Layout,
    taken: Taken,
    ended: bool,
}

impl<R: Read + Seek> Iterator for Rows<'_, R> {
    type Item = Result<Result<Row, RowProblem>, Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.table.next().map(|next| {
            let (number, cells) = next?;
            let cells = cells.into_iter().map(str::to_owned).collect();
            Some(row::judge(number, cells, self.layout, &mut self.taken))
        });
        self.ended = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}
