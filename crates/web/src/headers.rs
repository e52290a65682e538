//! The headers of every answer: a strict content policy, no framing, no sniffing, nothing kept of account pages.

use crate::site::Site;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Put on a response whose form leads to another origin: the consent page, whose answer goes to a program's loopback
/// address. Chromium and Safari hold `form-action` against redirects too.
#[derive(Debug, Clone)]
pub struct FormLeadsTo(pub String);

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// Middleware for every answer.
pub async fn secure(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let leads_to = response.extensions_mut().remove::<FormLeadsTo>();
    let areas = site.areas.iter().map(|(_, base)| base.as_str());
    let more: String = areas
        .chain(leads_to.as_ref().map(|origin| origin.0.as_str()))
        .map(|origin| format!(" {origin}"))
        .collect();
    let headers = response.headers_mut();
    let policy =
        HeaderValue::from_str(&format!("{POLICY}{more}")).unwrap_or(HeaderValue::from_static(POLICY));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if site.is_https() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
