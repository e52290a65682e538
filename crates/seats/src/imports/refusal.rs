//! What stands in the way of an import, or of one of its rows.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};
use roster::{Fault, Refused};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportRefusal {
    /// The file cannot be taken at all: the code of what is the matter, where, and the bound that was broken.
    File {
        code: &'static str,
        row: u64,
        column: u64,
        bound: u64,
    },
    /// Neither a file nor anybody in the text box.
    NobodyNamed,
    StillReading,
    /// It was carried out, or undone, or is under way.
    NotReady,
    /// Exactly the people of the file shall have the product, and it is not known who some of them are.
    MendFirst {
        rows: i64,
    },
    NothingToDo,
    NotDone,
    EndedTooLongAgo,
    TooManyHolders {
        most: i64,
    },
    UnknownRole,
    /// Primary admin: there is one, and the role is handed over.
    RoleIsHandedOver,
    UnknownGroup {
        name: String,
    },
    UnknownProduct {
        name: String,
    },
    /// Two pools of the team have the product.
    SeveralPools {
        name: String,
    },
    /// Whoever makes the import stands in it, and would lose the right to carry it out.
    Oneself,
    PrimaryAdmin,
    /// A row of a file that says nothing of what the act is about.
    NothingSaid,
}

impl ImportRefusal {
    pub(crate) fn of_file(refused: &Refused) -> ImportRefusal {
        let (row, column, bound) = match refused {
            Refused::TooLarge { limit, .. } | Refused::TooManyRows { limit } => (0, 0, *limit),
            Refused::TooManyColumns { row, limit } => (*row, 0, *limit as u64),
            Refused::CellTooLong { row, column, limit } => (*row, *column as u64, *limit as u64),
            Refused::UnclosedQuote { row } => (*row, 0, 0),
            Refused::HeadingTwice { columns: (first, second), .. } => (*first as u64, *second as u64, 0),
            _ => (0, 0, 0),
        };
        ImportRefusal::File { code: refused.code(), row, column, bound }
    }
}

impl Refusal for ImportRefusal {
    fn kind(&self) -> Kind {
        match self {
            ImportRefusal::File { .. } | ImportRefusal::NobodyNamed => Kind::Invalid,
            ImportRefusal::EndedTooLongAgo => Kind::Gone,
            _ => Kind::Conflict,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            ImportRefusal::File { code, .. } => code,
            ImportRefusal::NobodyNamed => "nobody-named",
            ImportRefusal::StillReading => "still-reading",
            ImportRefusal::NotReady => "not-ready",
            ImportRefusal::MendFirst { .. } => "mend-first",
            ImportRefusal::NothingToDo => "nothing-to-do",
            ImportRefusal::NotDone => "not-done",
            ImportRefusal::EndedTooLongAgo => "ended-too-long-ago",
            ImportRefusal::TooManyHolders { .. } => "too-many-holders",
            ImportRefusal::UnknownRole => "unknown-role",
            ImportRefusal::RoleIsHandedOver => "role-is-handed-over",
            ImportRefusal::UnknownGroup { .. } => "unknown-group",
            ImportRefusal::UnknownProduct { .. } => "unknown-product",
            ImportRefusal::SeveralPools { .. } => "several-pools",
            ImportRefusal::Oneself => "oneself",
            ImportRefusal::PrimaryAdmin => "primary-admin",
            ImportRefusal::NothingSaid => "nothing-said",
        }
    }
    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            ImportRefusal::File { code, row, column, bound } => {
                file_sentence(code, [*row, *column, *bound], lang)
            }
            ImportRefusal::NobodyNamed => fl!(t, "refusal-nobody-named"),
            ImportRefusal::StillReading => fl!(t, "refusal-still-reading"),
            ImportRefusal::NotReady => fl!(t, "refusal-not-ready"),
            ImportRefusal::MendFirst { rows } => {
                let rows = *rows;
                fl!(t, "refusal-mend-first", count = rows)
            }
            ImportRefusal::NothingToDo => fl!(t, "refusal-nothing-to-do"),
            ImportRefusal::NotDone => fl!(t, "refusal-not-done"),
            ImportRefusal::EndedTooLongAgo => fl!(t, "refusal-ended-too-long-ago"),
            ImportRefusal::TooManyHolders { most } => {
                let most = *most;
                fl!(t, "refusal-too-many-holders", most = most)
            }
            ImportRefusal::UnknownRole => fl!(t, "refusal-unknown-role"),
            ImportRefusal::RoleIsHandedOver => fl!(t, "refusal-role-is-handed-over"),
            ImportRefusal::UnknownGroup { name } => fl!(t, "refusal-unknown-group", name = name.as_str()),
            ImportRefusal::UnknownProduct { name } => fl!(t, "refusal-unknown-product", name = name.as_str()),
            ImportRefusal::SeveralPools { name } => fl!(t, "refusal-several-pools", name = name.as_str()),
            ImportRefusal::Oneself => fl!(t, "refusal-oneself"),
            ImportRefusal::PrimaryAdmin => fl!(t, "refusal-primary-admin"),
            ImportRefusal::NothingSaid => fl!(t, "refusal-nothing-said"),
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            ImportRefusal::File { .. } | ImportRefusal::NobodyNamed => Some("file"),
            ImportRefusal::UnknownRole | ImportRefusal::RoleIsHandedOver => Some("role"),
            ImportRefusal::UnknownGroup { .. } => Some("groups"),
            ImportRefusal::UnknownProduct { .. } | ImportRefusal::SeveralPools { .. } => Some("products"),
            _ => None,
        }
    }
}

/// What is the matter with a file as a whole, and what to do.
fn file_sentence(code: &str, [row, column, bound]: [u64; 3], lang: Lang) -> String {
    let t = texts(lang);
    match code {
        "empty-file" => fl!(t, "file-empty"),
        "no-rows" => fl!(t, "file-no-rows"),
        "file-too-large" => fl!(t, "file-too-large", most = web::format::bytes(bound, lang)),
        "workbook" => fl!(t, "file-workbook"),
        "pdf-file" | "image-file" | "binary-file" => fl!(t, "file-binary"),
        "broken-text" => fl!(t, "file-broken-text"),
        "too-many-rows" => fl!(t, "file-too-many-rows", most = web::format::number(bound, lang)),
        "too-many-columns" => fl!(t, "file-too-many-columns", row = row, most = bound),
        "cell-too-long" => fl!(t, "file-cell-too-long", row = row, column = column, most = bound),
        "unclosed-quote" => fl!(t, "file-unclosed-quote", row = row),
        "no-address-column" => fl!(t, "file-no-address-column"),
        "heading-twice" => fl!(t, "file-heading-twice", first = row, second = column),
        _ => fl!(t, "file-unread"),
    }
}

/// What is the matter with a cell.
pub(crate) fn fault_sentence(fault: &Fault, lang: Lang) -> String {
    let t = texts(lang);
    match (fault.code, fault.first) {
        ("duplicate", Some(first)) => fl!(t, "fault-duplicate", first = first),
        ("email-several", _) => fl!(t, "fault-email-several"),
        ("formula", _) => fl!(t, "fault-formula"),
        ("address-in-name", _) => fl!(t, "fault-address-in-name"),
        ("user-id-form", _) => fl!(t, "fault-user-id-form"),
        (code, _) => {
            let error = kernel::FieldError { field: String::new(), code, bound: fault.bound };
            web::problem::field_sentence(&error, lang)
        }
    }
}
