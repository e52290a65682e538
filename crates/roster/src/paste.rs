//! People out of a text box: as they stand in a mail, a list or a spreadsheet.

use crate::{
    Column, Encoding, Field, Layout, Limits, Refused, Row, RowProblem, address, read, row, row::Taken,
};
use std::{io::Cursor, ops::Range};

/// All of them, in memory: a text box is small, and `limits` should say how small.
#[derive(Debug)]
pub struct Pasted {
    /// That of the cells of each row.
    pub layout: Layout,
    pub rows: Vec<Result<Row, RowProblem>>,
}

/// Several people may stand in one line. A row has the number of its line. What begins with headings is read as a
/// table.
pub fn paste(text: &str, limits: Limits) -> Result<Pasted, Refused> {
    let bytes = text.len() as u64;
    if bytes > limits.bytes {
        return Err(Refused::TooLarge { bytes, limit: limits.bytes });
    }
    if text.contains('\0') {
        return Err(Refused::Binary);
    }
    if let Some(pasted) = table(text, limits)? {
        return Ok(pasted);
    }
    let (mut layout, mut taken, mut rows) = (layout(), Taken::default(), vec![]);
    for (number, line) in (1..).zip(lines(text)) {
        for entry in entries(line).into_iter().filter(|entry| entry.contains(char::is_alphanumeric)) {
            if entry.chars().count() > limits.characters {
                return Err(Refused::CellTooLong { row: number, column: 1, limit: limits.characters });
            }
            if rows.len() as u64 == limits.rows {
                return Err(Refused::TooManyRows { limit: limits.rows });
            }
            let cells = cells(entry).map(str::to_owned).into();
            rows.push(row::judge(number, cells, &layout, &mut taken));
        }
    }
    layout.rows = rows.len() as u64;
    if rows.is_empty() { Err(Refused::Empty) } else { Ok(Pasted { layout, rows }) }
}

fn table(text: &str, limits: Limits) -> Result<Option<Pasted>, Refused> {
    match read(Cursor::new(text.as_bytes()), limits) {
        Ok(mut roster) if roster.layout().headings => {
            let rows = roster.rows()?.collect::<Result<_, _>>()?;
            Ok(Some(Pasted { layout: roster.layout().clone(), rows }))
        }
        Err(error @ (Refused::HeadingTwice { .. } | Refused::NoRows)) => Err(error),
        _ => Ok(None),
    }
}

fn layout() -> Layout {
    let column = |field| Column { heading: String::new(), field: Some(field) };
    let columns = [Field::FirstName, Field::LastName, Field::Email].map(column).into();
    Layout { encoding: Encoding::Utf8, separator: ',', headings: false, columns, rows: 0 }
}

/// CRLF, LF and CR end a line, as in a file.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// One for each address of a line; a line without an address is one that cannot be taken.
fn entries(line: &str) -> Vec<&str> {
    let found = addresses(line);
    let [first, .., last] = &found[..] else { return vec![line] };
    let is_blank = |text: &str| !text.contains(char::is_alphanumeric);
    let addresses_first = is_blank(&line[..first.start]) && !is_blank(&line[last.end..]);
    let cuts = match addresses_first {
        true => found[1..].iter().map(|address| address.start).collect(),
        false => found[..found.len() - 1].iter().map(|address| address.end).collect::<Vec<_>>(),
    };
    let starts = [0].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([line.len()]);
    starts.zip(ends).map(|(start, end)| &line[start..end]).collect()
}

/// First name, last name, address.
fn cells(entry: &str) -> [&str; 3] {
    let found = addresses(entry);
    let Some(at) = found.first() else { return ["", "", entry.trim()] };
    let (before, mail, after) = (&entry[..at.start], &entry[at.clone()], &entry[at.end..]);
    let name = before.trim_start_matches(is_edge).trim_end();
    let bracketed = mail.starts_with('<') && !name.is_empty() && !name.ends_with(is_separator);
    let mail = mail.trim_matches(['<', '>']);
    if bracketed {
        let (first, last) = row::split(name.trim_matches(is_edge));
        return [first, last, mail];
    }
    let around = before.split(is_separator).chain(after.split(is_separator));
    let names: Vec<&str> =
        around.map(|name| name.trim_matches(is_edge)).filter(|name| !name.is_empty()).collect();
    match names[..] {
        [] => ["", "", mail],
        [whole] => {
            let (first, last) = row::split(whole);
            [first, last, mail]
        }
        [first, last, ..] => [first, last, mail],
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '\t')
}

fn is_edge(c: char) -> bool {
    is_separator(c) || c.is_whitespace() || matches!(c, '"' | '<' | '>')
}

/// The words with an `@`, together with the brackets around them.
fn addresses(line: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(sign) = line[at..].find('@').map(|sign| at + sign) {
        let start = line[at..sign].rfind(is_edge).map_or(at, |edge| at + edge + width(&line[at + edge..]));
        let end = end_of_address(line, start, sign);
        let open = line[..start].ends_with('<') && start > at;
        let close = line[end..].starts_with('>');
        at = end + usize::from(close);
        found.push(start - usize::from(open)..at);
    }
    found
}

/// A comma ends an address, except one that stands where a dot is missing: `noora@bygg,example`.
fn end_of_address(line: &str, start: usize, sign: usize) -> usize {
    let edge_from = |from: usize| line[from..].find(is_edge).map_or(line.len(), |edge| from + edge);
    let end = edge_from(sign);
    if !line[end..].starts_with(',') || line[sign..end].contains('.') {
        return end;
    }
    let rest = edge_from(end + 1);
    let is_meant = !line[end..rest].contains('@') && address::mended(&line[start..rest]).is_some();
    if is_meant { rest } else { end }
}

fn width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}
