//! Operators, partners and their people, API keys.

use crate::{
    Refused,
    events::{ApiKeyCreated, ApiKeyRevoked, PartnerCreated, PasswordSet, StaffAdded},
    people,
    person::{NewPerson, Person},
    queries, send_link,
};
use kernel::{
    Actor, ApiKeyId, Email, Error, Grant, Name, PartnerId, Permission, PersonId, Result, Role, Scope, Secret,
    Timestamp, Who, clock::minutes,
};
use store::{Command, FromRow, Read, Row};
use web::Caller;

/// The first operator, at the first start (`platsd init`, or the page with the code that the server prints).
pub fn create_first_operator(cx: &mut Command, new: &NewPerson, password_hash: &str) -> Result<PersonId> {
    if queries::has_operator(cx)? {
        return Err(Refused::OperatorExists.into());
    }
    let (person, _) = people::person_for(cx, new)?;
    queries::set_password(cx, person.id, password_hash)?;
    queries::insert_staff(cx, person.id, Role::Operator, None)?;
    cx.record(PasswordSet { person: person.id, email: person.email.clone(), how: "first-start".into() });
    record_staff(cx, &person, Role::Operator, None);
    Ok(person.id)
}

pub fn has_operator(cx: &mut Read) -> Result<bool> {
    queries::has_operator(cx)
}

/// Makes somebody an operator, or a partner's staff. New people get a link to choose a password.
pub fn add_staff(cx: &mut Command, new: &NewPerson, partner: Option<PartnerId>) -> Result<PersonId> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    if let Some(partner) = partner {
        crate::staff::partner(cx, partner)?;
    }
    let role = if partner.is_some() { Role::Partner } else { Role::Operator };
    let (person, _) = people::person_for(cx, new)?;
    // Two who add the same person at once: the second waits here, and is refused.
    let person = people::held_person(cx, person.id)?;
    if !queries::insert_staff(cx, person.id, role, partner)? {
        return Err(Error::field("email", "taken"));
    }
    if !person.has_password {
        send_link::send_to(cx, &person)?;
    }
    record_staff(cx, &person, role, partner);
    Ok(person.id)
}

fn record_staff(cx: &mut Command, person: &Person, role: Role, partner: Option<PartnerId>) {
    let (email, role) = (person.email.clone(), role.name().to_owned());
    cx.record(StaffAdded { person: person.id, email, role, partner });
}

/// The people of the vendor (None) or of a partner.
pub fn staff(cx: &mut Read, partner: Option<PartnerId>) -> Result<Vec<Person>> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    queries::staff(cx, partner)
}

/// The same for rooms that write to them; the caller has a reason to.
pub fn people_of(cx: &mut Read, partner: Option<PartnerId>) -> Result<Vec<Person>> {
    queries::staff(cx, partner)
}

/// A reseller.
#[derive(Debug, Clone)]
pub struct Partner {
    pub id: PartnerId,
    pub name: String,
    pub number: String,
    /// Where customers write about licenses (mission S26).
    pub license_desk: Option<String>,
}

impl FromRow for Partner {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Partner { id: row.take()?, name: row.take()?, number: row.take()?, license_desk: row.take()? })
    }
}

pub fn create_partner(
    cx: &mut Command,
    name: &Name,
    number: &Name,
    desk: Option<&Email>,
) -> Result<PartnerId> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    let id = cx.id();
    if !queries::insert_partner(cx, id, name.as_str(), number.as_str(), desk.map(Email::as_str))? {
        return Err(Refused::PartnerNumberTaken.into());
    }
    cx.record(PartnerCreated { partner: id, name: name.to_string() });
    Ok(id)
}

/// For rooms that refer to a partner; the caller has checked the right to.
pub fn partner(cx: &mut Read, id: PartnerId) -> Result<Partner> {
    queries::partner(cx, id)
}

pub fn partner_by_number(cx: &mut Read, number: &str) -> Result<Option<Partner>> {
    queries::partner_by_number(cx, number)
}

pub fn partners(cx: &mut Read) -> Result<Vec<Partner>> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    queries::partners(cx)
}

/// A key for programs of the vendor, or of a partner. The token is in the answer and nowhere else.
pub fn create_api_key(
    cx: &mut Command,
    name: &Name,
    partner: Option<PartnerId>,
) -> Result<(ApiKeyId, Secret)> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    if let Some(partner) = partner {
        crate::staff::partner(cx, partner)?;
    }
    let (id, token, by) = (cx.id(), cx.secret("key"), cx.actor().label.clone());
    queries::insert_api_key(cx, id, &token, name.as_str(), partner, &by)?;
    cx.record(ApiKeyCreated { key: id, name: name.to_string() });
    Ok((id, token))
}

pub fn revoke_api_key(cx: &mut Command, id: ApiKeyId) -> Result<()> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    let name = queries::revoke_api_key(cx, id)?.ok_or_else(Error::not_found)?;
    cx.record(ApiKeyRevoked { key: id, name });
    Ok(())
}

#[derive(Debug, Clone)]
pub struct ApiKeyRow {
    pub id: ApiKeyId,
    pub name: String,
    pub partner: Option<String>,
    pub created_by: String,
    pub created_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

impl FromRow for ApiKeyRow {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(ApiKeyRow {
            id: row.take()?,
            name: row.take()?,
            partner: row.take()?,
            created_by: row.take()?,
            created_at: row.take()?,
            used_at: row.take()?,
        })
    }
}

pub fn api_keys(cx: &mut Read) -> Result<Vec<ApiKeyRow>> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    queries::api_keys(cx)
}

/// Who calls with an API key, or None if there is no such key.
pub fn api_key_caller(cx: &mut Read, token: &Secret) -> Result<Option<Caller>> {
    if !token.is_well_formed("key") {
        return Ok(None);
    }
    let Some((id, name, partner, used_at)) = queries::api_key(cx, token)? else { return Ok(None) };
    let grant = match partner {
        None => Grant { role: Role::Operator, scope: Scope::Vendor },
        Some(partner) => Grant { role: Role::Partner, scope: Scope::Partner(partner) },
    };
    let actor = Actor { who: Who::ApiKey(id), label: name, grants: vec![grant], ..Actor::nobody() };
    let note_due = used_at.is_none_or(|used| cx.now().since(used) > minutes(1));
    Ok(Some(Caller { actor, note_due }))
}

/// Notes that the person was here, or that the key was used.
pub fn note_caller(cx: &mut Command, caller: &Actor) -> Result<()> {
    cx.quiet();
    match caller.who {
        Who::ApiKey(id) => queries::note_api_key(cx, id),
        Who::Person(id) => queries::note_person(cx, id),
        _ => Ok(()),
    }
}
