//! The partner's people or the vendor's grant an application, or refuse it.

use super::{LONGEST, facts_of, steps_of, way};
use crate::{
    pages::paths,
    takeover::{Decision, Step, decide, takeover},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Error, FieldError, Refusal, TakeoverId};
use maud::{Markup, html};
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*};

pub(in crate::pages) struct Decided {
    decision: Decision,
    note: String,
}

impl Ask for Decided {
    fn read(fields: &mut Fields) -> Option<Self> {
        let note = fields.text("note", LONGEST);
        let decision = match fields.raw("decision") {
            "grant" => Some(Decision::Grant),
            "refuse" => Some(Decision::Refuse),
            _ => {
                fields.refuse(FieldError::new("decision", "missing"));
                None
            }
        };
        Some(Decided { decision: decision?, note: note? })
    }
}

pub(in crate::pages) async fn get(visit: Visit, Path(id): Path<TakeoverId>) -> Handled<Page> {
    page(&visit, id, &Filled::fresh(visit.lang)).await
}

pub(in crate::pages) async fn post(visit: Visit, Path(id): Path<TakeoverId>, form: Form<Decided>) -> Handled {
    form.submit(|Decided { decision, note }| visit.command(move |cx| decide(cx, id, decision, &note)))
        .await
        .done(|_| visit.done(&paths::takeover(id), fl!(texts(visit.lang), "decided")))
        .or_again(async |filled| page(&visit, id, &filled).await)
        .await
}

async fn page(visit: &Visit, id: TakeoverId, filled: &Filled) -> Handled<Page> {
    let found = visit.read(move |cx| takeover(cx, id)).await?;
    if !found.may_decide {
        return Err(Error::forbidden().into());
    }
    visit.actor.require_fresh_sign_in(visit.now())?;
    let t = texts(visit.lang);
    let (title, takeover) = (fl!(t, "decide"), &found.takeover);
    let early = takeover.standing().after(Step::Grant, visit.now()).err();
    let body = html! {
        div.narrow {
            (head(fl!(t, "decide-title", number = takeover.contract_number.as_str()))
                .crumbs(crumbs(visit.lang, way(visit, &found, &title))))
            div.stack.stack-l {
                @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
                @else if let Some(early) = &early { (note(Is::Info, "", early.sentence(visit.lang))) }
                (steps_of(visit, takeover))
                (facts_of(visit, takeover))
                @if early.is_none() { (form(visit, id, filled)) }
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn form(visit: &Visit, id: TakeoverId, filled: &Filled) -> Markup {
    let t = texts(visit.lang);
    html! {
        form.stack.measure method="post" action=(paths::takeover_decision(id)) {
            p { (fl!(t, "decide-text")) }
            (field::area("note", fl!(t, "takeover-note")).value(filled.value("note")).error(filled.error("note"))
                .hint(fl!(t, "decide-note-hint")).max_length(LONGEST))
            @if let Some(error) = filled.error("decision") { (field::error_line("f-decision-error", &error)) }
            div.acts {
                (button::bad(fl!(t, "refuse")).sends("decision", "refuse"))
                (button::main(fl!(t, "grant")).sends("decision", "grant"))
            }
        }
    }
}
