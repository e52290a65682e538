//! Register, or "forgotten": a mail with a link, after an answer that is the same for known and unknown addresses.
//!
//! The door only leaves a job; the job looks whether there is such a person. So the answer cannot tell, by words or
//! by time, whether an address is known.

use crate::{
    events::LinkSent,
    link::{LINK_PATH, Purpose, issue_link},
    mail, people,
    person::{NewPerson, Person},
    queries,
};
use kernel::{
    Email, Lang, Name, PersonId, Result,
    clock::{days, hours},
};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Work};

/// What somebody asked for at the door.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendLink {
    pub email: String,
    pub lang: String,
    pub time_zone: String,
    /// First and last name of somebody who wants an account; None when a password was forgotten.
    pub names: Option<(String, String)>,
}

impl Job for SendLink {
    const KIND: &'static str = "accounts.send-link";
}

/// Leaves the job. More than five mails an hour to one address are dropped without a word.
pub fn ask_for_link(cx: &mut Command, ask: &SendLink, address: &str) -> Result<()> {
    cx.quiet();
    let prefix = web::throttle::prefix(address);
    web::throttle::count(cx, &format!("link:from:{prefix}"), 30, hours(1))?;
    cx.enqueue(ask);
    Ok(())
}

pub(crate) async fn carry_out(work: Work, ask: SendLink) -> Result<Done> {
    let (Ok(email), Ok(lang)) = (Email::parse("email", &ask.email), ask.lang.parse::<Lang>()) else {
        return Ok(Done::Finished);
    };
    let job = work.id;
    let send = move |cx: &mut Command| {
        cx.quiet();
        match web::throttle::count(cx, &format!("link:by:{job}"), 1, days(1)) {
            Ok(()) => send_link(cx, &email, lang, &ask),
            // This job was here before, and the node died before it could say so.
            Err(_) => Ok(()),
        }
    };
    work.db.command(&work.actor("accounts.send-link"), send).await?;
    Ok(Done::Finished)
}

fn send_link(cx: &mut Command, email: &Email, lang: Lang, ask: &SendLink) -> Result<()> {
    if web::throttle::count(cx, &format!("link:to:{}", email.key()), 5, hours(1)).is_err() {
        return Ok(());
    }
    let known = queries::person_by_email(cx, email)?;
    let person = match (known, &ask.names) {
        (Some(person), _) => person,
        (None, None) => return Ok(()),
        (None, Some((first, last))) => {
            let name =
                |text: &str| Name::parse("name", text).map_err(|error| kernel::Error::fields(vec![error]));
            let (first_name, last_name) = (name(first)?, name(last)?);
            let new = NewPerson {
                email: email.clone(),
                first_name,
                last_name,
                lang,
                time_zone: ask.time_zone.clone(),
            };
            people::person_for(cx, &new)?.0
        }
    };
    send_to(cx, &person).map(|_| ())
}

/// A new link to choose a password, by mail: the first one, or another.
pub(crate) fn send_to(cx: &mut Command, person: &Person) -> Result<PersonId> {
    let person = queries::held_person(cx, person.id)?;
    let purpose = if person.has_password { Purpose::Reset } else { Purpose::Registration };
    let (token, expires_at) = issue_link(cx, purpose, person.id, None, cx.now())?;
    let url = cx.house().url(LINK_PATH);
    let letter = mail::link_mail(cx.house(), &person, purpose, &url, expires_at)?;
    notifications::send(cx, notifications::Mail { secret: Some(token), ..letter })?;
    cx.record(LinkSent { person: person.id, email: person.email.clone(), purpose: purpose.name().into() });
    Ok(person.id)
}
