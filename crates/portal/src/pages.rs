//! The pages of the room, and who takes which address.

mod download;
mod emails;
mod export;
mod greeting;
mod home;
mod mails;
mod organization;
mod organizations;
mod panel;
mod picked;
mod product;
mod products;
mod programs;
mod search;
mod start;
mod users;
mod vendor;

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(start::root))
        .route("/manage", get(start::manage))
        .route("/account", get(home::get))
        .route("/account/products", get(products::get))
        .route("/account/products/{slug}", get(product::get))
        .route("/account/products/{slug}/builds/{build}/download", post(download::post))
        .route("/search", get(search::get))
        .route("/manage/teams/{team}/users", get(users::get))
        .route("/manage/teams/{team}/users.csv", get(export::get))
        .route("/manage/teams/{team}/users/picked", get(picked::get).post(picked::post))
        .route("/manage/teams/{team}/users/{person}", get(users::with_panel))
        .route("/manage/teams/{team}/users/{person}/emails", get(emails::get))
        .route("/vendor", get(vendor::get))
        .route("/vendor/mails", get(mails::get))
        .route("/vendor/mails/{mail}/retry", post(mails::retry))
        .route("/vendor/organizations", get(organizations::get))
        .route("/vendor/organizations/{organization}", get(organization::get))
}

/// An address with a query; pairs without a value are left out.
fn href(path: &str, pairs: &[(&str, &str)]) -> String {
    let set = pairs.iter().filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(set).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The first line of a longer text, for lists.
fn first_line(text: &str, most: usize) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line.to_owned(),
    }
}
