//! What holds for every file.

use crate::world::{utf_16, windows_1252};
use kernel::Lang;
use proptest::{collection::vec, prelude::*, sample::select};
use roster::{Limits, ToMend, paste, read};
use std::io::Cursor;

#[derive(Debug, Clone)]
struct Person {
    first: String,
    last: String,
    mailbox: String,
    note: String,
}

/// Names in letters that each of the encodings has; notes with all that a cell may hold.
fn person() -> impl Strategy<Value = Person> {
    let parts = (
        "[A-ZÅÄÖÉ][a-zåäöéü]{0,8}( [A-Z][a-z]{1,5})?",
        "[A-ZÅÄÖ][a-zåäöß'-]{0,9}",
        "[a-z]{1,8}",
        "[a-zÅÄÖ \",;\t\r\n'=+-]{0,12}",
    );
    parts.prop_map(|(first, last, mailbox, note)| Person { first, last, mailbox, note })
}

fn table(people: &[Person], headings: bool, separator: char, end: &str) -> String {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let row = |cells: [&str; 4]| cells.map(quoted).join(&separator.to_string()) + end;
    let head = if headings { row(["Förnamn", "Efternamn", "Mejl", "Anteckning"]) } else { String::new() };
    let rows = people.iter().enumerate().map(|(n, person)| {
        let mail = format!("{}{n}@bygg.example", person.mailbox);
        row([&person.first, &person.last, &mail, &person.note])
    });
    head + &rows.collect::<String>()
}

fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => format!("\u{feff}{text}").into_bytes(),
        2 => windows_1252(text),
        3 => utf_16(text, true, u16::to_le_bytes),
        4 => utf_16(text, true, u16::to_be_bytes),
        5 => utf_16(text, false, u16::to_le_bytes),
        _ => utf_16(text, false, u16::to_be_bytes),
    }
}

/// What leads the reading into one way or another.
const HEADS: [&[u8]; 6] = [b"", b"Mail;Namn\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"a@x.example,\""];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_list_reads_the_same_however_it_was_saved(
        people in vec(person(), 1..20),
        headings: bool,
        separator in select(vec![',', ';', '\t']),
        end in select(vec!["\n", "\r\n", "\r"]),
        encoding in 0..7_usize,
    ) {
        let file = encoded(&table(&people, headings, separator, end), encoding);
        let mut roster = read(Cursor::new(file), Limits::default()).unwrap();
        prop_assert_eq!(roster.layout().separator, separator);
        prop_assert_eq!(roster.layout().headings, headings);
        let rows: Vec<_> = roster.rows().unwrap().map(|row| row.unwrap().unwrap()).collect();
        prop_assert_eq!(rows.len(), people.len());
        for (n, (row, person)) in rows.iter().zip(&people).enumerate() {
            prop_assert_eq!(row.number, n as u64 + 1 + u64::from(headings));
            prop_assert_eq!(row.first_name.as_ref().unwrap().as_str(), &person.first);
            prop_assert_eq!(row.last_name.as_ref().unwrap().as_str(), &person.last);
            prop_assert_eq!(row.email.as_str(), format!("{}{n}@bygg.example", person.mailbox));
            prop_assert_eq!(&row.cells[3], &person.note);
        }
    }

    #[test]
    fn what_is_written_to_be_mended_reads_as_it_was(
        people in vec(person(), 1..10),
        separator in select(vec![',', ';', '\t']),
    ) {
        let file = table(&people, true, separator, "\n");
        let mut roster = read(Cursor::new(file), Limits::default()).unwrap();
        let layout = roster.layout().clone();
        let to_mend = ToMend { layout: &layout, lang: Lang::Sv };
        let rows: Vec<_> = roster.rows().unwrap().map(|row| row.unwrap().unwrap()).collect();
        let lines = rows.iter().map(|row| to_mend.row(&row.cells, "why"));
        let again = to_mend.head() + &lines.collect::<String>();
        let mut roster = read(Cursor::new(again), Limits::default()).unwrap();
        prop_assert_eq!(roster.layout().rows as usize, rows.len());
        for (row, before) in roster.rows().unwrap().zip(&rows) {
            let row = row.unwrap().unwrap();
            prop_assert!(row.cells.iter().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])));
            prop_assert_eq!(&row.email, &before.email);
            prop_assert_eq!(&row.first_name, &before.first_name);
            prop_assert_eq!(&row.last_name, &before.last_name);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(file in vec(any::<u8>(), 0..600), head in select(HEADS.to_vec())) {
        let file = [head, &file].concat();
        if let Ok(mut roster) = read(Cursor::new(file), Limits::default()) {
            let told = roster.layout().rows;
            prop_assert_eq!(roster.rows().unwrap().map(Result::unwrap).count() as u64, told);
        }
    }

    /// The signs that mean something here, in any order.
    #[test]
    fn no_signs_make_it_panic(text in "[a@x.,;<>\"' \t\r\n=åÅ\u{feff}\u{300}😀:()-]{0,80}") {
        if let Ok(mut roster) = read(Cursor::new(text.as_bytes()), Limits::default()) {
            prop_assert!(roster.rows().unwrap().all(|row| row.is_ok()));
        }
        if let Ok(pasted) = paste(&text, Limits::default()) {
            prop_assert_eq!(pasted.layout.rows as usize, pasted.rows.len());
            for row in &pasted.rows {
                prop_assert!(row.as_ref().map_or_else(|problem| !problem.faults.is_empty(), |_| true));
            }
        }
    }

    /// With small limits, so that they are met: whatever is taken keeps within them.
    #[test]
    fn what_is_taken_keeps_within_the_limits(file in "([a,;\"\n]|b@x\\.example){0,60}") {
        let limits = Limits { bytes: 200, rows: 4, columns: 4, characters: 12 };
        let Ok(mut roster) = read(Cursor::new(&file), limits) else { return Ok(()) };
        prop_assert!(file.len() <= 200 && roster.layout().rows <= 4 && roster.layout().columns.len() <= 4);
        for row in roster.rows().unwrap() {
            let cells = row.unwrap().map_or_else(|problem| problem.cells, |row| row.cells);
            prop_assert!(cells.len() <= 4 && cells.iter().all(|cell| cell.chars().count() <= 12));
        }
    }
}
