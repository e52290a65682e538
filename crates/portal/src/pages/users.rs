//! By user: the people of a team, filtered and paged in the address, with one of them open beside the list.

mod filter_bar;
mod list;
mod query;
mod removed;

pub(super) use filter_bar::standing_label;
pub(super) use list::standing_sign;
pub(super) use query::{ListQuery, SIZE};
pub(super) use removed::load as removed;

use crate::{
    pages::panel,
    people::{PeoplePage, Standing, TeamFacts},
    queries, texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{GroupId, Permission, PersonId, PoolId, Result, Scope, TeamId};
use maud::{Markup, html};
use seats::HeldProduct;
use std::collections::HashMap;
use store::Read;
use web::{
    Handled, Page, Visit,
    components::{button, head, menu, tabs, tabs::tab},
};

/// The list as it was asked for, from one snapshot.
pub(super) struct Listing {
    pub team: TeamFacts,
    pub query: ListQuery,
    pub page: PeoplePage,
    /// Instead of the page, where those who have left are asked for.
    pub removed: Option<removed::RemovedPage>,
    /// Whether the visitor may do something with several of them.
    pub may_manage: bool,
    pub held: HashMap<PersonId, Vec<HeldProduct>>,
    /// The names of the groups of each person of the page.
    pub in_groups: HashMap<PersonId, Vec<String>>,
    /// Pool, product, offering: for the filter.
    pub pools: Vec<(PoolId, String, String)>,
    pub groups: Vec<(GroupId, String)>,
}

pub(super) async fn get(
    visit: Visit,
    Path(team): Path<TeamId>,
    Query(query): Query<ListQuery>,
) -> Handled<Page> {
    let listing = visit.read(move |cx| listing(cx, team, query)).await?;
    let list = draw(&visit, &listing, None);
    Ok(visit.flush_page(&fl!(texts(visit.lang), "users"), head::split(list, None, false)))
}

pub(super) async fn with_panel(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
    Query(query): Query<ListQuery>,
) -> Handled<Page> {
    page(&visit, team, person, query, panel::Side::Overview).await
}

/// The list with one person beside it; in a narrow window that person alone.
pub(super) async fn page(
    visit: &Visit,
    team: TeamId,
    person: PersonId,
    query: ListQuery,
    side: panel::Side,
) -> Handled<Page> {
    let (listing, open) = visit
        .read(move |cx| {
            let listing = listing(cx, team, query)?;
            let open = panel::load(cx, &listing.team, person)?;
            Ok((listing, open))
        })
        .await?;
    let list = draw(visit, &listing, Some(person));
    let title = open.detail.listed.name();
    let beside = panel::draw(visit, &listing, &open, side);
    Ok(visit.flush_page(&title, head::split(list, Some(beside), true)))
}

/// Refuses strangers (not found) and members without the right (forbidden).
pub(super) fn visible_team(cx: &mut Read, team: TeamId) -> Result<TeamFacts> {
    let team = queries::team(cx, team)?;
    cx.require(Permission::SeeMembers, Scope::Team(team.id, team.organization))?;
    Ok(team)
}

fn listing(cx: &mut Read, team: TeamId, query: ListQuery) -> Result<Listing> {
    let team = visible_team(cx, team)?;
    let page = queries::people(cx, team.id, &query.filter(), &query.step(), SIZE)?;
    let people: Vec<PersonId> = page.rows.iter().map(|row| row.person).collect();
    let may_manage = seats::imports::may_import(cx, team.id).is_ok();
    let removed = match query.standing() {
        Some(Standing::Removed) => Some(removed::load(cx, team.id, &query, &query.step(), SIZE)?),
        _ => None,
    };
    let held = seats::products_by_person(cx, team.id, &people)?;
    let in_groups = seats::groups::groups_by_person(cx, team.id, &people)?;
    let pools = queries::pool_names(cx, team.id)?;
    let groups = queries::group_names(cx, team.id)?;
    Ok(Listing { team, query, page, removed, may_manage, held, in_groups, pools, groups })
}

fn draw(visit: &Visit, listing: &Listing, open: Option<PersonId>) -> Markup {
    let (t, team) = (texts(visit.lang), &listing.team);
    let by_product = seats::paths::by_product(team.id);
    html! {
        (top(visit, listing, open.is_some()))
        (tabs(fl!(t, "users"), [
            tab(fl!(t, "nav-by-user"), query::users_path(team.id)).current(true),
            tab(fl!(t, "nav-by-product"), by_product),
            tab(fl!(t, "nav-groups"), seats::paths::groups(team.id)),
            tab(fl!(t, "nav-imports"), seats::paths::imports(team.id)),
        ]))
        (filter_bar::draw(visit, listing))
        @match &listing.removed {
            Some(page) => (removed::draw(visit, listing, page)),
            None => (list::draw(visit, listing, open)),
        }
    }
}

fn top(visit: &Visit, listing: &Listing, is_open: bool) -> Markup {
    let (t, team, lang) = (texts(visit.lang), &listing.team, visit.lang);
    let sub = fl!(
        t,
        "users-sub",
        count = team.people,
        shown = team.people_shown(lang),
        team = team.name.as_str(),
        organization = team.organization_name.as_str()
    );
    let all = format!("{}.csv", query::users_path(team.id));
    let export = menu("export").at_end();
    let export = match listing.query.filter().is_set() {
        true => export.link("", fl!(t, "export-these"), listing.query.export(team.id)),
        false => export,
    };
    let invite = format!("{}/invite", query::users_path(team.id));
    // The open panel is a view of its own, with its own filled button; one at a time.
    let invite_button =
        if is_open { button::plain(fl!(t, "invite")) } else { button::main(fl!(t, "invite")) };
    let top = head(fl!(t, "users"))
        .sub(sub)
        .act(html! {
            (button::plain(fl!(t, "export")).icon("download").fold().opens_menu("export"))
            (export.link("", fl!(t, "export-all"), all))
        })
        .act(invite_button.icon("plus").href(invite));
    html! { (top) }
}
