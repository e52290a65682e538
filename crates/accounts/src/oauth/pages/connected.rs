//! What a person allowed programs to do, and the end of it.

use crate::{
    oauth::{
        end_grant::{end_program, forget_program},
        grant::Connected,
        queries,
    },
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{ConsentId, Error, Timestamp};
use maud::{Markup, html};
use web::{
    Ask, Fields, Form, Handled, Page, Visit,
    components::{button, empty, head, mark, rows, rows::Row},
    format,
};

pub async fn get(visit: Visit) -> Handled<Page> {
    let person = visit.visitor()?.person;
    let (devices, sites) =
        visit.read(move |cx| Ok((queries::connected(cx, person)?, queries::approvals(cx, person)?))).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "connected-title");
    let body = html! {
        (head::head(title.as_str()).sub(fl!(t, "connected-lead")))
        @if devices.is_empty() && sites.is_empty() {
            (empty("device", fl!(t, "connected-none"), fl!(t, "connected-none-text"), ""))
        }
        @if !devices.is_empty() {
            (head::section("devices", fl!(t, "connected-devices"), "", rows::rows(devices.iter().map(|on| device(&visit, on)))))
        }
        @if !sites.is_empty() {
            (head::section("sites", fl!(t, "connected-sites"), "", rows::rows(sites.iter().map(|known| site(&visit, known)))))
        }
    };
    Ok(visit.page(&title, body))
}

fn device(visit: &Visit, on: &Connected) -> Row {
    let t = texts(visit.lang);
    let used = format::seen(Some(on.used_at), visit.now(), &visit.zone(), visit.lang);
    let since = format::date(on.created_at, &visit.zone(), visit.lang);
    let name = html! {
        (on.program) @if let Some(version) = &on.program_version { " " (version) }
        @if let Some(device) = &on.device_name { " · " (device) }
    };
    let action = format!("/profile/programs/{}/end", on.consent);
    rows::row(name)
        .lead(mark(&on.program, ""))
        .text(fl!(t, "connected-device-text", since = since, address = on.address.clone(), used = used))
        .acts(button::post(
            &action,
            button::plain(fl!(t, "connected-end")).small().label(label(visit, &on.program)),
        ))
}

fn site(visit: &Visit, (client_id, name, approved_at): &(String, String, Timestamp)) -> Row {
    let t = texts(visit.lang);
    let since = format::date(*approved_at, &visit.zone(), visit.lang);
    rows::row(name).lead(mark(name, "")).text(fl!(t, "connected-site-text", since = since)).acts(
        forget_button(client_id, button::plain(fl!(t, "connected-end")).small().label(label(visit, name))),
    )
}

fn label(visit: &Visit, program: &str) -> String {
    fl!(texts(visit.lang), "connected-end-label", program = program)
}

fn forget_button(client_id: &str, button: button::Button) -> Markup {
    button::act("/profile/programs/forgotten", "client_id", client_id, button)
}

pub async fn end(visit: Visit, Path(consent): Path<ConsentId>) -> Handled {
    visit.command(move |cx| end_program(cx, consent)).await?;
    Ok(visit.done("/profile/programs", fl!(texts(visit.lang), "connected-ended")))
}

pub struct Forget(String);

impl Ask for Forget {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.text("client_id", 64).map(Forget)
    }
}

pub async fn forget(visit: Visit, form: Form<Forget>) -> Handled {
    form.submit(|Forget(client_id)| visit.command(move |cx| forget_program(cx, &client_id)))
        .await
        .done(|()| visit.done("/profile/programs", fl!(texts(visit.lang), "connected-ended")))
        .or_again(async |_| Err(Error::not_found().into()))
        .await
}
