//! The room's part of the public API.

mod assignments;
mod own_products;
mod pools;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(pools::list))
        .routes(routes!(assignments::list, assignments::create))
        .routes(routes!(assignments::delete))
        .routes(routes!(own_products::list))
}
