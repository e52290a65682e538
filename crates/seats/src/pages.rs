//! The pages of the room, and who takes which address.

mod assign;
mod by_user;
mod correcting;
mod group;
mod group_acts;
mod group_ends;
mod groups;
mod import;
mod import_acts;
mod import_rows;
mod imports;
mod leaving;
mod new_import;
pub mod paths;
mod pins;
mod pool;
mod releases;

pub(crate) use import_rows::mend_file;
pub use pins::button as pin_button;

use crate::{pool::Pool, texts};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, TeamId};
use maud::Markup;
use web::{
    Site,
    components::{tabs, tabs::tab},
    format,
};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/manage/teams/{team}/products/{pool}", get(pool::get))
        .route("/manage/teams/{team}/products/{pool}/assign", get(assign::get).post(assign::post))
        .route("/manage/teams/{team}/products/{pool}/releases", post(releases::post))
        .route("/manage/teams/{team}/products/{pool}/restorations/{release}", post(releases::restore))
        .route("/manage/teams/{team}/products/{pool}/exceptions/{person}", post(by_user::exception))
        .route("/manage/teams/{team}/products/{pool}/pins/{person}", post(pins::pin))
        .route("/manage/teams/{team}/products/{pool}/pins/{person}/end", post(pins::unpin))
        .route("/manage/teams/{team}/products/{pool}/default", post(pool::set))
        .route("/manage/teams/{team}/groups", get(groups::get).post(groups::post))
        .route("/manage/teams/{team}/groups/{group}", get(group::get))
        .route("/manage/teams/{team}/groups/{group}/name", post(group_acts::rename))
        .route("/manage/teams/{team}/groups/{group}/members", post(group_acts::add))
        .route("/manage/teams/{team}/groups/{group}/removals", post(group_acts::remove))
        .route("/manage/teams/{team}/groups/{group}/products", post(group_acts::bring))
        .route(
            "/manage/teams/{team}/groups/{group}/products/{pool}/end",
            get(group_ends::product).post(group_ends::end_product),
        )
        .route("/manage/teams/{team}/groups/{group}/end", get(group_ends::get).post(group_ends::post))
        .route(
            "/manage/teams/{team}/imports",
            get(imports::get).post(new_import::post).layer(DefaultBodyLimit::disable()),
        )
        .route("/manage/teams/{team}/imports/new", get(new_import::get))
        .route("/manage/teams/{team}/imports/template.csv", get(new_import::template))
        .route("/manage/teams/{team}/imports/{import}", get(import::get))
        .route("/manage/teams/{team}/imports/{import}/to-mend.csv", get(import_rows::to_mend))
        .route("/manage/teams/{team}/imports/{import}/confirmation", post(import_acts::confirm))
        .route("/manage/teams/{team}/imports/{import}/discard", post(import_acts::discard))
        .route("/manage/teams/{team}/imports/{import}/stop", post(import_acts::stop))
        .route("/manage/teams/{team}/imports/{import}/undo", post(import_acts::undo))
        .route("/manage/teams/{team}/left", get(leaving::left))
        .route("/manage/teams/{team}/users/{person}/removal", get(leaving::get).post(leaving::post))
        .route("/manage/teams/{team}/users/{person}/return", post(leaving::come_back))
        .route("/manage/teams/{team}/users/{person}/correction", get(correcting::get).post(correcting::post))
        .route("/manage/teams/{team}/users/{person}/products", get(by_user::get).post(by_user::post))
}

/// The views of a team's people and products. The list of products is shown by contracts, which know when they
/// end.
pub fn views(lang: Lang, team: TeamId, here: String) -> Markup {
    let t = texts(lang);
    let views = [
        (fl!(t, "by-user"), paths::users(team)),
        (fl!(t, "by-product"), paths::by_product(team)),
        (fl!(t, "groups"), paths::groups(team)),
        (fl!(t, "imports"), paths::imports(team)),
    ];
    tabs(fl!(t, "users"), views.map(|(words, href)| tab(words, href.clone()).current(href == here)))
}

/// "Given to the person, with the group CAD": all that leads to a seat.
fn ways<'a>(direct: bool, pool: &Pool, groups: impl Iterator<Item = &'a String>, lang: Lang) -> String {
    let t = texts(lang);
    let own = direct.then(|| fl!(t, "way-direct"));
    let team = pool.default_since.map(|_| fl!(t, "way-default"));
    let groups = groups.map(|name| fl!(t, "way-group", group = name.as_str()));
    format::capital(&own.into_iter().chain(team).chain(groups).collect::<Vec<_>>().join(", "))
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
    fn pager<T>(&self, path: &str, list: &crate::Listed<T>, lang: Lang) -> web::components::pager::Pager {
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
