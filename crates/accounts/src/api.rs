//! The room's part of the public API besides programs: who calls.

mod me;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(me::show))
}
