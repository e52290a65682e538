//! A User ID for everybody who is named: by an order, an invitation, or themselves.

use crate::{
    events::PersonCreated,
    person::{NewPerson, Person},
    queries,
};
use kernel::{Email, Error, PersonId, Result};
use store::{Command, Read};

/// The person with this address, made if there is none. Whoever comes first, it is the same person afterwards.
pub fn person_for(cx: &mut Command, new: &NewPerson) -> Result<(Person, bool)> {
    if let Some(person) = queries::person_by_email(cx, &new.email)? {
        return Ok((person, false));
    }
    let id = cx.id();
    let created = queries::insert_person(cx, id, new)?;
    let person =
        queries::person_by_email(cx, &new.email)?.ok_or_else(|| Error::fault("a person vanished"))?;
    if created {
        cx.record(PersonCreated { person: person.id, email: person.email.clone() });
    }
    Ok((person, created))
}

pub fn person(cx: &mut Read, id: PersonId) -> Result<Person> {
    queries::person(cx, id)
}

/// The same, held until the commit: whether the person has a password does not change meanwhile.
pub fn held_person(cx: &mut Command, id: PersonId) -> Result<Person> {
    queries::held_person(cx, id)
}

pub fn person_by_email(cx: &mut Read, email: &Email) -> Result<Option<Person>> {
    queries::person_by_email(cx, email)
}
