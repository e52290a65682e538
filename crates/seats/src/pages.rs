//! The pages of the room, and who takes which address.

mod assign;
mod by_product;
mod by_user;
pub mod paths;
mod pool;
mod releases;

use axum::{
    Router,
    routing::{get, post},
};
use kernel::PersonId;
use web::Site;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/manage/teams/{team}/products", get(by_product::get))
        .route("/manage/teams/{team}/products/{pool}", get(pool::get))
        .route("/manage/teams/{team}/products/{pool}/assign", get(assign::get).post(assign::post))
        .route("/manage/teams/{team}/products/{pool}/releases", post(releases::post))
        .route("/manage/teams/{team}/products/{pool}/restorations/{release}", post(releases::restore))
        .route("/manage/teams/{team}/users/{person}/products", get(by_user::get).post(by_user::post))
}

/// What a list of people takes from its address.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
struct ListQuery {
    q: String,
    after: Option<PersonId>,
    before: Option<PersonId>,
}

impl ListQuery {
    fn window(&self) -> crate::Window {
        let step = match (self.after, self.before) {
            (Some(person), _) => crate::Step::After(person),
            (None, Some(person)) => crate::Step::Before(person),
            (None, None) => crate::Step::First,
        };
        crate::Window { search: self.q.chars().take(200).collect(), step, ..crate::Window::default() }
    }
    /// This very page of the list, for a form that may have to show it again.
    fn here(&self, path: &str) -> String {
        match (self.after, self.before) {
            (Some(person), _) => self.href(path, Some(("after", person))),
            (None, Some(person)) => self.href(path, Some(("before", person))),
            (None, None) => self.href(path, None),
        }
    }
    fn pager<T>(
        &self,
        path: &str,
        list: &crate::Listed<T>,
        lang: kernel::Lang,
    ) -> web::components::pager::Pager {
        let to = |step, person: Option<PersonId>| person.map(|person| self.href(path, Some((step, person))));
        web::components::pager(to("before", list.previous), to("after", list.next), lang).size(50)
    }
    fn href(&self, path: &str, step: Option<(&str, PersonId)>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        if let Some((step, person)) = step {
            query.append_pair(step, &person.to_string());
        }
        match query.finish() {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}
