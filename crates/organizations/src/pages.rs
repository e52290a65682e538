//! The pages of the room. The list of people joins rooms and lives in the portal.

mod invite;
mod role;
mod teams;

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/manage/teams/{team}/users/invite", get(invite::get).post(invite::post))
        .route("/manage/teams/{team}/users/{person}/invitation", post(invite::resend))
        .route("/manage/teams/{team}/users/{person}/role", get(role::get).post(role::post))
        .route("/manage/organizations/{organization}/teams/new", get(teams::get).post(teams::post))
}

/// Where the list of a team's people is (the page is the portal's).
pub(crate) fn users_path(team: kernel::TeamId) -> String {
    format!("/manage/teams/{team}/users")
}
