//! The vendor's programs as JSON.

mod programs;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub(super) fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(programs::get, programs::post))
}
