//! The pages of the room, and who takes which address.

mod by_product;
mod charges;
mod charges_file;
mod contract;
mod contract_manager;
mod contracts;
mod hand_over;
mod landing;
mod lines;
mod new_order;
mod order;
mod orders;
mod outlook;
pub mod paths;
pub(crate) mod takeovers;
mod teams;

use crate::takeover::LARGEST_DOCUMENT;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use web::Site;

/// A document, and what a form needs beside it.
pub(crate) const LARGEST_FORM: usize = LARGEST_DOCUMENT + (64 << 10);

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/orders", get(orders::get))
        .route("/orders/new", get(new_order::get).post(new_order::post))
        .route("/orders/{order}", get(order::get))
        .route("/manage/teams/{team}/products", get(by_product::get))
        .route("/manage/teams/{team}/products/{pool}/outlook", get(outlook::get))
        .route("/manage/teams/{team}/products/{pool}/contracts.csv", get(charges_file::get))
        .route("/manage/teams/{team}/users/{person}/contracts", get(charges::get).post(charges::post))
        .route("/manage/contracts", get(contracts::get))
        .route("/manage/contracts/{contract}", get(contract::get))
        .route("/manage/contracts/{contract}/landing", get(landing::get).post(landing::post))
        .route("/manage/contracts/{contract}/manager", get(contract_manager::get))
        .route("/manage/contracts/{contract}/manager/change", get(hand_over::get).post(hand_over::post))
        .route(
            "/manage/contracts/{contract}/manager/application",
            get(takeovers::apply::get)
                .merge(post(takeovers::apply::post).layer(DefaultBodyLimit::max(LARGEST_FORM))),
        )
        .route("/takeovers", get(takeovers::list))
        .route("/takeovers/{takeover}", get(takeovers::show))
        .route("/takeovers/{takeover}/answer", get(takeovers::answer::get).post(takeovers::answer::post))
        .route(
            "/takeovers/{takeover}/decision",
            get(takeovers::decision::get).post(takeovers::decision::post),
        )
        .route("/takeovers/{takeover}/document", get(takeovers::document))
        .route("/takeovers/{takeover}/end", post(takeovers::end))
        .route("/manage/teams/{team}/settings", get(teams::settings::get).post(teams::settings::post))
        .route("/manage/teams/{team}/archive/end", post(teams::archive::post))
        .route("/manage/teams/{team}/return", post(teams::archive::bring_back))
        .route(
            "/manage/teams/{team}/subscriptions/{subscription}/move",
            get(teams::moving::get).post(teams::moving::post),
        )
}
