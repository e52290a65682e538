//! The same commands as JSON.

mod answers;
mod contracts;
mod orders;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub(crate) fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(orders::list, orders::create))
        .routes(routes!(orders::show))
        .routes(routes!(contracts::list))
        .routes(routes!(contracts::show))
        .routes(routes!(contracts::choose_landing))
}
