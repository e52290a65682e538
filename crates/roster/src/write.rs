//! What is downloaded: a template to fill in, and the rows that could not be taken, to mend and upload again.

use crate::{
    Field, Layout, cell,
    field::{REASON, is_reason},
};
use kernel::Lang;

/// The mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{feff}";

/// A table with headings and nobody in it, as spreadsheets of that language write one.
pub fn template(lang: Lang) -> String {
    let columns =
        [Field::FirstName, Field::LastName, Field::Email, Field::Role, Field::Groups, Field::Products];
    let headings = columns.iter().map(|field| field.heading(lang));
    match lang {
        Lang::Sv => format!("{MARK}{}", cell::line(headings, ';')),
        Lang::En => cell::line(headings, ','),
    }
}

/// Writes rows as they stood in a file, with one more column that says why each was not taken. That column is passed
/// over when the file comes back, and written anew.
#[derive(Debug, Clone, Copy)]
pub struct ToMend<'a> {
    pub layout: &'a Layout,
    pub lang: Lang,
}

impl ToMend<'_> {
    /// Headings are written also where there were none, so that the file is understood when it comes back.
    pub fn head(&self) -> String {
        let reason = REASON.iter().find(|(lang, _)| *lang == self.lang).map_or("", |(_, heading)| heading);
        let headings = self.kept().map(|at| {
            let column = &self.layout.columns[at];
            match column.field {
                Some(field) if Field::of(&column.heading) != Some(field) => field.heading(self.lang),
                _ => &column.heading,
            }
        });
        format!("{MARK}{}", cell::line(headings.chain([reason]), self.layout.separator))
    }

    /// The cells of a [`Row`](crate::Row) or a [`RowProblem`](crate::RowProblem).
    pub fn row(&self, cells: &[String], reason: &str) -> String {
        let kept = self.kept().map(|at| cells.get(at).map_or("", String::as_str));
        cell::line(kept.chain([reason]), self.layout.separator)
    }

    fn kept(&self) -> impl Iterator<Item = usize> {
        let columns = self.layout.columns.iter().enumerate();
        columns.filter(|(_, column)| !is_reason(&column.heading)).map(|(at, _)| at)
    }
}
