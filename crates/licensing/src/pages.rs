//! The pages of the room, and who takes which address.

mod devices;
mod vendor;

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/account/devices", get(devices::get))
        .route("/account/devices/{device}/end", post(devices::end))
        .route("/vendor/licensing", get(vendor::get))
}
