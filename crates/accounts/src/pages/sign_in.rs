//! Sign in, sign out, ask for an account, ask for a new password.

use crate::{Passwords, SendLink, sign_in, texts};
use axum::{
    Extension,
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Email, Result, Secret};
use maud::{Markup, html};
use serde::Deserialize;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, check, field, note},
    cookies, see_other,
};

#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    pub(super) next: String,
}

pub struct SignIn {
    email: Email,
    password: Secret,
    stay: bool,
    next: String,
}

impl Ask for SignIn {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (email, password) = (fields.email("email"), fields.password("password"));
        let next = super::next_path(fields.raw("next"));
        Some(SignIn { email: email?, password: password?, stay: fields.ticked("stay"), next })
    }
}

pub async fn get(visit: Visit, Query(query): Query<Next>) -> Handled {
    if visit.visitor.is_some() {
        return Ok(see_other(&super::next_path(&query.next)));
    }
    Ok(page(&visit, &Filled::with(visit.lang, &[("next", &query.next)])).into_response())
}

pub async fn post(visit: Visit, Extension(passwords): Extension<Passwords>, form: Form<SignIn>) -> Handled {
    form.submit(|ask| enter(&visit, &passwords, ask))
        .await
        .done(|(token, stay, next)| with_cookie(&visit, &token, stay, &next))
        .or_again(async |filled| Ok(page(&visit, &filled)))
        .await
}

async fn enter(visit: &Visit, passwords: &Passwords, ask: SignIn) -> Result<(Secret, bool, String)> {
    let (email, address) = (ask.email.clone(), visit.address.clone());
    visit.command(move |cx| sign_in::count_try(cx, &email, &address)).await?;
    let email = ask.email.clone();
    let found = visit.read(move |cx| sign_in::password_of(cx, &email)).await?;
    let Some(proven) = passwords.prove(ask.password, found).await? else {
        return Err(sign_in::wrong_password());
    };
    let (from, stay) = (super::from(visit), ask.stay);
    let (_, token) = visit.command(move |cx| sign_in::sign_in(cx, &proven, stay, &from)).await?;
    Ok((token, stay, ask.next))
}

pub(super) fn with_cookie(visit: &Visit, token: &Secret, stay: bool, next: &str) -> Response {
    let mut response = see_other(next);
    response.headers_mut().append(header::SET_COOKIE, cookies::sign_in(&visit.site, token, stay));
    response
}

fn page(visit: &Visit, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let body = html! {
        h1 { (fl!(t, "sign-in")) }
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack method="post" action="/sign-in" {
            (field::hidden("next", filled.value("next")))
            (field::email("email", fl!(t, "email")).value(filled.value("email")).error(filled.error("email"))
                .autocomplete("username").large().required().autofocus())
            (field::password("password", fl!(t, "password")).error(filled.error("password"))
                .side(html! { a.small href="/forgotten" { (fl!(t, "forgotten")) } })
                .autocomplete("current-password").large().required())
            (check("stay", fl!(t, "stay-signed-in")).checked(!filled.value("stay").is_empty()))
            (button::main(fl!(t, "sign-in")).wide())
        }
        p.small.muted { (fl!(t, "link-too-old")) " " a href="/forgotten" { (fl!(t, "get-a-new-one")) } }
        p.small.muted { (fl!(t, "no-account")) " " a href="/register" { (fl!(t, "register")) } }
    };
    visit.sheet(&fl!(t, "sign-in"), body)
}

/// For people without scripts who follow the link instead of pressing the button.
pub async fn sign_out_page(visit: Visit) -> Page {
    let t = texts(visit.lang);
    let body = html! {
        h1 { (fl!(t, "sign-out")) }
        form method="post" action="/sign-out" { (button::main(fl!(t, "sign-out")).wide()) }
    };
    visit.sheet(&fl!(t, "sign-out"), body)
}

pub async fn sign_out(visit: Visit) -> Handled {
    if let Some(session) = visit.visitor.as_ref().map(|visitor| visitor.session) {
        visit.command(move |cx| sign_in::sign_out(cx, session)).await?;
    }
    let mut response = see_other("/sign-in");
    response.headers_mut().append(header::SET_COOKIE, cookies::sign_out(&visit.site));
    Ok(response)
}

pub async fn mail_sent(visit: Visit) -> Page {
    let t = texts(visit.lang);
    let body = html! {
        h1 { (fl!(t, "mail-sent")) }
        p { (fl!(t, "mail-sent-text")) }
        p.small.muted { (fl!(t, "mail-sent-hint")) }
        p { a.btn href="/sign-in" { (fl!(t, "to-sign-in")) } }
    };
    visit.sheet(&fl!(t, "mail-sent"), body)
}

/// Leaves the job that looks whether there is such a person, and mails them.
async fn ask_for_link(visit: &Visit, email: &Email, names: Option<(String, String)>) -> Result<()> {
    let ask = SendLink {
        email: email.to_string(),
        lang: visit.lang.tag().into(),
        time_zone: visit.site.house().time_zone.clone(),
        names,
    };
    let address = visit.address.clone();
    visit.command(move |cx| crate::ask_for_link(cx, &ask, &address)).await
}

pub mod register {
    use super::*;

    pub struct Register {
        email: Email,
        first: kernel::Name,
        last: kernel::Name,
    }

    impl Ask for Register {
        fn read(fields: &mut Fields) -> Option<Self> {
            let (email, first, last) = (fields.email("email"), fields.name("first"), fields.name("last"));
            Some(Register { email: email?, first: first?, last: last? })
        }
    }

    pub async fn get(visit: Visit) -> Page {
        page(&visit, &Filled::fresh(visit.lang))
    }

    pub async fn post(visit: Visit, form: Form<Register>) -> Handled {
        form.submit(async |ask| {
            let names = (ask.first.to_string(), ask.last.to_string());
            ask_for_link(&visit, &ask.email, Some(names)).await
        })
        .await
        .done(|()| see_other("/mail-sent"))
        .or_again(async |filled| Ok(page(&visit, &filled)))
        .await
    }

    fn page(visit: &Visit, filled: &Filled) -> Page {
        let t = texts(visit.lang);
        let body: Markup = html! {
            h1 { (fl!(t, "register")) }
            p.muted { (fl!(t, "register-text")) }
            form.stack method="post" action="/register" {
                (field::text("first", fl!(t, "first-name")).value(filled.value("first")).error(filled.error("first"))
                    .autocomplete("given-name").large().required().autofocus())
                (field::text("last", fl!(t, "last-name")).value(filled.value("last")).error(filled.error("last"))
                    .autocomplete("family-name").large().required())
                (field::email("email", fl!(t, "email")).value(filled.value("email")).error(filled.error("email"))
                    .autocomplete("username").large().required())
                (button::main(fl!(t, "send-link")).wide())
            }
            p.small.muted { (fl!(t, "have-account")) " " a href="/sign-in" { (fl!(t, "sign-in")) } }
        };
        visit.sheet(&fl!(t, "register"), body)
    }
}

pub mod forgotten {
    use super::*;

    pub struct Forgotten {
        email: Email,
    }

    impl Ask for Forgotten {
        fn read(fields: &mut Fields) -> Option<Self> {
            Some(Forgotten { email: fields.email("email")? })
        }
    }

    pub async fn get(visit: Visit) -> Page {
        page(&visit, &Filled::fresh(visit.lang))
    }

    pub async fn post(visit: Visit, form: Form<Forgotten>) -> Handled {
        form.submit(async |ask| ask_for_link(&visit, &ask.email, None).await)
            .await
            .done(|()| see_other("/mail-sent"))
            .or_again(async |filled| Ok(page(&visit, &filled)))
            .await
    }

    fn page(visit: &Visit, filled: &Filled) -> Page {
        let t = texts(visit.lang);
        let body: Markup = html! {
            h1 { (fl!(t, "forgotten-title")) }
            p.muted { (fl!(t, "forgotten-text")) }
            form.stack method="post" action="/forgotten" {
                (field::email("email", fl!(t, "email")).value(filled.value("email")).error(filled.error("email"))
                    .autocomplete("username").large().required().autofocus())
                (button::main(fl!(t, "send-link")).wide())
            }
            p.small.muted { a href="/sign-in" { (fl!(t, "to-sign-in")) } }
        };
        visit.sheet(&fl!(t, "forgotten-title"), body)
    }
}
