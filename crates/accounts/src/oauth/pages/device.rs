//! The code that a device shows: entered here, looked at, allowed or not.

use super::{
    consent::{self, Asking},
    sign_in_anew::{Back, signed_in_as},
};
use crate::{
    oauth::{
        device_code::{AskedDevice, DecideDevice, decide_device, device_asked},
        refusal::ProgramRefused,
        user_code::UserCode,
    },
    texts,
};
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::Result;
use maud::html;
use serde::Deserialize;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, icon, note},
};

#[derive(Deserialize)]
pub struct Prefilled {
    #[serde(default)]
    user_code: String,
}

/// Only fills the form in: what opens links in mails must not use up a code.
pub async fn get(visit: Visit, Query(query): Query<Prefilled>) -> Handled<Page> {
    visit.visitor()?;
    let code = query.user_code.parse::<UserCode>().map(|code| code.to_string()).unwrap_or_default();
    Ok(page(&visit, &Filled::with(visit.lang, &[("user_code", &code)])))
}

pub struct LookUp(UserCode);

impl Ask for LookUp {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.parsed("user_code").map(LookUp)
    }
}

pub async fn post(visit: Visit, form: Form<LookUp>) -> Handled {
    visit.visitor()?;
    form.submit(|LookUp(code)| look_up(&visit, code))
        .await
        .done(|device| confirm_page(&visit, &device))
        .or_again(async |filled| Ok(page(&visit, &filled)))
        .await
}

async fn look_up(visit: &Visit, code: UserCode) -> Result<AskedDevice> {
    let address = visit.address.clone();
    let found = visit.command(move |cx| device_asked(cx, &code, &address)).await?;
    Ok(found.ok_or(ProgramRefused::UnknownUserCode)?)
}

pub struct Decision {
    code: UserCode,
    allow: bool,
}

impl Ask for Decision {
    fn read(fields: &mut Fields) -> Option<Self> {
        let allow = fields.raw("decision") == "allow";
        fields.parsed("user_code").map(|code| Decision { code, allow })
    }
}

pub async fn decide(visit: Visit, form: Form<Decision>) -> Handled {
    form.submit(|decision| settle(&visit, decision))
        .await
        .done(|(device, allow)| decided_page(&visit, &device, allow))
        .or_again(async |filled| Ok(page(&visit, &filled)))
        .await
}

async fn settle(visit: &Visit, Decision { code, allow }: Decision) -> Result<(AskedDevice, bool)> {
    let ask = DecideDevice { code, allow, session: visit.visitor()?.session, address: visit.address.clone() };
    let decided = visit.command(move |cx| decide_device(cx, &ask)).await?;
    Ok((decided.ok_or(ProgramRefused::UnknownUserCode)?, allow))
}

fn page(visit: &Visit, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let title = fl!(t, "device-title");
    let code = field::text("user_code", fl!(t, "device-code"))
        .value(filled.value("user_code"))
        .error(filled.error("user_code"))
        .hint(fl!(t, "device-code-hint"))
        .placeholder("BCDF-GHJK")
        .autocomplete("off")
        .max_length(20)
        .large()
        .mono()
        .required();
    visit.sheet(
        &title,
        html! {
            h1 { (title) }
            p.muted { (fl!(t, "device-lead")) }
            form.stack method="post" action="/device" {
                (code)
                (button::acts(button::main(fl!(t, "device-go-on")).large()))
            }
        },
    )
}

fn confirm_page(visit: &Visit, device: &AskedDevice) -> Response {
    let t = texts(visit.lang);
    let title = fl!(t, "device-confirm-title", program = device.program.clone());
    let code = device.user_code.parse::<UserCode>().map(|code| code.to_string()).unwrap_or_default();
    let body = html! {
        (consent::asked_from(visit, &Asking {
            program: &device.program,
            version: device.program_version.as_deref(),
            device: device.device_name.as_deref(),
            address: &device.address,
            at: device.created_at,
        }))
        h1 { (title) }
        div.note { (icon("lock")) p { (fl!(t, "device-compare")) " " b.code { (code) } } }
        (note(Is::Warn, "", fl!(t, "device-warning")))
        form.stack method="post" action="/device/decision" {
            (field::hidden("user_code", &code))
            (consent::may(&device.scopes, visit.lang))
            (consent::decide(visit.lang))
        }
        (signed_in_as(visit, &Back::Code(code.clone())))
    };
    visit.wide_sheet(&title, body).into_response()
}

fn decided_page(visit: &Visit, device: &AskedDevice, allow: bool) -> Response {
    let t = texts(visit.lang);
    let program = device.program.clone();
    let (title, text) = match allow {
        true => (fl!(t, "device-allowed-title"), fl!(t, "device-allowed", program = program)),
        false => (fl!(t, "device-denied-title"), fl!(t, "device-denied", program = program)),
    };
    let body = html! {
        h1 { (title) }
        p { (text) }
        p { (button::plain(fl!(t, "device-programs")).href("/profile/programs")) }
    };
    visit.sheet(&title, body).into_response()
}
