//! The three cookies: session, language, and the sentence that the next page shows once.

use crate::{layout::Toast, session, site::Site};
use axum::http::{HeaderMap, HeaderValue, header};
use kernel::Secret;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::time::Duration;

pub(crate) fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// `__Host-` binds the cookie to https and to this one host; a vendor with several hosts names their domain.
fn session_name(site: &Site) -> &'static str {
    match (site.is_https(), &site.cookie_domain) {
        (true, None) => "__Host-session",
        _ => "session",
    }
}

pub(crate) fn session(headers: &HeaderMap, site: &Site) -> Option<Secret> {
    get(headers, session_name(site)).map(Secret::new).filter(|token| token.is_well_formed("ses"))
}

/// The cookie that signs in. Without `stay` it lives as long as the browser.
pub fn sign_in(site: &Site, token: &Secret, stay: bool) -> HeaderValue {
    match stay {
        true => stay_signed_in(site, token, session::idle_limit(true)),
        false => cookie(site, session_name(site), token.expose(), ""),
    }
}

pub(crate) fn stay_signed_in(site: &Site, token: &Secret, age: Duration) -> HeaderValue {
    cookie(site, session_name(site), token.expose(), &format!("; Max-Age={}", age.as_secs()))
}

/// Whether the answer says already who is signed in from now on.
pub(crate) fn sets_session(site: &Site, headers: &HeaderMap) -> bool {
    let name = format!("{}=", session_name(site));
    headers.get_all(header::SET_COOKIE).iter().any(|cookie| cookie.as_bytes().starts_with(name.as_bytes()))
}

pub fn sign_out(site: &Site) -> HeaderValue {
    cookie(site, session_name(site), "", "; Max-Age=0")
}

pub fn language(site: &Site, lang: kernel::Lang) -> HeaderValue {
    cookie(site, "lang", lang.tag(), "; Max-Age=31536000")
}

/// `text` is shown once by the next page, with a way back if there is one.
pub fn set_toast(site: &Site, toast: &Toast) -> HeaderValue {
    let (label, action) = toast.undo.clone().unwrap_or_default();
    let parts = [toast.text.as_str(), &label, &action]
        .map(|part| utf8_percent_encode(part, NON_ALPHANUMERIC).to_string());
    cookie(site, "toast", &parts.join("|"), "; Max-Age=30")
}

pub fn clear_toast() -> HeaderValue {
    HeaderValue::from_static("toast=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
}

pub(crate) fn toast(headers: &HeaderMap) -> Option<Toast> {
    let mut parts = get(headers, "toast")?
        .split('|')
        .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned());
    let (text, label, action) = (parts.next()?, parts.next()?, parts.next()?);
    let undo = (action.starts_with('/') && !action.starts_with("//")).then_some((label, action));
    (!text.is_empty()).then_some(Toast { text, undo })
}

fn cookie(site: &Site, name: &str, value: &str, more: &str) -> HeaderValue {
    let secure = if site.is_https() { "; Secure" } else { "" };
    let domain = match &site.cookie_domain {
        Some(domain) if name == "session" => format!("; Domain={domain}"),
        _ => String::new(),
    };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{domain}{more}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
