//! The mails to the person, and how each of them fared.

use crate::{queries::Letter, texts};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use notifications::Status;
use web::{
    Visit,
    components::{Is, head, row, rows, rows::Row, sign},
    format,
};

pub(super) fn draw(visit: &Visit, letters: &[Letter]) -> Markup {
    let t = texts(visit.lang);
    head::subsection(
        "p-mails",
        fl!(t, "emails"),
        "",
        html! {
            @if letters.is_empty() { p.hint { (fl!(t, "no-mails")) } }
            @else { (rows(letters.iter().map(|letter| letter_row(visit, letter)))) }
        },
    )
}

fn letter_row(visit: &Visit, letter: &Letter) -> Row {
    let lang = visit.lang;
    let when = format::date_time(letter.at, &visit.zone(), lang);
    let answer = letter.answer.as_deref().filter(|_| letter.status != Status::Sent);
    row(&letter.subject)
        .text(html! {
            (letter.to) " · " (when)
            @if let Some(answer) = answer { br; (answer) }
        })
        .side(status_sign(letter.status, lang))
        .id(letter.id.to_string())
}

pub(in crate::pages) fn status_sign(status: Status, lang: Lang) -> Markup {
    let is = match status {
        Status::Sent => Is::Ok,
        Status::Queued => Is::Wait,
        Status::Deferred => Is::Warn,
        Status::Failed => Is::Bad,
        Status::Canceled => Is::Off,
    };
    sign(is, status.label(lang))
}
