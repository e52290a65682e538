//! A table as spreadsheets read it: UTF-8 that says so, and no cell that is run as a formula.

use crate::texts::Texts;
use i18n_embed_fl::fl;

/// By this mark spreadsheets know UTF-8.
const MARK: &str = "\u{feff}";

/// Separated as spreadsheets of the language do it.
pub struct Csv {
    separator: String,
}

impl Csv {
    pub fn of(t: Texts) -> Csv {
        Csv { separator: fl!(t, "separator") }
    }

    pub fn head<const N: usize>(&self, headings: &[String; N]) -> String {
        format!("{MARK}{}", self.line(headings))
    }

    pub fn line<const N: usize>(&self, cells: &[String; N]) -> String {
        let cells = cells.each_ref().map(|cell| quoted(&safe(cell)));
        format!("{}\r\n", cells.join(&self.separator))
    }
}

/// What begins like a formula is marked as text; `plats import` takes the mark off.
fn safe(cell: &str) -> String {
    let begins = |signs: &[char]| cell.trim_start().starts_with(signs);
    let runs = cell.starts_with(['\t', '\r', '\n']) || begins(&['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if runs { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    match cell.contains(['"', ',', ';', '\t', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    #[test]
    fn a_cell_is_never_run_and_never_two() {
        let csv = Csv::of(texts::load("en"));
        let line = |cell: &str| csv.line(&[cell.to_owned(), "x".to_owned()]);
        assert_eq!(line("Åsa"), "Åsa,x\r\n");
        assert_eq!(line("Berg, \"Bo\""), "\"Berg, \"\"Bo\"\"\",x\r\n");
        for formula in ["=1+1", "+46", "-1", "@SUM(A1)", " =1", "＝1"] {
            assert_eq!(line(formula), format!("'{formula},x\r\n"));
        }
        assert_eq!(line("\t=1"), "\"'\t=1\",x\r\n");
    }

    #[test]
    fn a_swedish_table_has_semicolons() {
        let csv = Csv::of(texts::load("sv"));
        assert_eq!(csv.head(&["Namn".to_owned(), "Roll".to_owned()]), "\u{feff}Namn;Roll\r\n");
    }
}
