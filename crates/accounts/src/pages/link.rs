//! The page behind a link from a mail: GET looks, POST sets the password and signs in.

use crate::{Passwords, Person, Refused, follow_link, link::Link, passwords, people, texts};
use axum::{
    Extension,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Refusal, Result, Secret};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, note},
    format, see_other,
};

pub struct Choose {
    password: Secret,
}

impl Ask for Choose {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Choose { password: fields.password("password")? })
    }
}

pub async fn get(visit: Visit, Path(token): Path<String>) -> Handled {
    match open(&visit, &token).await {
        Ok((link, person)) => {
            Ok(page(&visit, &token, &link, &person, &Filled::fresh(visit.lang)).into_response())
        }
        Err(error) => dead(&visit, &token, error),
    }
}

pub async fn post(
    visit: Visit,
    Extension(passwords): Extension<Passwords>,
    Path(token): Path<String>,
    form: Form<Choose>,
) -> Handled {
    let (link, person) = match open(&visit, &token).await {
        Ok(found) => found,
        Err(error) => return dead(&visit, &token, error),
    };
    form.submit(|ask| choose(&visit, &passwords, &token, &person, ask))
        .await
        .done(|session| super::sign_in::with_cookie(&visit, &session, false, "/"))
        .or_again(async |filled| Ok(page(&visit, &token, &link, &person, &filled)))
        .await
}

async fn open(visit: &Visit, token: &str) -> Result<(Link, Person)> {
    let token = Secret::new(token);
    visit
        .read(move |cx| {
            let link = follow_link::open_link(cx, &token)?;
            let person = people::person(cx, link.person)?;
            Ok((link, person))
        })
        .await
}

async fn choose(
    visit: &Visit,
    passwords: &Passwords,
    token: &str,
    person: &Person,
    ask: Choose,
) -> Result<Secret> {
    let own = [person.first_name.as_str(), &person.last_name, &person.email];
    passwords::check_strength(&ask.password, &own)?;
    let hash = passwords.hash(ask.password).await?;
    let (token, from) = (Secret::new(token), super::from(visit));
    let (_, session) = visit.command(move |cx| follow_link::follow_link(cx, &token, &hash, &from)).await?;
    Ok(session)
}

fn page(visit: &Visit, token: &str, link: &Link, person: &Person, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let title = match person.has_password {
        true => fl!(t, "choose-new-password"),
        false => fl!(t, "choose-password", name = person.first_name.clone()),
    };
    let until = format::date_time(link.expires_at, &person.zone(), visit.lang);
    let body = html! {
        h1 { (title) }
        p.muted { (fl!(t, "choose-text", email = person.email.clone())) }
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack method="post" action=(format!("/welcome/{token}")) {
            // Password managers file the new password under this name.
            input type="hidden" name="email" value=(person.email) autocomplete="username";
            (field::password("password", fl!(t, "new-password")).error(filled.error("password"))
                .hint(fl!(t, "password-hint", least = passwords::LEAST))
                .autocomplete("new-password").large().required().autofocus())
            (button::main(fl!(t, "save-and-sign-in")).wide())
        }
        p.small.muted { (fl!(t, "link-works-until", until = until)) }
    };
    visit.sheet(&title, body)
}

/// A link that cannot be used says why, and what to do: a new one by one click, or sign in.
fn dead(visit: &Visit, token: &str, error: kernel::Error) -> Handled {
    let t = texts(visit.lang);
    let Some(refusal) = error.refusal() else { return Err(error.into()) };
    let expired = refusal.code() == Refused::LinkExpired.code();
    let title = if expired { fl!(t, "link-expired") } else { fl!(t, "link-dead") };
    let body = html! {
        h1 { (title) }
        p { (refusal.sentence(visit.lang)) }
        @if expired {
            form method="post" action=(format!("/welcome/{token}/renewal")) {
                (button::main(fl!(t, "send-new-link")).wide())
            }
        } @else {
            p { a.btn.btn-main.btn-wide href="/sign-in" { (fl!(t, "to-sign-in")) } }
        }
        p.small.muted { a href="/forgotten" { (fl!(t, "forgotten")) } }
    };
    Ok(visit.sheet(&title, body).status(StatusCode::GONE).into_response())
}

pub async fn renew(visit: Visit, Path(token): Path<String>) -> Handled<Response> {
    let secret = Secret::new(token.as_str());
    match visit.command(move |cx| follow_link::renew_link(cx, &secret)).await {
        Ok(()) => Ok(see_other("/mail-sent")),
        Err(error) => dead(&visit, &token, error),
    }
}
