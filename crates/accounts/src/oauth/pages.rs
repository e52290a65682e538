//! The pages about programs: consent, the code of a device, what is connected, and the vendor's list.

mod connected;
mod consent;
mod device;
mod hand_over;
mod programs;
mod sign_in_anew;

use axum::routing::{get, post};
use utoipa_axum::router::OpenApiRouter;
use web::Site;

pub(super) fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .route("/oauth/authorize", get(consent::get).post(consent::post))
        .route("/oauth/sign-in-anew", post(sign_in_anew::post))
        .route("/device", get(device::get).post(device::post))
        .route("/device/decision", post(device::decide))
        .route("/profile/programs", get(connected::get))
        .route("/profile/programs/{consent}/end", post(connected::end))
        .route("/profile/programs/forgotten", post(connected::forget))
        .route("/vendor/programs", get(programs::get).post(programs::post))
        .route("/vendor/programs/new", get(programs::new))
        .route("/vendor/programs/{client_id}", get(programs::one))
        .route("/vendor/programs/{client_id}/secret", post(programs::change_secret))
}
