//! Several fields are read before a request is refused, so that all mistakes show at once; page and API share it.

use kernel::{Error, FieldError, person::is_unreadable};
use std::ops::RangeInclusive;

/// What was wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Checks(Vec<FieldError>);

impl Checks {
    pub fn take<T>(&mut self, parsed: Result<T, FieldError>) -> Option<T> {
        parsed.map_err(|error| self.0.push(error)).ok()
    }
    pub fn take_all<T>(&mut self, parsed: Result<T, Vec<FieldError>>) -> Option<T> {
        parsed.map_err(|errors| self.0.extend(errors)).ok()
    }
    /// All of it, if nothing was wrong.
    pub fn done<T>(self, whole: impl FnOnce() -> Option<T>) -> Result<T, Vec<FieldError>> {
        match whole() {
            Some(whole) if self.0.is_empty() => Ok(whole),
            _ => Err(self.0),
        }
    }
}

/// For an `Ask`: what is wrong goes to the fields of the form.
pub(crate) fn give<T>(fields: &mut web::Fields, parsed: Result<T, Vec<FieldError>>) -> Option<T> {
    parsed.map_err(|errors| errors.into_iter().for_each(|error| fields.refuse(error))).ok()
}

/// For the API.
pub(crate) fn or_fields<T>(parsed: Result<T, Vec<FieldError>>) -> kernel::Result<T> {
    parsed.map_err(Error::fields)
}

pub(crate) fn number(field: &str, text: &str, within: RangeInclusive<i64>) -> Result<u32, FieldError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FieldError::new(field, "missing"));
    }
    let value: i64 = text.parse().map_err(|_| FieldError::new(field, "not-a-number"))?;
    match u32::try_from(value) {
        Ok(value) if within.contains(&i64::from(value)) => Ok(value),
        _ if value < *within.start() => Err(FieldError::new(field, "too-small").bound(*within.start())),
        _ => Err(FieldError::new(field, "too-large").bound(*within.end())),
    }
}

/// Text of several lines; may be empty.
pub(crate) fn prose(field: &str, text: &str, most: usize) -> Result<String, FieldError> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().count() > most {
        return Err(FieldError::new(field, "too-long").bound(most as i64));
    }
    match text.contains(|c: char| c != '\n' && c != '\t' && is_unreadable(c)) {
        true => Err(FieldError::new(field, "unreadable")),
        false => Ok(text),
    }
}

pub(crate) fn some_prose(field: &str, text: &str, most: usize) -> Result<String, FieldError> {
    match prose(field, text, most)? {
        text if text.is_empty() => Err(FieldError::new(field, "missing")),
        text => Ok(text),
    }
}
