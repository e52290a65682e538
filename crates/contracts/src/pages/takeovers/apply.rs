//! A primary admin applies to become contract manager: the reason, and a document as proof. Page and API share how the
//! form is read.

use super::LONGEST;
use crate::{
    pages::paths,
    takeover::{Applied, Apply, Document, LARGEST_DOCUMENT, Refused, apply, manager_page},
    texts,
};
use axum::{
    extract::{Multipart, Path, multipart::Field},
    http::StatusCode,
};
use i18n_embed_fl::fl;
use kernel::{ContractId, Error, FieldError, Result};
use maud::{Markup, html};
use web::{Fields, Filled, Form, Handled, Nothing, Page, Visit, components::*, format};

pub(in crate::pages) async fn get(visit: Visit, Path(id): Path<ContractId>) -> Handled<Page> {
    page(&visit, id, &Filled::fresh(visit.lang)).await
}

/// The file itself cannot be kept in a form; what was typed beside it is.
pub(in crate::pages) async fn post(visit: Visit, Path(id): Path<ContractId>, form: Multipart) -> Handled {
    let mut reason = String::new();
    let applied = take(&visit, id, form, &mut reason).await;
    Form::<Nothing>::of(Fields::typed(vec![("reason".to_owned(), reason)]), visit.lang)
        .submit(|Nothing| async { applied })
        .await
        .done(|applied| {
            let said = fl!(texts(visit.lang), "applied", who = applied.takeover.manager.name());
            visit.done(&paths::takeover(applied.takeover.id), said)
        })
        .or_again(async |filled| page(&visit, id, &filled).await)
        .await
}

/// Reads the form and applies. What was typed as the reason stays behind.
pub(crate) async fn take(
    visit: &Visit,
    contract: ContractId,
    mut form: Multipart,
    reason: &mut String,
) -> Result<Applied> {
    // Whoever may not is told so before a file is read.
    visit.read(move |cx| crate::takeover::may_apply(cx, contract)).await?;
    let mut document = None;
    while let Some(part) = form.next_field().await.map_err(|error| broken(&error))? {
        match part.name() {
            Some("reason") => {
                let text = content(part, LONGEST * 4).await?;
                *reason = String::from_utf8_lossy(&text).into_owned();
            }
            Some("document") => {
                let name = part.file_name().unwrap_or_default().to_owned();
                document = Some((name, content(part, LARGEST_DOCUMENT).await?));
            }
            _ => {}
        }
    }
    let (name, content) = document.unwrap_or_default();
    let ask = Apply { contract, reason: readable(reason)?, document: Document::parse(&name, content)? };
    visit.command_on(contract, move |cx| apply(cx, &ask)).await
}

fn readable(reason: &str) -> Result<String> {
    let mut fields = Fields::filled(&[("reason", reason)]);
    if reason.trim().is_empty() {
        fields.refuse(FieldError::new("reason", "missing"));
    }
    match fields.text("reason", LONGEST) {
        Some(reason) if !reason.is_empty() => Ok(reason),
        _ => Err(fields.into_error()),
    }
}

async fn content(mut part: Field<'_>, most: usize) -> Result<Vec<u8>> {
    let mut content = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|error| broken(&error))? {
        if content.len() + piece.len() > most {
            return Err(Refused::DocumentTooLarge { most: LARGEST_DOCUMENT as u64 }.into());
        }
        content.extend_from_slice(&piece);
    }
    Ok(content)
}

fn broken(error: &axum::extract::multipart::MultipartError) -> Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refused::DocumentTooLarge { most: LARGEST_DOCUMENT as u64 }.into(),
        _ => Refused::DocumentBroken.into(),
    }
}

async fn page(visit: &Visit, id: ContractId, filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        crate::takeover::may_apply(cx, id)?;
        manager_page(cx, id)
    };
    let found = visit.read(ask).await?;
    let (t, contract) = (texts(visit.lang), &found.contract);
    let title = fl!(t, "apply");
    let way = [
        (fl!(t, "contracts"), paths::CONTRACTS.to_owned()),
        (fl!(t, "contract-manager"), paths::manager(id)),
        (title.clone(), String::new()),
    ];
    let manager = contract.manager_name();
    let days = visit.site.house().takeovers.days;
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way))
                .sub(fl!(t, "apply-text", number = contract.number.as_str(), manager = manager, days = days)))
            @match &found.open {
                Some(open) if !filled.is_refused() => (crate::pages::contract_manager::open_note(visit, open)),
                _ => (form(visit, id, filled)),
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn form(visit: &Visit, id: ContractId, filled: &Filled) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let most = fl!(t, "document-most", most = format::bytes(LARGEST_DOCUMENT as u64, lang));
    html! {
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack.measure method="post" enctype="multipart/form-data" action=(paths::apply(id)) {
            (field::area("reason", fl!(t, "takeover-reason")).value(filled.value("reason")).error(filled.error("reason"))
                .hint(fl!(t, "apply-reason-hint")).rows(5).max_length(LONGEST).required())
            p { (fl!(t, "apply-document")) }
            (drop("document", html! { b { (fl!(t, "choose-document")) } }, most,
                ".pdf,.png,.jpg,.jpeg,.txt,application/pdf,image/png,image/jpeg,text/plain")
                .error(filled.error("document")).required())
            div.acts {
                (button::main(fl!(t, "send-application")))
                (button::quiet(fl!(t, "cancel")).href(paths::manager(id)))
            }
        }
    }
}
