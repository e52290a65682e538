use roster::{Layout, Limits, Refused, Roster, Row, RowProblem, read};
use std::io::Cursor;

pub type Told = Result<Row, RowProblem>;

pub fn opened(file: impl AsRef<[u8]>) -> Roster<Cursor<Vec<u8>>> {
    read(Cursor::new(file.as_ref().to_vec()), Limits::default()).expect("a list")
}

pub fn layout(file: impl AsRef<[u8]>) -> Layout {
    opened(file).layout().clone()
}

pub fn rows(file: impl AsRef<[u8]>) -> Vec<Told> {
    opened(file).rows().expect("rows").collect::<Result<_, _>>().expect("rows")
}

pub fn refused(file: impl AsRef<[u8]>) -> Refused {
    refused_within(file, Limits::default())
}

pub fn refused_within(file: impl AsRef<[u8]>, limits: Limits) -> Refused {
    read(Cursor::new(file.as_ref()), limits).expect_err("refused")
}

/// `2 Noora|Aalto|noora@bygg.example`, or `3 email email-form`.
pub fn told(told: &Told) -> String {
    match told {
        Ok(row) => {
            let name = |name: &Option<kernel::Name>| name.as_ref().map_or(String::new(), ToString::to_string);
            format!("{} {}|{}|{}", row.number, name(&row.first_name), name(&row.last_name), row.email)
        }
        Err(problem) => {
            let faults = problem.faults.iter().map(|fault| format!(" {} {}", fault.field.code(), fault.code));
            format!("{}{}", problem.number, faults.collect::<String>())
        }
    }
}

pub fn all_told(rows: &[Told]) -> Vec<String> {
    rows.iter().map(told).collect()
}

pub fn utf_16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}').into_iter();
    let text: String = mark.chain(text.chars()).collect();
    text.encode_utf16().flat_map(bytes).collect()
}

/// Each letter of Latin-1 is its own number there.
pub fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c as u32).expect("Latin-1")).collect()
}
