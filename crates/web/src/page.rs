//! Answers: a page, a way on with a sentence, a file's worth of JSON.

use crate::{cookies, layout::Toast, visit::Visit};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use maud::Markup;

/// A whole page, ready to go.
pub struct Page {
    markup: Markup,
    status: StatusCode,
    clears_toast: bool,
}

impl Page {
    pub(crate) fn new(markup: Markup, clears_toast: bool) -> Self {
        Page { markup, status: StatusCode::OK, clears_toast }
    }
    pub fn status(self, status: StatusCode) -> Self {
        Page { status, ..self }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, Html(self.markup.into_string())).into_response();
        if self.clears_toast {
            response.headers_mut().append(header::SET_COOKIE, cookies::clear_toast());
        }
        response
    }
}

/// 303 to another page, after a POST.
pub fn see_other(path: &str) -> Response {
    let place = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

impl Visit {
    /// 303 to a page that says, once, what was done.
    pub fn done(&self, path: &str, text: impl Into<String>) -> Response {
        self.done_with_undo(path, Toast { text: text.into(), undo: None })
    }
    pub fn done_with_undo(&self, path: &str, toast: Toast) -> Response {
        let mut response = see_other(path);
        response.headers_mut().append(header::SET_COOKIE, cookies::set_toast(&self.site, &toast));
        response
    }
}
