//! Change the own password, with the present one.

use crate::{Passwords, Refused, passwords, people, sign_in, texts};
use axum::{Extension, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{Email, Result, Secret};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, note},
};

pub struct Change {
    present: Secret,
    password: Secret,
}

impl Ask for Change {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (present, password) = (fields.password("present"), fields.password("password"));
        Some(Change { present: present?, password: password? })
    }
}

pub async fn get(visit: Visit) -> Handled<Page> {
    visit.visitor()?;
    Ok(page(&visit, &Filled::fresh(visit.lang)))
}

pub async fn post(visit: Visit, Extension(passwords): Extension<Passwords>, form: Form<Change>) -> Handled {
    visit.visitor()?;
    form.submit(|ask| change(&visit, &passwords, ask))
        .await
        .done(|()| {
            visit.done("/profile/sessions", fl!(texts(visit.lang), "password-changed")).into_response()
        })
        .or_again(async |filled| Ok(page(&visit, &filled)))
        .await
}

async fn change(visit: &Visit, passwords: &Passwords, ask: Change) -> Result<()> {
    let visitor = visit.visitor()?;
    let (person, session) = (visitor.person, visitor.session);
    let known = visit.read(move |cx| people::person(cx, person)).await?;
    let email: Email = known.address()?;
    let (counted, address) = (email.clone(), visit.address.clone());
    visit.command(move |cx| sign_in::count_try(cx, &counted, &address)).await?;
    let found = visit.read(move |cx| sign_in::password_of(cx, &email)).await?;
    let Some(present) = passwords.prove(ask.present, found).await? else {
        return Err(Refused::WrongPresentPassword.into());
    };
    passwords::check_strength(&ask.password, &[&known.first_name, &known.last_name, &known.email])?;
    let hash = passwords.hash(ask.password).await?;
    visit.command(move |cx| sign_in::change_password(cx, &present, &hash, session)).await
}

fn page(visit: &Visit, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let body = html! {
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack method="post" action="/profile/password" {
            (field::password("present", fl!(t, "present-password")).error(filled.error("present"))
                .autocomplete("current-password").required())
            (field::password("password", fl!(t, "new-password")).error(filled.error("password"))
                .hint(fl!(t, "password-hint", least = passwords::LEAST)).autocomplete("new-password").required())
            p.hint { (fl!(t, "password-ends-sessions")) }
            div { (button::main(fl!(t, "change-password"))) }
        }
    };
    visit.page(&fl!(t, "password"), super::profile::frame(visit, "/profile/password", body))
}
