//! The password once more, for something weighty after an old sign-in; then on to where it was asked for.

use super::sign_in::{Next, with_cookie};
use crate::{Passwords, Refused, people, sign_in, texts};
use axum::{
    Extension,
    extract::Query,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Error, Result, Secret};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, note},
    problem::SIGN_IN_AGAIN,
};

pub struct Again {
    password: Secret,
    next: String,
}

impl Ask for Again {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.password("present");
        let next = super::next_path(fields.raw("next"));
        Some(Again { password: password?, next })
    }
}

pub async fn get(visit: Visit, Query(query): Query<Next>) -> Handled<Page> {
    page(&visit, &Filled::with(visit.lang, &[("next", &query.next)]))
}

pub async fn post(visit: Visit, Extension(passwords): Extension<Passwords>, form: Form<Again>) -> Handled {
    visit.visitor()?;
    form.submit(|ask| anew(&visit, &passwords, ask))
        .await
        .done(|response| response)
        .or_again(async |filled| page(&visit, &filled))
        .await
}

/// A new session takes the place of the old one, and stays as long as that was to stay.
async fn anew(visit: &Visit, passwords: &Passwords, ask: Again) -> Result<Response> {
    let visitor = visit.visitor()?;
    let (person, stays) = (visitor.person, visitor.stays);
    let email = visit.read(move |cx| people::person(cx, person)).await?.address()?;
    let (counted, address) = (email.clone(), visit.address.clone());
    visit.command(move |cx| sign_in::count_try(cx, &counted, &address)).await?;
    let found = visit.read(move |cx| sign_in::password_of(cx, &email)).await?;
    let proven = passwords.prove(ask.password, found).await?;
    let proven = proven.ok_or_else(|| Error::from(Refused::WrongPresentPassword))?;
    let from = super::from(visit);
    let (_, token) = visit.command(move |cx| sign_in::sign_in(cx, &proven, stays, &from)).await?;
    Ok(with_cookie(visit, &token, stays, &ask.next).into_response())
}

fn page(visit: &Visit, filled: &Filled) -> Handled<Page> {
    let email = visit.visitor()?.email.as_str();
    let t = texts(visit.lang);
    let body = html! {
        h1 { (fl!(t, "sign-in-again")) }
        p.muted { (fl!(t, "sign-in-again-text", email = email)) }
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack method="post" action=(SIGN_IN_AGAIN) {
            (field::hidden("next", filled.value("next")))
            (field::password("present", fl!(t, "password")).error(filled.error("present"))
                .autocomplete("current-password").large().required().autofocus())
            (button::main(fl!(t, "go-on")).wide())
        }
        p.small.muted { a href="/forgotten" { (fl!(t, "forgotten")) } }
    };
    Ok(visit.sheet(&fl!(t, "sign-in-again"), body))
}
