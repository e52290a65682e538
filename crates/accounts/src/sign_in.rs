//! Sign in with address and password, sign out, change the password.

use crate::{
    Refused,
    events::{PasswordSet, SignedOut},
    follow_link::{From, begin},
    queries,
};
use kernel::{Email, Error, PersonId, Result, Secret, SessionId, clock::minutes};
use store::{Command, Read};
use web::{session, throttle};

/// Counts a try, by account and by address; from the eleventh on within ten minutes it has to wait. Its own command,
/// so that a wrong password does not take the count back.
pub fn count_try(cx: &mut Command, email: &Email, address: &str) -> Result<()> {
    cx.quiet();
    throttle::count(cx, &tries(email), 10, minutes(10))?;
    throttle::count(cx, &format!("sign-in:from:{}", throttle::prefix(address)), 100, minutes(10))
}

/// Whoever has shown that they are the owner is not held off by what others tried.
pub(crate) fn forget_tries(cx: &mut Command, email: &Email) -> Result<()> {
    throttle::clear(cx, &tries(email))
}

fn tries(email: &Email) -> String {
    format!("sign-in:{}", email.key())
}

/// What the password has to fit, if there is such a person with a password.
pub fn password_of(cx: &mut Read, email: &Email) -> Result<Option<(PersonId, Option<String>)>> {
    queries::password_hash(cx, email)
}

/// A person whose password was found to fit this hash, outside of any transaction.
#[derive(Debug, Clone)]
pub struct Proven {
    pub person: PersonId,
    pub hash: String,
}

impl Proven {
    /// Whoever chose a new password meanwhile has shut the old one out.
    fn still(&self, cx: &mut Command, refusal: Refused) -> Result<()> {
        queries::held_person(cx, self.person)?;
        match queries::is_password_hash(cx, self.person, &self.hash)? {
            true => Ok(()),
            false => Err(refusal.into()),
        }
    }
}

pub fn sign_in(cx: &mut Command, proven: &Proven, stay: bool, from: &From) -> Result<(SessionId, Secret)> {
    proven.still(cx, Refused::WrongPassword)?;
    let person = queries::person(cx, proven.person)?;
    forget_tries(cx, &person.address()?)?;
    begin(cx, person.id, &person.email, stay, from)
}

pub fn sign_out(cx: &mut Command, session: SessionId) -> Result<()> {
    let person = cx.actor().signed_in()?;
    if session::end(cx, person, session)? {
        let email = cx.actor().label.clone();
        cx.record(SignedOut { person, email, sessions: 1 });
    }
    cx.quiet();
    Ok(())
}

/// Ends every session but the present one, and what programs were allowed.
pub fn sign_out_elsewhere(cx: &mut Command, but: SessionId) -> Result<u64> {
    let person = cx.actor().signed_in()?;
    let sessions = session::end_others(cx, person, Some(but))?;
    crate::oauth::end_grants_of(cx, person)?;
    let email = cx.actor().label.clone();
    cx.record(SignedOut { person, email, sessions });
    Ok(sessions)
}

/// With the present password, which was checked. All other sessions end, and what programs were allowed.
pub fn change_password(cx: &mut Command, present: &Proven, hash: &str, but: SessionId) -> Result<()> {
    let person = cx.actor().signed_in()?;
    if present.person != person {
        return Err(Error::forbidden());
    }
    present.still(cx, Refused::WrongPresentPassword)?;
    queries::set_password(cx, person, hash)?;
    queries::revoke_links(cx, person, None, None)?;
    session::end_others(cx, person, Some(but))?;
    crate::oauth::end_grants_of(cx, person)?;
    let email = cx.actor().label.clone();
    cx.record(PasswordSet { person, email, how: "change".into() });
    Ok(())
}

/// The refusal of a sign-in: the same for an unknown address.
pub fn wrong_password() -> kernel::Error {
    Refused::WrongPassword.into()
}
