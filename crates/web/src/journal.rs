//! One line of the log for each request: which route, how it was answered, how long it took. Never the path, the query
//! or who it was: a path may hold a token, and a log is read by more people than an account page.

use crate::visit::Visit;
use axum::{
    extract::{MatchedPath, Request},
    http::{Method, StatusCode},
};
use kernel::Timestamp;

/// A request that is under way.
pub(crate) struct Line {
    begun: Timestamp,
    method: Method,
}

impl Line {
    pub fn begin(now: Timestamp, method: &Method) -> Line {
        Line { begun: now, method: method.clone() }
    }

    /// The head of the answer is ready; a file may still be on its way.
    pub fn end(self, visit: &Visit, status: StatusCode) {
        let ms = visit.now().since(self.begun).as_millis();
        let (request, method, status) = (&visit.actor.request_id, self.method.as_str(), status.as_u16());
        tracing::info!(request, method, route = visit.route, status, ms, "answered");
    }
}

/// `/welcome/{token}`; `-` where no room has such an address.
pub(crate) fn route(request: &Request) -> String {
    let matched = request.extensions().get::<MatchedPath>();
    matched.map_or("-", |matched| matched.as_str()).to_owned()
}
