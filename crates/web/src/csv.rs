//! Lines of CSV files that people open in spreadsheets.

pub fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| self::cell(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// Quoted where it has to be, and never a formula: a name that begins like one would run in a spreadsheet.
fn cell(text: &str) -> String {
    let text = match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match text.contains(['"', ',', ';', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_formula() {
        let cells = ["=HYPERLINK(\"http://evil.example\")", "@x", "Åsa", "Berg, \"Bo\""].map(String::from);
        assert_eq!(
            line(&cells),
            "\"'=HYPERLINK(\"\"http://evil.example\"\")\",'@x,Åsa,\"Berg, \"\"Bo\"\"\"\r\n"
        );
    }
}
