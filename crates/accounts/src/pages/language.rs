//! The language switch: a cookie, and back to the page.

use axum::{extract::Query, http::header};
use kernel::Lang;
use serde::Deserialize;
use web::{Handled, Visit, cookies, see_other};

#[derive(Deserialize)]
pub struct Switch {
    to: String,
    #[serde(default)]
    back: String,
}

pub async fn get(visit: Visit, Query(switch): Query<Switch>) -> Handled {
    let mut response = see_other(&super::next_path(&switch.back));
    if let Ok(lang) = switch.to.parse::<Lang>() {
        response.headers_mut().append(header::SET_COOKIE, cookies::language(&visit.site, lang));
    }
    Ok(response)
}
