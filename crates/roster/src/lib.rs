//! Reads people out of tables as other programs write them and out of pasted text, and writes the tables that people
//! fill in and mend. It refuses to know files, databases and sentences: bytes come in, rows, codes and numbers go out.
//! Start with [`read`]; [`paste`] does the same for a text box.
//!
//! ```
//! use roster::{Field, Limits, read};
//! use std::io::Cursor;
//!
//! let file = "E-post;Namn;Skonummer\r\nnoora@bygg.example;Noora Aalto;38\r\nbo@bygg,example;Bo Berg;44\r\n";
//! let mut roster = read(Cursor::new(file), Limits::default())?;
//! assert_eq!(roster.layout().separator, ';');
//! assert_eq!(roster.layout().ignored().collect::<Vec<_>>(), [(3, "Skonummer")]);
//!
//! let mut rows = roster.rows()?;
//! let noora = rows.next().unwrap()?.unwrap();
//! assert_eq!((noora.number, noora.last_name.unwrap().as_str()), (2, "Aalto"));
//! let bo = rows.next().unwrap()?.unwrap_err();
//! assert_eq!((bo.number, bo.faults[0].field, bo.faults[0].code), (3, Field::Email, "email-form"));
//! assert_eq!(bo.faults[0].suggestion.as_deref(), Some("bo@bygg.example"));
//! # Ok::<_, roster::Refused>(())
//! ```
//!
//! **Encodings.** UTF-8 and UTF-16 by their mark; UTF-16 without one where every second byte is zero; UTF-8 where all of
//! the file is valid; else Windows-1252. Damaged UTF-8 (more letters well-formed than not) is refused, not guessed at.
//!
//! **Numbers.** A row has the number that a spreadsheet shows: headings and blank rows count, a row with line breaks in
//! its cells counts once. Rows of pasted text have the number of their line.
//!
//! **Twice through.** [`read`] goes through the whole source, so that each [`Refused`] comes before the first row; then
//! [`Roster::rows`] streams. What is held is one row, whatever the file, and 16 bytes for each address that was taken.
//!
//! **Formulas.** A name that begins like a formula is a [`Fault`]. A `'` before such a sign, as exports write it, is
//! taken off, and what follows is text.

mod address;
mod cell;
mod encoding;
mod field;
mod layout;
mod paste;
mod refused;
mod roster;
mod row;
mod table;
mod write;

pub use encoding::Encoding;
pub use field::Field;
pub use layout::{Column, Layout};
pub use paste::{Pasted, paste};
pub use refused::{Limits, Refused};
pub use roster::{Roster, Rows, read};
pub use row::{Fault, Row, RowProblem};
pub use write::{ToMend, template};
