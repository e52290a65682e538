//! The ways in: `/` and `/manage` lead on to where the visitor has something to do (mission S4).

use axum::{
    http::{HeaderMap, header},
    response::Response,
};
use kernel::Error;
use web::{Handled, Visit, see_other};

/// Each area can have a host of its own; its root leads into the area.
pub(super) async fn root(visit: Visit, headers: HeaderMap) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = visit.site.areas.iter().find(|(_, base)| host_of(base) == host);
    see_other(own.map_or("/account", |(area, _)| area))
}

fn host_of(base: &str) -> &str {
    base.split_once("://").map_or(base, |(_, host)| host)
}

/// To the people of the first team that the visitor administers; who administers none finds nothing here.
pub(super) async fn manage(visit: Visit) -> Handled<Response> {
    visit.visitor()?;
    let team = visit.current_team().ok_or_else(Error::not_found)?;
    Ok(see_other(&format!("/manage/teams/{team}/users")))
}
