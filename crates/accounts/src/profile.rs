//! What people change about themselves.

use crate::{events::DetailsChanged, person::Person, queries};
use kernel::{Lang, Name, Result};
use store::{Command, Read};

#[derive(Debug, Clone)]
pub struct Details {
    pub first_name: Name,
    pub last_name: Name,
    pub lang: Lang,
    pub time_zone: String,
}

pub fn own_details(cx: &mut Read) -> Result<Person> {
    let person = cx.actor().signed_in()?;
    queries::person(cx, person)
}

pub fn change_details(cx: &mut Command, details: &Details) -> Result<()> {
    let person = cx.actor().signed_in()?;
    let (first, last) = (details.first_name.as_str(), details.last_name.as_str());
    queries::update_details(cx, person, first, last, details.lang, &details.time_zone)?;
    let email = cx.actor().label.clone();
    cx.record(DetailsChanged { person, email });
    Ok(())
}

/// Light, dark or as the device has it.
pub fn choose_scheme(cx: &mut Command, scheme: &str) -> Result<()> {
    cx.quiet();
    let person = cx.actor().signed_in()?;
    queries::set_scheme(cx, person, scheme)
}
