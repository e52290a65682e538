//! Somebody is signed in, and somebody has to sign in anew: another person, or the same once more.

use super::consent;
use crate::{oauth::parameters::Parameters, sign_in, texts};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use maud::{Markup, html};
use web::{
    Ask, Fields, Form, Handled, Page, Visit,
    components::{button, field, link_button},
    cookies, see_other,
};

const ACTION: &str = "/oauth/sign-in-anew";

/// Where it goes on: with the wish of a program, or with the code of a device.
pub enum Back {
    Wish(String),
    Code(String),
}

impl Back {
    fn field(&self) -> Markup {
        match self {
            Back::Wish(query) => field::hidden("query", query),
            Back::Code(code) => field::hidden("user_code", code),
        }
    }
    fn path(&self, visit: &Visit) -> String {
        match self {
            Back::Wish(query) => consent::path_back(&Parameters::parse(query.as_bytes()), visit.now()),
            Back::Code(code) => {
                let query =
                    form_urlencoded::Serializer::new(String::new()).append_pair("user_code", code).finish();
                format!("/device?{query}")
            }
        }
    }
}

impl Ask for Back {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(match fields.raw("query") {
            "" => Back::Code(fields.raw("user_code").to_owned()),
            query => Back::Wish(query.to_owned()),
        })
    }
}

/// Ends the session first: the page for signing in lets nobody in who is in already. It is a POST, so no link of a
/// stranger signs anybody out.
pub async fn post(visit: Visit, form: Form<Back>) -> Handled {
    let back = Back::read(&mut form.into_fields()).map_or("/".to_owned(), |back| back.path(&visit));
    if let Some(visitor) = &visit.visitor {
        let session = visitor.session;
        visit.command(move |cx| sign_in::sign_out(cx, session)).await?;
    }
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", &back).finish();
    let mut response = see_other(&format!("/sign-in?{query}"));
    response.headers_mut().append(header::SET_COOKIE, cookies::sign_out(&visit.site));
    Ok(response)
}

/// A program wants the person to prove once more who they are.
pub(super) fn page(visit: &Visit, program: &str, back: &Back) -> Response {
    let t = texts(visit.lang);
    let title = fl!(t, "sign-in-anew-title");
    let body = html! {
        h1 { (title) }
        p { (fl!(t, "sign-in-anew-text", program = program)) }
        form.stack method="post" action=(ACTION) {
            (back.field())
            (button::acts(button::main(fl!(t, "sign-in-anew")).large()))
        }
    };
    let page: Page = visit.sheet(&title, body);
    page.into_response()
}

/// Under a page that asks somebody: who is asked, and the way to ask somebody else.
pub(super) fn signed_in_as(visit: &Visit, back: &Back) -> Markup {
    let t = texts(visit.lang);
    let email = visit.visitor.as_ref().map(|visitor| visitor.email.clone()).unwrap_or_default();
    html! {
        form.small.muted method="post" action=(ACTION) {
            (back.field())
            (fl!(t, "consent-signed-in-as", email = email)) " "
            (link_button(fl!(t, "consent-someone-else"))) " "
            (fl!(t, "consent-end-it"))
        }
    }
}
