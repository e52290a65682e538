//! A person is taken out of the team: what happens is said before the button, and Undo stands beside the news.

use crate::{
    assignment::HeldProduct,
    leave::{Returned, leave_team, return_to_team},
    pages::paths,
    people::Member,
    queries, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Lang, Permission, PersonId, Role, TeamId};
use maud::{Markup, html};
use organizations::{MemberList, RemovedMember, removed_members};
use store::Read;
use web::{Filled, Form, Handled, Nothing, Page, Visit, components::*, format, layout::Toast, role_label};

type Ids = Path<(TeamId, PersonId)>;

pub(super) async fn get(visit: Visit, Path(ids): Ids) -> Handled<Page> {
    page(&visit, ids, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path((team, person)): Ids, form: Form<Nothing>) -> Handled {
    let leave = move |cx: &mut store::Command| {
        let member = queries::person_in_team(cx, team, person)?;
        leave_team(cx, team, person).map(|_| member)
    };
    form.submit(|Nothing| visit.command(leave))
        .await
        .done(|member| {
            let t = texts(visit.lang);
            let undo = Some((fl!(t, "undo"), paths::coming_back(team, person)));
            visit.done_with_undo(
                &paths::users(team),
                Toast { text: fl!(t, "toast-left", person = member.name()), undo },
            )
        })
        .or_again(async |filled| page(&visit, (team, person), &filled).await)
        .await
}

async fn page(visit: &Visit, (team, person): (TeamId, PersonId), filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut Read| {
        let scope = queries::team_scope(cx, team)?;
        cx.require(Permission::ManageMembers, scope)?;
        let role = organizations::member(cx, team, person)?.role;
        let member = queries::person_in_team(cx, team, person)?;
        let held = queries::held_in_team(cx, team, &[person])?.remove(&person).unwrap_or_default();
        Ok((member, role, held))
    };
    let (member, role, held) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "remove-title", person = member.name());
    let back = format!("{}/{person}", paths::users(team));
    let way = [
        (fl!(t, "users"), paths::users(team)),
        (member.name(), back.clone()),
        (fl!(t, "remove"), String::new()),
    ];
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way)).lead(sign::avatar_l(&member.name())).sub(&member.email))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            @if role == Role::PrimaryAdmin { (hand_over_first(team, &member, visit.lang)) }
            @else { (what_happens(&member, &held, &paths::leaving(team, person), &back, visit.lang)) }
        }
    };
    Ok(visit.page(&title, body))
}

fn hand_over_first(team: TeamId, member: &Member, lang: Lang) -> Markup {
    let t = texts(lang);
    let people = button::plain(fl!(t, "see-people")).icon("users").href(paths::users(team));
    html! { (note(Is::Info, fl!(t, "is-primary", person = member.name()), fl!(t, "is-primary-text")).acts(people)) }
}

fn what_happens(member: &Member, held: &[HeldProduct], action: &str, back: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let seats: Vec<_> = held.iter().map(|held| (icon("seat"), held.name.clone())).collect();
    html! {
        div.stack {
            p { (fl!(t, "remove-text", person = member.first_name.as_str())) }
            @if !seats.is_empty() {
                p { (fl!(t, "remove-frees", count = seats.len())) }
                (rows::ticks(seats))
            }
            p.muted { (fl!(t, "remove-undo")) }
            form method="post" action=(action) {
                div.acts { (button::bad(fl!(t, "remove"))) (button::quiet(fl!(t, "cancel")).href(back)) }
            }
        }
    }
}

/// The way of Undo, and of the buttons in the list of those who left.
pub(super) async fn come_back(visit: Visit, Path((team, person)): Ids, form: Form<Nothing>) -> Handled {
    form.submit(|Nothing| visit.command(move |cx| return_to_team(cx, team, person)))
        .await
        .done(|returned| {
            let path = format!("{}/{person}", paths::users(team));
            visit.done(&path, said(&returned, visit.lang))
        })
        .or_again(async |filled| left_page(&visit, team, &filled).await)
        .await
}

fn said(returned: &Returned, lang: Lang) -> String {
    let t = texts(lang);
    let missing: Vec<_> = returned.missing.iter().map(|product| product.product.as_str()).collect();
    match missing.as_slice() {
        [] => fl!(t, "toast-back"),
        some => fl!(t, "toast-back-without", products = some.join(", ")),
    }
}

pub(super) async fn left(visit: Visit, Path(team): Path<TeamId>) -> Handled<Page> {
    left_page(&visit, team, &Filled::fresh(visit.lang)).await
}

/// More have not left a team in a month.
const MOST: i64 = 500;

async fn left_page(visit: &Visit, team: TeamId, filled: &Filled) -> Handled<Page> {
    let list = MemberList { limit: MOST, ..MemberList::default() };
    let people = visit.read(move |cx| removed_members(cx, team, &list)).await?;
    let (t, lang) = (texts(visit.lang), visit.lang);
    let title = fl!(t, "left");
    let way = [(fl!(t, "users"), paths::users(team)), (title.clone(), String::new())];
    let list = table(fl!(t, "left-caption"))
        .cols([
            col(fl!(t, "name-email")).main().third(),
            col(fl!(t, "role-before")).wraps().leaves(3),
            col(fl!(t, "left-when")).wraps().muted().leaves(2).under_name(),
            col(fl!(t, "act")).hidden().no_wrap(),
        ])
        .rows(people.iter().map(|person| line(visit, team, person)))
        .or_empty(empty("chair", fl!(t, "nobody-left"), fl!(t, "nobody-left-text"), ""));
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(lang, way)).sub(fl!(t, "left-sub")))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            (list)
        }
    };
    Ok(visit.page(&title, body))
}

fn line(visit: &Visit, team: TeamId, person: &RemovedMember) -> table::Tr {
    let (t, lang, zone) = (texts(visit.lang), visit.lang, visit.zone());
    let at = format::short_date(person.removed_at, &zone, lang);
    let when = fl!(t, "left-by", at = at, by = person.removed_by.as_str());
    let back =
        button::plain(fl!(t, "bring-back")).small().label(fl!(t, "bring-back-whom", person = person.name()));
    tr().cell(who(&person.first_name, &person.last_name, &person.email, ""))
        .cell(role_label(person.role, lang))
        .cell(when)
        .cell(button::post(&paths::coming_back(team, person.person), back))
}
