//! Files that nobody should have to wait for.

use crate::world::{refused, refused_within, utf_16};
use roster::{Limits, Refused, read};
use std::io::{self, Read, Seek, SeekFrom};

#[test]
fn other_kinds_of_files_are_told_apart() {
    for (file, code) in [
        (&b""[..], "empty-file"),
        (b" \r\n\n,,\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"\xff\xfe", "empty-file"),
        (b"PK\x03\x04\x14\0\x06\0xl/workbook.xml", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
        (b"%PDF-1.7\n", "pdf-file"),
        (b"\x89PNG\r\n\x1a\n", "image-file"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image-file"),
        (b"GIF89a", "image-file"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0", "binary-file"),
        (b"Mail\nnoora@x.example\0\n", "binary-file"),
    ] {
        assert_eq!(refused(file).code(), code, "{file:?}");
    }
    let late = [b"Mail\nnoora@x.example\n".repeat(10_000), b"bo\0@x.example".to_vec()].concat();
    assert_eq!(refused(late).code(), "binary-file");
    assert_eq!(refused(utf_16("Mail\nnoora@x.example\0", true, u16::to_le_bytes)).code(), "binary-file");
}

#[test]
fn limits_are_told_with_their_numbers() {
    let limits = Limits { bytes: 60, rows: 2, columns: 3, characters: 20 };
    assert!(read(io::Cursor::new("Mail\na@x.example\nb@x.example\n\n"), limits).is_ok());

    let many = refused_within("Mail\na@x.example\nb@x.example\nc@x.example", limits);
    assert!(matches!(many, Refused::TooManyRows { limit: 2 }), "{many:?}");
    let unnamed = refused_within("a@x.example\nb@x.example\nc@x.example", limits);
    assert!(matches!(unnamed, Refused::TooManyRows { limit: 2 }), "{unnamed:?}");
    let wide = refused_within("a@x.example;;\nb@x.example;;;", limits);
    assert!(matches!(wide, Refused::TooManyColumns { row: 2, limit: 3 }), "{wide:?}");
    let long = refused_within(format!("a@x.example,{}", "å".repeat(21)), limits);
    assert!(matches!(long, Refused::CellTooLong { row: 1, column: 2, limit: 20 }), "{long:?}");
    assert!(read(io::Cursor::new(format!("a@x.example,{}", "å".repeat(20))), limits).is_ok());
    let large = refused_within("Mail\n".repeat(13), limits);
    assert!(matches!(large, Refused::TooLarge { bytes: 65, limit: 60 }), "{large:?}");
}

#[test]
fn a_quote_that_nobody_closes_is_told_by_its_row() {
    let short = refused("Mail,Name\na@x.example,\"Noora\nb@x.example,Bo\n");
    assert!(matches!(short, Refused::UnclosedQuote { row: 2 }), "{short:?}");
    let rest = "b@x.example,Bo\n".repeat(10_000);
    let long = refused(format!("Mail,Name\na@x.example,\"Noora\n{rest}"));
    assert!(matches!(long, Refused::CellTooLong { row: 2, column: 2, limit: 4096 }), "{long:?}");
}

#[test]
fn ten_thousand_columns_are_refused_whatever_separates_them() {
    for separator in [",", ";", "\t"] {
        let wide = refused(["x"; 10_000].join(separator));
        assert!(matches!(wide, Refused::TooManyColumns { row: 1, limit: 100 }), "{separator:?} {wide:?}");
    }
}

#[test]
fn a_hundred_columns_and_a_hundred_thousand_rows_are_taken() {
    let columns = format!("a@x.example{}", ",x".repeat(99));
    let rows: String = (0..100_000).map(|n| format!("a{n}@x.example\n")).collect();
    for (file, count) in [(columns, 1), (rows.clone(), 100_000), (format!("Mail\n{rows}"), 100_000)] {
        assert_eq!(read(io::Cursor::new(file), Limits::default()).unwrap().layout().rows, count);
    }
    assert_eq!(refused(format!("{rows}b@x.example")).code(), "too-many-rows");
}

/// A stream that says how long it is, counts what is read of it, and may fail.
#[derive(Debug)]
struct Endless {
    length: u64,
    read: u64,
    fails_at: u64,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read >= self.fails_at {
            return Err(io::Error::other("the disk is gone"));
        }
        self.read += into.len() as u64;
        into.fill(b'x');
        Ok(into.len())
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        Ok(if matches!(to, SeekFrom::End(_)) { self.length } else { 0 })
    }
}

#[test]
fn what_is_too_large_is_not_read_at_all() {
    let mut gigabyte = Endless { length: 1 << 30, read: 0, fails_at: u64::MAX };
    let refused = read(&mut gigabyte, Limits::default()).unwrap_err();
    assert!(matches!(refused, Refused::TooLarge { limit: 33_554_432, .. }), "{refused:?}");
    assert_eq!(gigabyte.read, 0);
}

#[test]
fn a_stream_that_fails_is_nobodys_mistake_in_the_file() {
    let mut failing = Endless { length: 1 << 20, read: 0, fails_at: 100_000 };
    assert!(matches!(read(&mut failing, Limits::default()), Err(Refused::Unread(_))));
}
