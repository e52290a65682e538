//! The person beside the list: facts, seats, and for those who have not been in, the invitation.

pub(super) mod letters;
mod overview;

use crate::{
    pages::users::Listing,
    people::{Detail, TeamFacts},
    queries,
    queries::Letter,
    texts,
};
use i18n_embed_fl::fl;
use kernel::{Permission, PersonId, Result, Scope, Timestamp};
use maud::{Markup, html};
use seats::{HeldProduct, groups::Group};
use store::Read;
use web::{
    Visit,
    components::{button, head, sign, tabs, tabs::tab},
};

/// Which side of the person is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Overview,
    Emails,
}

pub(super) struct Open {
    pub detail: Detail,
    /// With the last moment at which a program works on the seat without the server.
    pub held: Vec<(HeldProduct, Option<Timestamp>)>,
    /// The groups of the person in this team, by name.
    pub groups: Vec<Group>,
    /// Mails from the organization, newest first.
    pub letters: Vec<Letter>,
    /// Whether the visitor may invite, change roles, give and take seats.
    pub may_manage: bool,
}

/// Not found for those who are not of the team.
pub(super) fn load(cx: &mut Read, team: &TeamFacts, person: PersonId) -> Result<Open> {
    let scope = Scope::Team(team.id, team.organization);
    let detail = queries::detail(cx, team.id, person)?;
    let held = seats::products_by_person(cx, team.id, &[person])?.remove(&person).unwrap_or_default();
    let held = held.into_iter().map(|held| {
        let until = licensing::offline_until(cx, held.pool, &[person])?.remove(&person);
        Ok((held, until))
    });
    let held = held.collect::<Result<Vec<_>>>()?;
    let groups = seats::groups::groups_of_person(cx, team.id, person)?;
    let letters = match cx.may(Permission::SeeMails, Scope::Organization(team.organization)) {
        true => queries::letters_to(cx, team.organization, person)?,
        false => vec![],
    };
    let manage = [Permission::InviteUsers, Permission::ManageMembers, Permission::AssignSeats];
    let may_manage = manage.into_iter().all(|permission| cx.may(permission, scope));
    Ok(Open { detail, held, groups, letters, may_manage })
}

pub(super) fn draw(visit: &Visit, listing: &Listing, open: &Open, side: Side) -> Markup {
    let (t, lang, query) = (texts(visit.lang), visit.lang, &listing.query);
    let (team, person) = (listing.team.id, &open.detail.listed);
    let name = person.name();
    let body = html! {
        @if open.may_manage {
            (button::acts(html! {
                (button::main(fl!(t, "assign-products")).href(seats::paths::by_user(team, person.person)))
                (button::plain(fl!(t, "change-role")).href(format!("/manage/teams/{team}/users/{}/role", person.person)))
                (button::plain(fl!(t, "remove")).href(seats::paths::leaving(team, person.person)))
            }))
        }
        (tabs(&name, [
            tab(fl!(t, "overview"), query.person(team, person.person, "")).current(side == Side::Overview),
            tab(fl!(t, "emails"), query.person(team, person.person, "/emails")).current(side == Side::Emails),
        ]))
        @match side {
            Side::Overview => (overview::draw(visit, listing, open)),
            Side::Emails => (letters::draw(visit, &open.letters)),
        }
    };
    head::panel("person", &name, fl!(t, "all-users"), query.here(team))
        .lead(sign::avatar_l(&name))
        .sub(sign::address(&person.email))
        .body(lang, body)
}
