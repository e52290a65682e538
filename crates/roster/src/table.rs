//! The grammar of a table, in memory that the limits bound: a quote that never closes and a line that never ends are
//! refused as soon as they are too long.

use crate::{Encoding, Limits, Refused, encoding::Text};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{Read, Seek};

pub(crate) struct Table<R> {
    text: Text<R>,
    grammar: Reader,
    limits: Limits,
    row: u64,
    after_return: bool,
    cells: Vec<u8>,
    ends: Vec<usize>,
    width: usize,
}

impl<R: Read + Seek> Table<R> {
    pub(crate) fn open(
        source: R,
        encoding: Encoding,
        separator: char,
        limits: Limits,
    ) -> Result<Self, Refused> {
        let text = Text::new(source, encoding)?;
        let mut grammar = ReaderBuilder::new().delimiter(separator as u8).build();
        // The grammar looks for a mark where it begins; it has been taken off already.
        grammar.read_record(b"\n", &mut [0], &mut [0]);
        let (cells, ends) = (vec![0; 4096], vec![0; limits.columns]);
        Ok(Table { text, grammar, limits, row: 0, after_return: false, cells, ends, width: 0 })
    }

    /// The next row in which there is something, and its number as a spreadsheet shows it: rows without content
    /// count, line breaks inside of a cell do not.
    pub(crate) fn next(&mut self) -> Result<Option<(u64, Vec<&str>)>, Refused> {
        loop {
            if !self.skip_empty_lines()? {
                return Ok(None);
            }
            self.row += 1;
            self.read()?;
            if self.row == 1 && self.names_the_separator() {
                self.row = 0;
                continue;
            }
            if !self.held().iter().all(|byte| b" \t\r\n,;".contains(byte)) {
                return Ok(Some((self.row, self.cells()?)));
            }
        }
    }

    /// Whether there is more behind them.
    fn skip_empty_lines(&mut self) -> Result<bool, Refused> {
        loop {
            match self.text.piece()?.first() {
                None => return Ok(false),
                Some(b'\n') if self.after_return => self.after_return = false,
                Some(b'\n') => self.row += 1,
                Some(b'\r') => {
                    self.row += 1;
                    self.after_return = true;
                }
                Some(_) => return Ok(true),
            }
            self.text.consume(1);
        }
    }

    fn read(&mut self) -> Result<(), Refused> {
        let (mut filled, mut ended) = (0, 0);
        loop {
            let piece = self.text.piece()?;
            // A line end behind the last line closes it, unless a quote is open.
            let (is_end, input) = if piece.is_empty() { (true, &b"\n"[..]) } else { (false, piece) };
            let (result, taken, written, fields) =
                self.grammar.read_record(input, &mut self.cells[filled..], &mut self.ends[ended..]);
            self.after_return = input[..taken].last() == Some(&b'\r');
            (filled, ended) = (filled + written, ended + fields);
            if !is_end {
                self.text.consume(taken);
            }
            match result {
                ReadRecordResult::Record => {
                    self.width = ended;
                    return self.within_limits(ended, filled);
                }
                ReadRecordResult::OutputFull => {
                    self.within_limits(ended, filled)?;
                    self.cells.resize(2 * self.cells.len(), 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    return Err(Refused::TooManyColumns { row: self.row, limit: self.limits.columns });
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End if is_end => {
                    return Err(Refused::UnclosedQuote { row: self.row });
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            }
        }
    }

    /// No cell is too long, the one that has not ended included.
    fn within_limits(&self, ended: usize, filled: usize) -> Result<(), Refused> {
        let limit = self.limits.characters;
        let mut start = 0;
        for (at, end) in self.ends[..ended].iter().copied().chain([filled]).enumerate() {
            let begins_letter = |byte: &&u8| **byte & 0xc0 != 0x80;
            let long =
                end - start > limit && self.cells[start..end].iter().filter(begins_letter).count() > limit;
            if long {
                return Err(Refused::CellTooLong { row: self.row, column: at + 1, limit });
            }
            start = end;
        }
        Ok(())
    }

    /// `sep=;` is for spreadsheets, which do not show it and do not count it.
    fn names_the_separator(&self) -> bool {
        self.held().strip_prefix(b"sep=").is_some_and(|rest| rest.len() <= 1)
    }

    fn held(&self) -> &[u8] {
        &self.cells[..self.ends[..self.width].last().copied().unwrap_or(0)]
    }

    fn cells(&self) -> Result<Vec<&str>, Refused> {
        let text = std::str::from_utf8(self.held()).map_err(|_| Refused::BrokenText)?;
        let ends = &self.ends[..self.width];
        let starts = [0].into_iter().chain(ends.iter().copied());
        Ok(starts.zip(ends).map(|(start, end)| text.get(start..*end).unwrap_or_default()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// What is held after as much of a file as the table takes.
    fn held_of(file: impl AsRef<[u8]>, limits: Limits) -> usize {
        let mut table = Table::open(Cursor::new(file), Encoding::Utf8, ',', limits).unwrap();
        while let Ok(Some(_)) = table.next() {}
        table.cells.len() + table.text.held
    }

    #[test]
    fn no_file_makes_a_table_hold_more_than_the_limits() {
        let limits = Limits { columns: 10, characters: 1000, ..Limits::default() };
        let hostile = ["\"", "x", ",", "\n", "\"\"", "x\n", "\",\"", "åäö,", "\"\n", "\r"];
        for part in hostile {
            let held = held_of(part.repeat(500_000), limits);
            assert!(held <= 2 * 10 * 4 * 1000 + 64 * 1024, "{part:?} {held}");
        }
        let widest = [["😀".repeat(1000).as_str(); 10].join(","), "\n".to_owned()].concat();
        assert!(held_of(widest.repeat(20), limits) <= 2 * 10 * 4 * 1000 + 64 * 1024);
    }
}
