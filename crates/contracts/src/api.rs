//! The same commands as JSON.

mod answers;
mod charges;
mod contracts;
mod orders;
mod outlook;
mod takeovers;
mod teams;

use crate::pages::LARGEST_FORM;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::Site;

pub(crate) fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(orders::list, orders::create))
        .routes(routes!(orders::show))
        .routes(routes!(contracts::list))
        .routes(routes!(contracts::show))
        .routes(routes!(contracts::choose_landing))
        .routes(routes!(outlook::show))
        .routes(routes!(charges::list))
        .routes(routes!(charges::bind, charges::unbind))
        .routes(routes!(takeovers::set_manager))
        .routes(routes!(takeovers::list))
        .routes(routes!(takeovers::show, takeovers::withdraw))
        .routes(routes!(takeovers::document))
        .routes(routes!(takeovers::answer))
        .routes(routes!(takeovers::decide))
        .routes(routes!(teams::move_subscription))
        .routes(routes!(teams::archive, teams::bring_back))
        .merge(with_a_file())
}

fn with_a_file() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(takeovers::of_contract, takeovers::create))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}
