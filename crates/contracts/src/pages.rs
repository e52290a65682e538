//! The pages of the room, and who takes which address.

mod contract;
mod contracts;
mod landing;
mod lines;
mod new_order;
mod order;
mod orders;
pub mod paths;

use axum::{Router, routing::get};
use web::Site;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/orders", get(orders::get))
        .route("/orders/new", get(new_order::get).post(new_order::post))
        .route("/orders/{order}", get(order::get))
        .route("/manage/contracts", get(contracts::get))
        .route("/manage/contracts/{contract}", get(contract::get))
        .route("/manage/contracts/{contract}/landing", get(landing::get).post(landing::post))
}
