//! API keys: made here, shown once, ended here.

use crate::{staff, texts};
use axum::{extract::Path, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{ApiKeyId, Name, PartnerId, Secret};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, col, field, head, note, section, table, tr},
    format,
};

pub struct New {
    name: Name,
    partner: Option<PartnerId>,
}

impl Ask for New {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (name, partner) = (fields.name("name"), fields.maybe::<PartnerId>("partner"));
        Some(New { name: name?, partner: partner? })
    }
}

pub async fn get(visit: Visit) -> Handled<Page> {
    page(&visit, &Filled::fresh(visit.lang), None).await
}

pub async fn post(visit: Visit, form: Form<New>) -> Handled {
    let mut made = None;
    let settled = form
        .submit(async |ask| {
            let (_, token) =
                visit.command(move |cx| staff::create_api_key(cx, &ask.name, ask.partner)).await?;
            made = Some(token);
            Ok(())
        })
        .await
        .done(|()| ());
    match made {
        // Shown in the answer to the POST itself: the token is written nowhere.
        Some(token) => Ok(page(&visit, &Filled::fresh(visit.lang), Some(token)).await?.into_response()),
        None => settled.or_again(async |filled| page(&visit, &filled, None).await).await,
    }
}

pub async fn end(visit: Visit, Path(id): Path<ApiKeyId>) -> Handled {
    visit.command(move |cx| staff::revoke_api_key(cx, id)).await?;
    Ok(visit.done("/vendor/api-keys", fl!(texts(visit.lang), "api-key-ended")))
}

async fn page(visit: &Visit, filled: &Filled, made: Option<Secret>) -> Handled<Page> {
    let t = texts(visit.lang);
    let (keys, partners) = visit.read(|cx| Ok((staff::api_keys(cx)?, staff::partners(cx)?))).await?;
    let partners = partners.iter().map(|partner| (partner.id.to_string(), partner.name.clone()));
    let choices = std::iter::once((String::new(), fl!(t, "for-the-vendor"))).chain(partners);
    let body = html! {
        div.narrow {
            (head(fl!(t, "api-keys")).sub(fl!(t, "api-keys-text")))
            @if let Some(token) = made {
                (note(Is::Ok, fl!(t, "api-key-made"), html! {
                    (fl!(t, "api-key-once")) br;
                    code.mono #token { (token.expose()) }
                }))
            }
            (table(fl!(t, "api-keys"))
                .cols([col(fl!(t, "name")).main(), col(fl!(t, "acts-for")), col(fl!(t, "made")).leaves(3), col(fl!(t, "last-used")).leaves(2), col("")])
                .rows(keys.iter().map(|key| tr()
                    .cell(&key.name)
                    .cell(key.partner.clone().unwrap_or_else(|| fl!(t, "for-the-vendor")))
                    .cell(format::short_date(key.created_at, &visit.zone(), visit.lang))
                    .cell(format::seen(key.used_at, visit.now(), &visit.zone(), visit.lang))
                    .cell(button::post(&format!("/vendor/api-keys/{}/end", key.id), button::plain(fl!(t, "end-key")).small()))))
                .or_empty(html! { p.muted { (fl!(t, "no-api-keys")) } }))
            (section("add", fl!(t, "new-api-key"), "", html! {
                @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
                form.stack method="post" action="/vendor/api-keys" {
                    (field::text("name", fl!(t, "name")).value(filled.value("name")).error(filled.error("name")).hint(fl!(t, "api-key-name-hint")).required())
                    (field::select("partner", fl!(t, "acts-for")).options(choices).value(filled.value("partner")).error(filled.error("partner")))
                    div { (button::main(fl!(t, "make-key"))) }
                }
            }))
        }
    };
    Ok(visit.page(&fl!(t, "api-keys"), body))
}
