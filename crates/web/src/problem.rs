//! How a refusal leaves the house: a page for people, problem+json (RFC 9457) for programs.

use crate::{components::button, next::and_back, page::see_other, texts, visit::Visit};
use axum::{
    Json,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Error, FieldError, Kind, Lang};
use maud::html;
use std::any::Any;

/// The page that asks for the password once more, and leads back. What needs a fresh sign-in has a page at the same
/// address, so the way back from a form leads to the form.
pub const SIGN_IN_AGAIN: &str = "/sign-in/again";

/// An [`Error`] on its way out. The middleware [`render`] writes it in the reader's language.
#[derive(Debug, Clone)]
pub struct Fault(std::sync::Arc<Error>);

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Fault(std::sync::Arc::new(error))
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = status(self.0.kind()).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

pub fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::SignInNeeded => StatusCode::UNAUTHORIZED,
        Kind::Forbidden | Kind::FreshSignInNeeded => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::NotOffered => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Gone => StatusCode::GONE,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Kind::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Kind::OutOfSpace => StatusCode::INSUFFICIENT_STORAGE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Middleware inside `identify`: turns faults into pages or problems.
pub async fn render(visit: Visit, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let mut response = next.run(request).await;
    let fault = match response.extensions_mut().remove::<Fault>() {
        Some(fault) => fault,
        None => match bare(&response) {
            Some(error) => Fault::from(error),
            None => return response,
        },
    };
    let mut answer = answer(&visit, asked, &fault.0);
    // What was set besides: a cookie that ends a session, the methods that an address knows.
    for name in [header::SET_COOKIE, header::ALLOW] {
        for value in response.headers().get_all(&name) {
            answer.headers_mut().append(&name, value.clone());
        }
    }
    answer
}

/// What a handler that panicked answers with: a fault like any other, instead of a connection that breaks off.
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without words");
    Fault::from(Error::fault(format!("a handler panicked: {words}"))).into_response()
}

/// How the request came, as far as its refusal depends on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    wants_page: bool,
    by_token: bool,
    is_get: bool,
}

impl Asked {
    pub fn of(request: &Request) -> Self {
        let headers = request.headers();
        let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let by_token = crate::bearer(headers).is_some();
        let for_program =
            by_token || request.uri().path().starts_with("/api/") || accepts.starts_with("application/json");
        Asked { wants_page: !for_program, by_token, is_get: request.method() == Method::GET }
    }
}

/// The refusal itself; what is ours to mend is logged.
pub(crate) fn answer(visit: &Visit, asked: Asked, error: &Error) -> Response {
    if let Some(message) = error.inner_message() {
        tracing::error!(request = visit.actor.request_id, route = visit.route, message, "a fault of ours");
    }
    let mut answer = match asked.wants_page {
        true if error.kind() == Kind::SignInNeeded => sign_in(visit, asked),
        true if error.kind() == Kind::FreshSignInNeeded => see_other(&and_back(SIGN_IN_AGAIN, &visit.target)),
        true => error_page(visit, error),
        false => problem(visit, asked, error),
    };
    if let Kind::TooMany(wait) = error.kind() {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
    }
    if error.kind() == Kind::Busy {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(1));
    }
    answer
}

/// Refusals that the framework made before any handler ran: no such route, wrong method, unreadable path or body.
fn bare(response: &Response) -> Option<Error> {
    let plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::NOT_FOUND if plain => Some(Error::not_found()),
        StatusCode::METHOD_NOT_ALLOWED if plain => Some(Error::not_offered()),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY
            if plain =>
        {
            Some(Error::field("request", "not-understood"))
        }
        StatusCode::PAYLOAD_TOO_LARGE if plain => Some(Error::too_large()),
        _ => None,
    }
}

/// To the sign-in page, and back afterwards if that is a page.
fn sign_in(visit: &Visit, asked: Asked) -> Response {
    let back = if asked.is_get { visit.target.as_str() } else { "/" };
    see_other(&and_back("/sign-in", back))
}

fn error_page(visit: &Visit, error: &Error) -> Response {
    let (title, advice) = words(error, visit.lang);
    let body = html! {
        h1 { (title) }
        @if let Some(advice) = advice { p { (advice) } }
        @if error.kind() == Kind::Internal {
            p.muted { (fl!(texts(visit.lang), "error-request", id = visit.actor.request_id.clone())) }
        }
        p { (button::plain(fl!(texts(visit.lang), "error-home")).href("/")) }
    };
    visit.sheet(&title, body).status(status(error.kind())).into_response()
}

/// The document, in the reader's language.
pub fn body(visit: &Visit, error: &Error, status: StatusCode) -> wire::Problem {
    let (title, detail) = match error.kind() {
        Kind::NotFound if error.refusal().is_none() => not_there(visit),
        _ => words(error, visit.lang),
    };
    let errors = error.field_errors().iter().map(|error| wire::FieldProblem {
        pointer: format!("/{}", error.field.replace('.', "/")),
        code: error.code.to_owned(),
        title: field_sentence(error, visit.lang),
    });
    wire::Problem {
        kind: format!("urn:plats:problem:{}", error.code()),
        title: sentence(title),
        status: status.as_u16(),
        code: error.code().to_owned(),
        detail,
        request_id: Some(visit.actor.request_id.clone()),
        errors: errors.collect(),
    }
}

/// What a program is told instead of what a page says: which parts of the address to look at.
fn not_there(visit: &Visit) -> (String, Option<String>) {
    let t = texts(visit.lang);
    let parts = visit.route.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parts = parts.collect::<Vec<_>>().join(", ");
    match visit.route.as_str() {
        "-" => (fl!(t, "api-no-such-address"), Some(fl!(t, "api-no-such-address-advice"))),
        _ if parts.is_empty() => (fl!(t, "api-not-found"), Some(fl!(t, "api-not-found-caller"))),
        _ => (fl!(t, "api-not-found"), Some(fl!(t, "api-not-found-parts", parts = parts))),
    }
}

/// A heading has no full stop; a sentence has.
fn sentence(heading: String) -> String {
    if heading.ends_with(['.', '!', '?']) { heading } else { heading + "." }
}

fn problem(visit: &Visit, asked: Asked, error: &Error) -> Response {
    let status = status(error.kind());
    let body = body(visit, error, status);
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if error.kind() == Kind::SignInNeeded {
        let challenge = if asked.by_token { "Bearer error=\"invalid_token\"" } else { "Bearer" };
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    response
}

/// What happened, and what to do about it.
pub fn words(error: &Error, lang: Lang) -> (String, Option<String>) {
    if let Some(refusal) = error.refusal() {
        return (refusal.sentence(lang), None);
    }
    let t = texts(lang);
    match error.kind() {
        Kind::NotFound => (fl!(t, "error-not-found"), Some(fl!(t, "error-not-found-advice"))),
        Kind::NotOffered => (fl!(t, "error-not-offered"), Some(fl!(t, "error-not-offered-advice"))),
        Kind::Forbidden => (fl!(t, "error-forbidden"), Some(fl!(t, "error-forbidden-advice"))),
        Kind::SignInNeeded => (fl!(t, "error-sign-in"), None),
        Kind::FreshSignInNeeded => {
            (fl!(t, "error-fresh-sign-in"), Some(fl!(t, "error-fresh-sign-in-advice")))
        }
        Kind::Invalid => (fl!(t, "error-invalid"), None),
        Kind::TooLarge => (fl!(t, "error-too-large"), Some(fl!(t, "error-too-large-advice"))),
        Kind::TooMany(_) => (fl!(t, "error-too-many"), Some(fl!(t, "error-too-many-advice"))),
        Kind::Busy => (fl!(t, "error-busy"), Some(fl!(t, "error-busy-advice"))),
        Kind::OutOfSpace => (fl!(t, "error-out-of-space"), Some(fl!(t, "error-out-of-space-advice"))),
        Kind::Conflict | Kind::Gone | Kind::Internal => {
            (fl!(t, "error-internal"), Some(fl!(t, "error-internal-advice")))
        }
    }
}

/// The sentence for one refused field.
pub fn field_sentence(error: &FieldError, lang: Lang) -> String {
    let t = texts(lang);
    let bound = error.bound.unwrap_or_default();
    match error.code {
        "missing" => fl!(t, "field-missing"),
        "too-long" => fl!(t, "field-too-long", most = bound),
        "too-short" => fl!(t, "field-too-short", least = bound),
        "too-small" => fl!(t, "field-too-small", least = bound),
        "too-large" => fl!(t, "field-too-large", most = bound),
        "too-many" => fl!(t, "field-too-many", most = bound),
        "unreadable" => fl!(t, "field-unreadable"),
        "email-form" => fl!(t, "field-email-form"),
        "email-letters" => fl!(t, "field-email-letters"),
        "not-a-number" => fl!(t, "field-not-a-number"),
        "unknown" => fl!(t, "field-unknown"),
        "taken" => fl!(t, "field-taken"),
        "in-the-past" => fl!(t, "field-in-the-past"),
        "before-start" => fl!(t, "field-before-start"),
        "too-far" => fl!(t, "field-too-far"),
        "one-of-two" => fl!(t, "field-one-of-two"),
        "time-zone" => fl!(t, "field-time-zone"),
        "digest-form" => fl!(t, "field-digest-form"),
        "language-form" => fl!(t, "field-language-form"),
        "sku-form" => fl!(t, "field-sku-form"),
        "slug-form" => fl!(t, "field-slug-form"),
        "slug-reserved" => fl!(t, "field-slug-reserved"),
        "version-form" => fl!(t, "field-version-form"),
        _ => fl!(t, "field-not-understood"),
    }
}
