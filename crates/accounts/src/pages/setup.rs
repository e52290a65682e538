//! The first start: whoever has the code that the server printed becomes the first operator.

use crate::{NewPerson, Passwords, Refused, passwords, staff, texts};
use axum::{Extension, extract::Query, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{Email, Error, Name, Result, Secret};
use maud::html;
use serde::Deserialize;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, note},
};

/// Printed by the server at a first start; None when there is an operator already.
#[derive(Debug, Clone)]
pub struct SetupCode(pub Option<Secret>);

pub struct Setup {
    code: String,
    email: Email,
    first: Name,
    last: Name,
    password: Secret,
}

impl Ask for Setup {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (email, first, last) = (fields.email("email"), fields.name("first"), fields.name("last"));
        let password = fields.password("password");
        let code = fields.raw("code").trim().to_owned();
        Some(Setup { code, email: email?, first: first?, last: last?, password: password? })
    }
}

#[derive(Deserialize)]
pub struct Code {
    #[serde(default)]
    code: String,
}

pub async fn get(
    visit: Visit,
    Extension(setup): Extension<SetupCode>,
    Query(query): Query<Code>,
) -> Handled<Page> {
    open(&visit, setup).await?;
    Ok(page(&visit, &Filled::with(visit.lang, &[("code", &query.code)])))
}

pub async fn post(
    visit: Visit,
    Extension(setup): Extension<SetupCode>,
    Extension(passwords): Extension<Passwords>,
    form: Form<Setup>,
) -> Handled {
    let code = open(&visit, setup).await?;
    form.submit(|ask| create(&visit, &passwords, code, ask))
        .await
        .done(|()| visit.done("/sign-in", fl!(texts(visit.lang), "operator-created")).into_response())
        .or_again(async |filled| Ok(page(&visit, &filled)))
        .await
}

/// The code, as long as there is no operator.
async fn open(visit: &Visit, setup: SetupCode) -> Result<Secret> {
    let code = setup.0.ok_or_else(Error::not_found)?;
    match visit.read(staff::has_operator).await? {
        true => Err(Error::not_found()),
        false => Ok(code),
    }
}

async fn create(visit: &Visit, passwords: &Passwords, code: Secret, ask: Setup) -> Result<()> {
    // Compared as hashes, so that the time tells nothing about the code.
    if Secret::new(ask.code).hash() != code.hash() {
        return Err(Refused::WrongSetupCode.into());
    }
    passwords::check_strength(&ask.password, &[ask.first.as_str(), ask.last.as_str(), ask.email.as_str()])?;
    let hash = passwords.hash(ask.password).await?;
    let new = NewPerson {
        email: ask.email,
        first_name: ask.first,
        last_name: ask.last,
        lang: visit.lang,
        time_zone: visit.site.house().time_zone.clone(),
    };
    visit.command(move |cx| staff::create_first_operator(cx, &new, &hash)).await.map(|_| ())
}

fn page(visit: &Visit, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let body = html! {
        h1 { (fl!(t, "setup-title")) }
        p.muted { (fl!(t, "setup-text")) }
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack method="post" action="/setup" {
            (field::text("code", fl!(t, "setup-code")).value(filled.value("code")).error(filled.error("code")).mono().required())
            (field::text("first", fl!(t, "first-name")).value(filled.value("first")).error(filled.error("first")).autocomplete("given-name").required())
            (field::text("last", fl!(t, "last-name")).value(filled.value("last")).error(filled.error("last")).autocomplete("family-name").required())
            (field::email("email", fl!(t, "email")).value(filled.value("email")).error(filled.error("email")).autocomplete("username").required())
            (field::password("password", fl!(t, "password")).error(filled.error("password"))
                .hint(fl!(t, "password-hint", least = passwords::LEAST)).autocomplete("new-password").required())
            (button::main(fl!(t, "create-operator")).wide())
        }
    };
    visit.sheet(&fl!(t, "setup-title"), body)
}
