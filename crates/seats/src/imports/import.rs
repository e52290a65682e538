//! An import: from the rows that were read to what became of them.

use crate::imports::{Act, Aim, ImportRefusal, RowState};
use kernel::{ImportId, OrganizationId, PoolId, Scope, TeamId, Timestamp, clock::days};
use roster::{Column, Encoding, Field, Layout};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, time::Duration};

/// How long an import can be undone, from its end.
pub const UNDO_FOR: Duration = days(1);
/// How long its rows are kept.
pub(crate) const KEPT: Duration = days(30);

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Rows are coming in. One that breaks off here is never seen.
    Reading,
    /// What would happen to each row is being found out.
    Looking,
    /// Nothing has happened yet.
    Ready,
    Running,
    Done,
    Undoing,
    Undone,
}

impl Progress {
    pub const ALL: [Progress; 7] = [
        Progress::Reading,
        Progress::Looking,
        Progress::Ready,
        Progress::Running,
        Progress::Done,
        Progress::Undoing,
        Progress::Undone,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Progress::Reading => "reading",
            Progress::Looking => "looking",
            Progress::Ready => "ready",
            Progress::Running => "running",
            Progress::Done => "done",
            Progress::Undoing => "undoing",
            Progress::Undone => "undone",
        }
    }
    pub fn from_name(name: &str) -> Option<Progress> {
        Progress::ALL.into_iter().find(|progress| progress.name() == name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    pub id: ImportId,
    pub team: TeamId,
    pub team_name: String,
    pub organization: OrganizationId,
    pub aim: Aim,
    /// The name of the file; empty for pasted text and picked people.
    pub source: String,
    pub columns: Written,
    pub progress: Progress,
    pub made_at: Timestamp,
    /// The address of whoever made it, or the name of the key.
    pub made_by: String,
    pub confirmed_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    /// The last position that was looked at.
    pub(crate) looked_to: Option<i64>,
    /// Rows of which it is not known whom they mean.
    pub unread: i64,
    /// What the rows up to there need of each pool.
    pub needs: HashMap<PoolId, Need>,
}

impl Import {
    pub fn scope(&self) -> Scope {
        Scope::Team(self.team, self.organization)
    }

    pub fn act(&self) -> Act {
        self.aim.act
    }

    /// Whether there is still a way back.
    pub fn can_be_undone(&self, now: Timestamp) -> Result<(), ImportRefusal> {
        match (self.progress, self.ended_at) {
            (Progress::Done, Some(ended)) if now < ended.plus(UNDO_FOR) => Ok(()),
            (Progress::Done, Some(_)) => Err(ImportRefusal::EndedTooLongAgo),
            _ => Err(ImportRefusal::NotDone),
        }
    }
}

/// Seats of one pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Need {
    /// How many are taken; fewer than none when some are freed.
    pub takes: i64,
    /// For how many people there was none left.
    pub misses: i64,
}

/// How the table was written, so that what has to be mended goes back in the same form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Written {
    pub separator: Option<char>,
    pub headings: bool,
    /// The heading of each column and the code of its field.
    pub columns: Vec<(String, Option<String>)>,
}

impl Written {
    pub fn of(layout: &Layout) -> Written {
        let column =
            |column: &Column| (column.heading.clone(), column.field.map(|field| field.code().to_owned()));
        Written {
            separator: Some(layout.separator),
            headings: layout.headings,
            columns: layout.columns.iter().map(column).collect(),
        }
    }
    /// First name, last name, address.
    pub fn plain() -> Written {
        let column = |field: Field| (String::new(), Some(field.code().to_owned()));
        let columns = [Field::FirstName, Field::LastName, Field::Email].map(column).into();
        Written { separator: None, headings: false, columns }
    }
    pub fn layout(&self) -> Layout {
        let field = |code: &str| Field::ALL.into_iter().find(|field| field.code() == code);
        let column = |(heading, code): &(String, Option<String>)| Column {
            heading: heading.clone(),
            field: code.as_deref().and_then(field),
        };
        Layout {
            encoding: Encoding::Utf8,
            separator: self.separator.unwrap_or(','),
            headings: self.headings,
            columns: self.columns.iter().map(column).collect(),
            rows: 0,
        }
    }
}

/// How many rows are in which state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts(HashMap<RowState, i64>);

impl Counts {
    pub fn of(&self, state: RowState) -> i64 {
        self.0.get(&state).copied().unwrap_or_default()
    }
    pub fn all(&self) -> i64 {
        self.0.values().sum()
    }
}

impl FromIterator<(RowState, i64)> for Counts {
    fn from_iter<I: IntoIterator<Item = (RowState, i64)>>(counts: I) -> Counts {
        Counts(counts.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Chance, Lang};

    fn import(progress: Progress, ended_at: Option<Timestamp>) -> Import {
        let (at, chance) = (Timestamp::from_millis(1), Chance::new(|bytes| bytes.fill(1)));
        Import {
            id: ImportId::new(at, &chance),
            team: TeamId::new(at, &chance),
            team_name: "Malmö".into(),
            organization: OrganizationId::new(at, &chance),
            aim: Aim::of(Act::Remove, Lang::Sv),
            source: "people.csv".into(),
            columns: Written::plain(),
            progress,
            made_at: at,
            made_by: "maja@bygg.example".into(),
            confirmed_at: ended_at,
            ended_at,
            looked_to: None,
            unread: 0,
            needs: HashMap::new(),
        }
    }

    #[test]
    fn a_day_is_a_day() {
        let at = Timestamp::from_millis(1_000_000);
        let done = import(Progress::Done, Some(at));
        assert_eq!(done.can_be_undone(at.plus(UNDO_FOR - Duration::from_millis(1))), Ok(()));
        assert_eq!(done.can_be_undone(at.plus(UNDO_FOR)), Err(ImportRefusal::EndedTooLongAgo));
        assert_eq!(import(Progress::Ready, None).can_be_undone(at), Err(ImportRefusal::NotDone));
    }

    #[test]
    fn the_form_of_the_table_is_kept() {
        let layout = roster::read(
            std::io::Cursor::new("E-post;Skonummer\nbo@bygg.example;44\n"),
            roster::Limits::default(),
        )
        .unwrap()
        .layout()
        .clone();
        let kept = Written::of(&layout).layout();
        assert_eq!((kept.separator, &kept.columns), (';', &layout.columns));
        assert_eq!(Written::plain().layout().column_of(Field::Email), Some(2));
        for progress in Progress::ALL {
            assert_eq!(Progress::from_name(progress.name()), Some(progress));
        }
    }
}
