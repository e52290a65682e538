//! Where the mail to the contract manager leads: agree or object, with a word about why.

use super::{LONGEST, facts_of, steps_of, way};
use crate::{
    pages::paths,
    takeover::{Reply, Step, TakeoverPage, answer, takeover},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Error, FieldError, Refusal, TakeoverId};
use maud::{Markup, html};
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*};

pub(in crate::pages) struct Answered {
    reply: Reply,
    note: String,
}

impl Ask for Answered {
    fn read(fields: &mut Fields) -> Option<Self> {
        let note = fields.text("note", LONGEST);
        let reply = match fields.raw("answer") {
            "agree" => Some(Reply::Agree),
            "object" => Some(Reply::Object),
            _ => {
                fields.refuse(FieldError::new("answer", "missing"));
                None
            }
        };
        Some(Answered { reply: reply?, note: note? })
    }
}

pub(in crate::pages) async fn get(visit: Visit, Path(id): Path<TakeoverId>) -> Handled<Page> {
    page(&visit, id, &Filled::fresh(visit.lang)).await
}

pub(in crate::pages) async fn post(
    visit: Visit,
    Path(id): Path<TakeoverId>,
    form: Form<Answered>,
) -> Handled {
    form.submit(|Answered { reply, note }| visit.command(move |cx| answer(cx, id, reply, &note)))
        .await
        .done(|_| visit.done(&paths::takeover(id), fl!(texts(visit.lang), "answered")))
        .or_again(async |filled| page(&visit, id, &filled).await)
        .await
}

async fn page(visit: &Visit, id: TakeoverId, filled: &Filled) -> Handled<Page> {
    let found = visit.read(move |cx| takeover(cx, id)).await?;
    if visit.actor.person_id() != Some(found.takeover.manager.id) {
        return Err(Error::forbidden().into());
    }
    let t = texts(visit.lang);
    let (title, takeover) = (fl!(t, "answer"), &found.takeover);
    let who = takeover.applicant.name();
    let late = takeover.standing().after(Step::Object, visit.now()).err();
    let body = html! {
        div.narrow {
            (head(fl!(t, "answer-title", who = who, number = takeover.contract_number.as_str()))
                .crumbs(crumbs(visit.lang, way(visit, &found, &title))))
            div.stack.stack-l {
                @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
                @else if let Some(late) = &late { (note(Is::Info, "", late.sentence(visit.lang))) }
                (steps_of(visit, takeover))
                (facts_of(visit, takeover))
                @if late.is_none() { (form(visit, &found, filled)) }
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn form(visit: &Visit, found: &TakeoverPage, filled: &Filled) -> Markup {
    let t = texts(visit.lang);
    html! {
        form.stack.measure method="post" action=(paths::takeover_answer(found.takeover.id)) {
            p { (fl!(t, "answer-text")) }
            (field::area("note", fl!(t, "answer-note")).value(filled.value("note")).error(filled.error("note"))
                .hint(fl!(t, "answer-note-hint")).max_length(LONGEST))
            @if let Some(error) = filled.error("answer") { (field::error_line("f-answer-error", &error)) }
            div.acts {
                (button::bad(fl!(t, "object")).sends("answer", "object"))
                (button::main(fl!(t, "agree")).sends("answer", "agree"))
            }
            p.hint { (fl!(t, "agree-hint")) }
        }
    }
}
