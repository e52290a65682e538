//! Where the person is signed in; each can be ended, and all others at once.

use crate::{sign_in, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Error, SessionId};
use maud::{Markup, html};
use web::{
    Handled, Page, Visit,
    components::{Is, badge, button, icon, row, rows, section},
    format,
    session::{self, SessionRow},
};

pub async fn get(visit: Visit) -> Handled<Page> {
    let t = texts(visit.lang);
    let person = visit.visitor()?.person;
    let own = visit.visitor()?.session;
    let open = visit.read(move |cx| session::open_sessions(cx, person)).await?;
    let several = open.len() > 1;
    let list = rows(open.iter().map(|found| one(&visit, found, found.id == own)));
    let side = html! {
        @if several { (button::post("/profile/sessions", button::plain(fl!(t, "end-others")).small())) }
    };
    let body = section("sessions", fl!(t, "sessions"), side, list);
    Ok(visit.page(&fl!(t, "sessions"), super::profile::frame(&visit, "/profile/sessions", body)))
}

fn one(visit: &Visit, found: &SessionRow, this: bool) -> web::components::rows::Row {
    let t = texts(visit.lang);
    let title: Markup = html! {
        (browser(&found.user_agent)) @if this { " " (badge(Is::Ok, "", fl!(t, "this-one"))) }
    };
    let seen = format::ago(found.seen_at, visit.now(), &visit.zone(), visit.lang);
    let since = format::date_time(found.created_at, &visit.zone(), visit.lang);
    let line = fl!(t, "session-line", seen = seen, since = since, address = found.address.clone());
    let row = row(title).lead(icon("device")).text(line);
    match this {
        true => row,
        false => row.acts(button::post(
            &format!("/profile/sessions/{}/end", found.id),
            button::plain(fl!(t, "end-session")).small(),
        )),
    }
}

/// "Firefox, Linux" out of a User-Agent: enough to know one's own machine again.
fn browser(user_agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    let program = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (program, system) {
        (Some(program), Some(system)) => format!("{program}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => user_agent.chars().take(60).collect(),
    }
}

pub async fn end(visit: Visit, Path(id): Path<SessionId>) -> Handled {
    visit.visitor()?;
    let ended = visit
        .command(move |cx| {
            let person = cx.actor().signed_in()?;
            match session::open_sessions(cx, person)?.iter().any(|open| open.id == id) {
                true => sign_in::sign_out(cx, id),
                false => Err(Error::not_found()),
            }
        })
        .await;
    ended?;
    Ok(visit.done("/profile/sessions", fl!(texts(visit.lang), "session-ended")))
}

pub async fn end_others(visit: Visit) -> Handled {
    let own = visit.visitor()?.session;
    visit.command(move |cx| sign_in::sign_out_elsewhere(cx, own)).await?;
    Ok(visit.done("/profile/sessions", fl!(texts(visit.lang), "sessions-ended")))
}
