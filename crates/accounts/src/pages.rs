//! The pages of the room, and who takes which address.

mod api_keys;
mod language;
mod link;
mod password;
mod profile;
mod sessions;
mod setup;
mod sign_in;
mod sign_in_again;
mod staff;

pub use setup::SetupCode;

use crate::{Passwords, follow_link::From};
use axum::{Extension, Router, routing::get};
use web::{Site, Visit};

/// `setup` is the code that the first operator has to know; None when there is an operator already.
pub fn routes(passwords: Passwords, setup: SetupCode) -> Router<Site> {
    Router::new()
        .route("/sign-in", get(sign_in::get).post(sign_in::post))
        .route("/sign-in/again", get(sign_in_again::get).post(sign_in_again::post))
        .route("/sign-out", get(sign_in::sign_out_page).post(sign_in::sign_out))
        .route("/register", get(sign_in::register::get).post(sign_in::register::post))
        .route("/forgotten", get(sign_in::forgotten::get).post(sign_in::forgotten::post))
        .route("/mail-sent", get(sign_in::mail_sent))
        .route("/welcome/{token}", get(link::get).post(link::post))
        .route("/welcome/{token}/renewal", axum::routing::post(link::renew))
        .route("/language", get(language::get))
        .route("/profile", get(profile::get).post(profile::post))
        .route("/profile/appearance", get(profile::appearance).post(profile::choose))
        .route("/profile/password", get(password::get).post(password::post))
        .route("/profile/sessions", get(sessions::get).post(sessions::end_others))
        .route("/profile/sessions/{session}/end", axum::routing::post(sessions::end))
        .route("/setup", get(setup::get).post(setup::post))
        .route("/vendor/staff", get(staff::get).post(staff::post))
        .route("/vendor/partners", get(staff::partners::get).post(staff::partners::post))
        .route("/vendor/partners/{partner}", get(staff::partner::get).post(staff::partner::post))
        .route("/vendor/api-keys", get(api_keys::get).post(api_keys::post))
        .route("/vendor/api-keys/{key}/end", axum::routing::post(api_keys::end))
        .layer(Extension(passwords))
        .layer(Extension(setup))
}

/// Where a request came from, for the list of sessions.
fn from(visit: &Visit) -> From {
    let before = visit.visitor.as_ref().map(|visitor| (visitor.person, visitor.session));
    From { user_agent: visit.user_agent.clone(), address: visit.address.clone(), before }
}

/// The way back after signing in.
fn next_path(text: &str) -> String {
    web::own_path(text).unwrap_or("/").to_owned()
}
