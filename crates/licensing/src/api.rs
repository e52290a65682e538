//! The room's part of the public API: leases for programs, devices for people, the key set for everyone.

mod devices;
mod leases;
mod license_keys;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub(crate) fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(leases::create))
        .routes(routes!(leases::delete))
        .routes(routes!(devices::list))
        .routes(routes!(devices::delete))
        .routes(routes!(license_keys::get))
}
