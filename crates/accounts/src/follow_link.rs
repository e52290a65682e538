//! Use a link from a mail: the address is proven, the password set, the person signed in. Or ask for a new link.

use crate::{
    Refused,
    events::{PasswordSet, SignedIn},
    link::{Link, Standing},
    queries, send_link, sign_in,
};
use kernel::{PersonId, Result, Secret, SessionId};
use store::{Command, Read};
use web::session;

/// The link, if it can be used now; otherwise the reason why not.
pub fn open_link(cx: &mut Read, token: &Secret) -> Result<Link> {
    let link = crate::link::look_at_link(cx, token)?.ok_or(Refused::LinkUnknown)?;
    match link.standing(cx.now()) {
        Standing::Open => Ok(link),
        Standing::Used => Err(Refused::LinkUsed.into()),
        Standing::Expired => Err(Refused::LinkExpired.into()),
        Standing::Revoked => Err(Refused::LinkRevoked.into()),
    }
}

/// Where a request came from, as the list of sessions shows it.
#[derive(Debug, Clone, Default)]
pub struct From {
    pub user_agent: String,
    pub address: String,
    /// Who was signed in with this browser until now: it has one session.
    pub before: Option<(PersonId, SessionId)>,
}

/// Uses the link once. Other links and sessions of the person end: whoever had them has them no more.
pub fn follow_link(cx: &mut Command, token: &Secret, hash: &str, from: &From) -> Result<(SessionId, Secret)> {
    let link = open_link(cx, token)?;
    let person = queries::held_person(cx, link.person)?;
    if !queries::use_link(cx, token)? {
        return Err(Refused::LinkUsed.into());
    }
    queries::set_password(cx, person.id, hash)?;
    queries::revoke_links(cx, person.id, None, None)?;
    session::end_others(cx, person.id, None)?;
    sign_in::forget_tries(cx, &person.address()?)?;
    crate::oauth::end_grants_of(cx, person.id)?;

    let how = link.purpose.name().to_owned();
    cx.record(PasswordSet { person: person.id, email: person.email.clone(), how });
    begin(cx, person.id, &person.email, false, from)
}

/// A new session, after the password was right or just set. The one that the browser had before ends.
pub(crate) fn begin(
    cx: &mut Command,
    person: PersonId,
    email: &str,
    stay: bool,
    from: &From,
) -> Result<(SessionId, Secret)> {
    if let Some((person, session)) = from.before {
        session::end(cx, person, session)?;
    }
    let (session, token) = session::begin(cx, person, stay, &from.user_agent, &from.address)?;
    cx.record(SignedIn { person, email: email.to_owned(), session });
    Ok((session, token))
}

/// A link that is too old sends its successor to the address it was made for: one as whoever forgot a password gets.
pub fn renew_link(cx: &mut Command, token: &Secret) -> Result<()> {
    let link = crate::link::look_at_link(cx, token)?.ok_or(Refused::LinkUnknown)?;
    match link.standing(cx.now()) {
        Standing::Expired => {}
        Standing::Used => return Err(Refused::LinkUsed.into()),
        Standing::Open | Standing::Revoked => return Err(Refused::LinkRevoked.into()),
    }
    web::throttle::count(cx, &format!("link:to:{}", link.email_key), 5, kernel::clock::hours(1))?;
    let person = queries::person(cx, link.person)?;
    send_link::send_to(cx, &person).map(|_| ())
}
