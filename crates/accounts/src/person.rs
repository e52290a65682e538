//! A person: one human, one identity, for life.

use kernel::{Email, Lang, Name, PersonId, Result, Timestamp};
use store::{FromRow, Row};

#[derive(Debug, Clone)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub lang: Lang,
    pub time_zone: String,
    /// When the person proved, by a link in a mail, that the address is theirs.
    pub verified_at: Option<Timestamp>,
    pub has_password: bool,
}

impl Person {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
    /// The person's time zone; UTC where the name is not known any more.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.time_zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
    /// The address as a mail needs it.
    pub fn address(&self) -> Result<Email> {
        Email::parse("email", &self.email).map_err(|error| kernel::Error::fault(error.code))
    }
}

pub(crate) const COLUMNS: &str = "id, email, first_name, last_name, language, time_zone, verified_at, CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END";

impl FromRow for Person {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Person {
            id: row.take()?,
            email: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            lang: row.take()?,
            time_zone: row.take()?,
            verified_at: row.take()?,
            has_password: row.take()?,
        })
    }
}

/// What is known of a person before there is a User ID.
#[derive(Debug, Clone)]
pub struct NewPerson {
    pub email: Email,
    pub first_name: Name,
    pub last_name: Name,
    pub lang: Lang,
    /// IANA, checked by [`time_zone`].
    pub time_zone: String,
}

/// A time zone by its IANA name.
pub fn time_zone(field: &str, name: &str) -> Result<String, kernel::FieldError> {
    let refuse = |code| Err(kernel::FieldError::new(field, code));
    match name.trim() {
        "" => refuse("missing"),
        name if name.len() > 64 || jiff::tz::TimeZone::get(name).is_err() => refuse("time-zone"),
        name => Ok(name.to_owned()),
    }
}

/// Names sort by the last name, without regard to case; letters with marks come after those without.
pub fn sort_name(first: &str, last: &str) -> String {
    format!("{} {}", last.to_lowercase(), first.to_lowercase())
}
