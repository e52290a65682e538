//! The room's part of the public API.

mod assignments;
mod groups;
mod imports;
mod members;
mod own_products;
mod people;
mod pins;
mod pools;
mod ways;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(pools::list))
        .routes(routes!(assignments::list, assignments::create))
        .routes(routes!(assignments::delete))
        .routes(routes!(groups::list, groups::create))
        .routes(routes!(groups::show, groups::rename, groups::delete))
        .routes(routes!(ways::members, ways::join))
        .routes(routes!(ways::part))
        .routes(routes!(ways::bring, ways::withdraw))
        .routes(routes!(ways::everybody, ways::not_everybody))
        .routes(routes!(ways::exception, ways::no_exception))
        .routes(routes!(imports::list))
        .merge(OpenApiRouter::new().routes(routes!(imports::create)).layer(DefaultBodyLimit::disable()))
        .routes(routes!(imports::show, imports::discard))
        .routes(routes!(imports::rows))
        .routes(routes!(imports::to_mend))
        .routes(routes!(imports::confirm, imports::stop))
        .routes(routes!(imports::undo))
        .routes(routes!(pins::pin, pins::unpin))
        .routes(routes!(members::remove))
        .routes(routes!(members::bring_back))
        .routes(routes!(members::correct))
        .routes(routes!(own_products::list))
}
