//! The own profile: names, language, time zone; light or dark (mission S10).

use crate::{Person, profile, texts};
use axum::{http::header, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, head, note, radios, stamp, tabs},
    cookies,
    layout::Scheme,
};

pub(super) struct Change(profile::Details);

impl Ask for Change {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (first, last, lang) =
            (fields.name("first"), fields.name("last"), fields.parsed::<Lang>("language"));
        let zone =
            crate::time_zone("time_zone", fields.raw("time_zone")).map_err(|error| fields.refuse(error)).ok();
        Some(Change(profile::Details { first_name: first?, last_name: last?, lang: lang?, time_zone: zone? }))
    }
}

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    let person = visit.read(profile::own_details).await?;
    let filled = Filled::with(
        visit.lang,
        &[
            ("first", &person.first_name),
            ("last", &person.last_name),
            ("language", person.lang.tag()),
            ("time_zone", &person.time_zone),
        ],
    );
    Ok(page(&visit, &person, &filled))
}

pub(super) async fn post(visit: Visit, form: Form<Change>) -> Handled {
    let person = visit.read(profile::own_details).await?;
    let mut lang = visit.lang;
    let settled = form
        .submit(|ask| {
            lang = ask.0.lang;
            visit.command(move |cx| profile::change_details(cx, &ask.0))
        })
        .await
        .done(|()| visit.done("/profile", fl!(texts(lang), "saved")));
    let mut response = settled.or_again(async |filled| Ok(page(&visit, &person, &filled))).await?;
    response.headers_mut().append(header::SET_COOKIE, cookies::language(&visit.site, lang));
    Ok(response)
}

/// The tabs above every page of the profile.
pub(super) fn frame(visit: &Visit, current: &str, body: Markup) -> Markup {
    let t = texts(visit.lang);
    let pages = [
        ("/profile", fl!(t, "personal-details")),
        ("/profile/password", fl!(t, "password")),
        ("/profile/sessions", fl!(t, "sessions")),
        ("/profile/programs", fl!(t, "programs")),
        ("/profile/appearance", fl!(t, "appearance")),
    ];
    let tabs = pages.map(|(href, words)| tabs::tab(words, href).current(href == current));
    html! {
        div.narrow {
            (head(fl!(t, "profile")))
            (tabs::tabs(fl!(t, "profile"), tabs))
            (body)
        }
    }
}

fn page(visit: &Visit, person: &Person, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang.own_name()));
    let body = html! {
        div.stack {
            (stamp([(fl!(t, "email"), html! { (person.email) }), (fl!(t, "user-id"), html! { span.mono { (person.id) } })]))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            form.stack method="post" action="/profile" {
                (field::text("first", fl!(t, "first-name")).value(filled.value("first")).error(filled.error("first"))
                    .autocomplete("given-name").required())
                (field::text("last", fl!(t, "last-name")).value(filled.value("last")).error(filled.error("last"))
                    .autocomplete("family-name").required())
                (field::select("language", fl!(t, "language")).options(languages).value(filled.value("language"))
                    .error(filled.error("language")).hint(fl!(t, "language-hint")))
                (field::text("time_zone", fl!(t, "time-zone")).value(filled.value("time_zone"))
                    .error(filled.error("time_zone")).hint(fl!(t, "time-zone-hint")).required())
                div { (button::main(fl!(t, "save"))) }
            }
        }
    };
    visit.page(&fl!(t, "profile"), frame(visit, "/profile", body))
}

pub(super) struct Choice(Scheme);

impl Ask for Choice {
    fn read(fields: &mut Fields) -> Option<Self> {
        let chosen = Scheme::from_name(fields.raw("scheme"));
        if chosen.is_none() {
            fields.refuse(kernel::FieldError::new("scheme", "not-understood"));
        }
        chosen.map(Choice)
    }
}

pub(super) async fn appearance(visit: Visit) -> Handled<Page> {
    let scheme = visit.visitor()?.scheme.clone();
    Ok(appearance_page(&visit, &Filled::with(visit.lang, &[("scheme", &scheme)])))
}

pub(super) async fn choose(visit: Visit, form: Form<Choice>) -> Handled {
    form.submit(|ask| visit.command(move |cx| profile::choose_scheme(cx, ask.0.name())))
        .await
        .done(|()| visit.done("/profile/appearance", fl!(texts(visit.lang), "saved")).into_response())
        .or_again(async |filled| Ok(appearance_page(&visit, &filled)))
        .await
}

fn appearance_page(visit: &Visit, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let choices = Scheme::ALL.into_iter().fold(radios("scheme", fl!(t, "appearance")), |choices, scheme| {
        choices.choice(scheme.name(), scheme.words(visit.lang), "")
    });
    let body = html! {
        form.stack method="post" action="/profile/appearance" {
            (choices.value(filled.value("scheme")).error(filled.error("scheme")))
            div { (button::main(fl!(t, "save"))) }
        }
    };
    visit.page(&fl!(t, "appearance"), frame(visit, "/profile/appearance", body))
}
