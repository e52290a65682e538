//! What keeps a cell from being run: spreadsheets take what begins like a formula for one.

/// As it is written, so that no spreadsheet runs it.
pub(crate) fn safe(text: &str) -> String {
    match runs(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// Without the mark that [`safe`] puts before it; and whether there was one.
pub(crate) fn plain(text: &str) -> (&str, bool) {
    match text.strip_prefix('\'').filter(|rest| runs(rest)) {
        Some(rest) => (rest, true),
        None => (text, false),
    }
}

/// Whether its first sign is that of a formula; the wide forms are those of East Asian keyboards.
pub(crate) fn begins_like_a_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn runs(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || begins_like_a_formula(text)
}

/// One line of a file: quoted where it has to be, for each of the separators.
pub(crate) fn line<'a>(cells: impl Iterator<Item = &'a str>, separator: char) -> String {
    let quoted = |cell: &str| {
        let cell = safe(cell);
        match cell.contains(['"', ',', ';', '\t', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell,
        }
    };
    let cells: Vec<String> = cells.map(quoted).collect();
    format!("{}\r\n", cells.join(&separator.to_string()))
}
