//! The addresses of the room's pages, for those who link to them.

use kernel::{AssignmentId, PersonId, PoolId, TeamId};

pub fn by_product(team: TeamId) -> String {
    format!("/manage/teams/{team}/products")
}
pub fn pool(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}")
}
pub fn assign(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}/assign")
}
pub fn by_user(team: TeamId, person: PersonId) -> String {
    format!("/manage/teams/{team}/users/{person}/products")
}
/// Where seats are taken back by a post.
pub fn releases(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}/releases")
}
/// The same, with the page to come back to.
pub fn releases_from(team: TeamId, pool: PoolId, page: &str) -> String {
    web::and_back(&releases(team, pool), page)
}
pub(crate) fn restoration(team: TeamId, pool: PoolId, release: AssignmentId) -> String {
    format!("/manage/teams/{team}/products/{pool}/restorations/{release}")
}
/// The list of the team's people, which is the portal's.
pub(crate) fn users(team: TeamId) -> String {
    format!("/manage/teams/{team}/users")
}
