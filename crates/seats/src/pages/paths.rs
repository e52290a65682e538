//! The addresses of the room's pages, for those who link to them.

use crate::imports::Act;
use kernel::{AssignmentId, GroupId, ImportId, PersonId, PoolId, TeamId};

pub fn by_product(team: TeamId) -> String {
    format!("/manage/teams/{team}/products")
}
pub fn pool(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}")
}
/// When seats of the pool go, and from whom; the page is that of contracts.
pub fn outlook(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}/outlook")
}
/// Which person is on which contract, as a file of contracts.
pub fn charges_file(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}/contracts.csv")
}
/// The contracts that a person's products count to; the page is that of contracts.
pub fn charges(team: TeamId, person: PersonId) -> String {
    format!("/manage/teams/{team}/users/{person}/contracts")
}
/// Where a person is pinned by a post.
pub fn pin(team: TeamId, pool: PoolId, person: PersonId) -> String {
    format!("/manage/teams/{team}/products/{pool}/pins/{person}")
}
pub fn unpin(team: TeamId, pool: PoolId, person: PersonId) -> String {
    format!("/manage/teams/{team}/products/{pool}/pins/{person}/end")
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
/// Where a person is taken out of the team.
pub fn leaving(team: TeamId, person: PersonId) -> String {
    format!("/manage/teams/{team}/users/{person}/removal")
}
/// Where a removal is undone, by a post.
pub fn coming_back(team: TeamId, person: PersonId) -> String {
    format!("/manage/teams/{team}/users/{person}/return")
}
/// Those who left the team in the last weeks.
pub fn left(team: TeamId) -> String {
    format!("/manage/teams/{team}/left")
}
/// Where a wrong address of an invitation is mended.
pub fn correcting(team: TeamId, person: PersonId) -> String {
    format!("/manage/teams/{team}/users/{person}/correction")
}
pub(crate) fn exception(team: TeamId, pool: PoolId, person: PersonId) -> String {
    format!("/manage/teams/{team}/products/{pool}/exceptions/{person}")
}
pub(crate) fn default(team: TeamId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/products/{pool}/default")
}
pub fn groups(team: TeamId) -> String {
    format!("/manage/teams/{team}/groups")
}
pub fn group(team: TeamId, group: GroupId) -> String {
    format!("/manage/teams/{team}/groups/{group}")
}
pub(crate) fn group_name(team: TeamId, group: GroupId) -> String {
    format!("/manage/teams/{team}/groups/{group}/name")
}
pub(crate) fn group_members(team: TeamId, group: GroupId) -> String {
    format!("/manage/teams/{team}/groups/{group}/members")
}
pub(crate) fn group_removals(team: TeamId, group: GroupId) -> String {
    format!("/manage/teams/{team}/groups/{group}/removals")
}
pub(crate) fn group_products(team: TeamId, group: GroupId) -> String {
    format!("/manage/teams/{team}/groups/{group}/products")
}
pub(crate) fn group_product_end(team: TeamId, group: GroupId, pool: PoolId) -> String {
    format!("/manage/teams/{team}/groups/{group}/products/{pool}/end")
}
pub(crate) fn group_end(team: TeamId, group: GroupId) -> String {
    format!("/manage/teams/{team}/groups/{group}/end")
}
pub(crate) fn restoration(team: TeamId, pool: PoolId, release: AssignmentId) -> String {
    format!("/manage/teams/{team}/products/{pool}/restorations/{release}")
}
/// Many people at once: what was imported.
pub fn imports(team: TeamId) -> String {
    format!("/manage/teams/{team}/imports")
}
/// Where one chooses what shall happen to many people.
pub fn new_import(team: TeamId) -> String {
    format!("/manage/teams/{team}/imports/new")
}
/// The same, chosen already.
pub fn new_import_to(team: TeamId, act: Act) -> String {
    format!("/manage/teams/{team}/imports/new?act={}", act.name())
}
pub(crate) fn import_to_pool(team: TeamId, pool: PoolId) -> String {
    format!("{}&pool={pool}", new_import_to(team, Act::Assign))
}
pub(crate) fn import_to_group(team: TeamId, group: GroupId) -> String {
    format!("{}&group={group}", new_import_to(team, Act::Join))
}
pub fn import(team: TeamId, import: ImportId) -> String {
    format!("/manage/teams/{team}/imports/{import}")
}
/// The list of the team's people, which is the portal's.
pub(crate) fn users(team: TeamId) -> String {
    format!("/manage/teams/{team}/users")
}
