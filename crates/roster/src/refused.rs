//! Why a file is not taken at all, and how large one may be.

use crate::Field;
use std::{fmt, io};

/// How much is read at most. What is larger is refused with the bound that it broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub bytes: u64,
    /// Without headings and blank rows.
    pub rows: u64,
    pub columns: usize,
    /// In one cell.
    pub characters: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 32 << 20, rows: 100_000, columns: 100, characters: 4096 }
    }
}

/// What is the matter with the file as a whole. Rows and columns count from 1.
#[derive(Debug)]
pub enum Refused {
    /// Nothing but white space.
    Empty,
    /// Headings and nobody below them.
    NoRows,
    TooLarge {
        bytes: u64,
        limit: u64,
    },
    /// A workbook (xlsx, xls, ods) or another archive: it can be saved as CSV.
    Workbook,
    Pdf,
    Image,
    Binary,
    /// Neither one encoding nor another: damaged UTF-8, half a character of UTF-16.
    BrokenText,
    TooManyRows {
        limit: u64,
    },
    TooManyColumns {
        row: u64,
        limit: usize,
    },
    CellTooLong {
        row: u64,
        column: usize,
        limit: usize,
    },
    /// The quote that begins in this row has no end.
    UnclosedQuote {
        row: u64,
    },
    NoAddressColumn,
    HeadingTwice {
        field: Field,
        columns: (usize, usize),
    },
    /// The stream itself failed: nobody's mistake in the file.
    Unread(io::Error),
}

impl Refused {
    /// Stable, for programs and for the key of a sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Refused::Empty => "empty-file",
            Refused::NoRows => "no-rows",
            Refused::TooLarge { .. } => "file-too-large",
            Refused::Workbook => "workbook",
            Refused::Pdf => "pdf-file",
            Refused::Image => "image-file",
            Refused::Binary => "binary-file",
            Refused::BrokenText => "broken-text",
            Refused::TooManyRows { .. } => "too-many-rows",
            Refused::TooManyColumns { .. } => "too-many-columns",
            Refused::CellTooLong { .. } => "cell-too-long",
            Refused::UnclosedQuote { .. } => "unclosed-quote",
            Refused::NoAddressColumn => "no-address-column",
            Refused::HeadingTwice { .. } => "heading-twice",
            Refused::Unread(_) => "unread",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Refused {}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Refused::Unread(error)
    }
}
