//! From the sign-in form straight on to a program that needs no question: by a page of its own.
//!
//! The sign-in page lets its form lead to this site only, and Chromium and Safari hold that against every redirect that
//! follows. A page in between ends the chain of redirects, and goes on by itself.

use crate::texts;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use maud::html;
use web::{Visit, components::button};

/// Whether a page of this site led here, and not the program's own.
pub(super) fn comes_from_here(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map_or(&b""[..], HeaderValue::as_bytes);
    // A browser that does not say is shown the page in between: it does no harm.
    site != b"cross-site" && site != b"none"
}

pub(super) fn page(visit: &Visit, url: &str) -> Response {
    let t = texts(visit.lang);
    let title = fl!(t, "hand-over-title");
    let body = html! {
        h1 { (title) }
        p { (fl!(t, "hand-over-text")) }
        (button::acts(button::main(fl!(t, "hand-over")).large().href(url)))
    };
    let mut response = visit.sheet(&title, body).into_response();
    if let Ok(refresh) = HeaderValue::from_str(&format!("0; url={url}")) {
        response.headers_mut().insert(header::REFRESH, refresh);
    }
    response
}
