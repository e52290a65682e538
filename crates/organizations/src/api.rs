//! The same commands as JSON.

mod invitations;
mod members;
mod teams;

pub use teams::shown as team_shown;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(teams::list))
        .routes(routes!(teams::show, teams::rename))
        .routes(routes!(members::list))
        .routes(routes!(members::put_role))
        .routes(routes!(invitations::create))
}
