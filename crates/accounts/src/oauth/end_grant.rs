//! The end of what a program was allowed: by the person, by the program, or because somebody has a copy.

use super::{
    client::{ClientProof, authenticate},
    events::{ProgramEnded, ProgramForgotten},
    queries,
};
use kernel::{ConsentId, Error, PersonId, Result, Secret};
use store::Command;

/// Ends one grant; nothing happens when it is over already.
pub(super) fn end_grant(cx: &mut Command, consent: ConsentId, by: &str) -> Result<()> {
    if let Some(ended) = queries::end_grant(cx, consent, by)? {
        record(cx, ended, by);
    }
    Ok(())
}

fn record(cx: &mut Command, (consent, person, client_id): (ConsentId, PersonId, String), by: &str) {
    cx.record(ProgramEnded { consent, person, client_id, by: by.to_owned() });
}

/// The person signs a program out on one device.
pub fn end_program(cx: &mut Command, consent: ConsentId) -> Result<()> {
    let person = cx.actor().signed_in()?;
    let grant =
        queries::grant(cx, consent)?.filter(|grant| grant.person == person).ok_or_else(Error::not_found)?;
    cx.quiet();
    end_grant(cx, grant.id, "person")
}

/// The person does not want a confidential program to sign them in any more.
pub fn forget_program(cx: &mut Command, client_id: &str) -> Result<()> {
    let person = cx.actor().signed_in()?;
    if !queries::forget_approval(cx, person, client_id)? {
        return Err(Error::not_found());
    }
    for ended in queries::end_grants_of(cx, person, Some(client_id), "person")? {
        record(cx, ended, "person");
    }
    cx.record(ProgramForgotten { person, client_id: client_id.to_owned() });
    Ok(())
}

/// Ends all grants of a person: the password was changed, or they sign out everywhere. How many there were.
pub fn end_grants_of(cx: &mut Command, person: PersonId) -> Result<usize> {
    let ended = queries::end_grants_of(cx, person, None, "password")?;
    let count = ended.len();
    ended.into_iter().for_each(|ended| record(cx, ended, "password"));
    cx.quiet();
    Ok(count)
}

/// A program gives a token back, and with it all of the grant (RFC 7009). Tokens of others are as unknown ones.
pub fn revoke_token(cx: &mut Command, client: &ClientProof, token: &Secret) -> Result<()> {
    cx.quiet();
    let program = authenticate(cx, client)?;
    let found = match queries::refresh(cx, token)? {
        Some(found) => Some(found),
        None => queries::access(cx, token)?,
    };
    match found.filter(|found| found.client_id == program.client_id) {
        Some(found) => end_grant(cx, found.grant, "program"),
        None => Ok(()),
    }
}
