//! The settings of a team: its name, its subscriptions, and what can become of it.

use crate::{
    contract::{Contract, Subscription},
    pages::paths,
    queries,
    teams::{InTheWay, in_the_way},
    texts,
};
use axum::{extract::Path, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{Name, Permission, TeamId};
use maud::{Markup, html};
use organizations::{Team, TeamList};
use store::Read;
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*, format};

pub(in crate::pages) struct Renamed(Name);

impl Ask for Renamed {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.name("name").map(Renamed)
    }
}

pub(in crate::pages) async fn get(visit: Visit, Path(team): Path<TeamId>) -> Handled<Page> {
    page(&visit, team, None).await
}

pub(in crate::pages) async fn post(visit: Visit, Path(id): Path<TeamId>, form: Form<Renamed>) -> Handled {
    form.submit(|Renamed(name)| visit.command(move |cx| organizations::rename_team(cx, id, &name)))
        .await
        .done(|team| {
            let said = fl!(texts(visit.lang), "team-renamed", name = team.name);
            visit.done(&paths::team_settings(id), said).into_response()
        })
        .or_again(async |filled| page(&visit, id, Some(&filled)).await)
        .await
}

/// One subscription, and the zone of its days.
type Line = (Subscription, jiff::tz::TimeZone);

struct Facts {
    team: Team,
    subscriptions: Vec<Line>,
    in_the_way: InTheWay,
    /// Others that rest, and that the visitor may bring back.
    archived: Vec<Team>,
}

fn facts(cx: &mut Read, id: TeamId) -> kernel::Result<Facts> {
    let team = organizations::team(cx, id)?;
    cx.require(Permission::ManageMembers, team.scope())?;
    let mut subscriptions = vec![];
    for line in queries::open_subscriptions(cx, id)? {
        let zone = queries::contract(cx, line.contract).map(|contract: Contract| contract.zone())?;
        subscriptions.push((line, zone));
    }
    let list = TeamList { archived: true, limit: 100, ..TeamList::default() };
    let mut archived = organizations::teams(cx, &list)?;
    archived.retain(|other| other.organization == team.organization && other.id != id);
    Ok(Facts { subscriptions, in_the_way: in_the_way(cx, id)?, archived, team })
}

pub(super) async fn page(visit: &Visit, id: TeamId, filled: Option<&Filled>) -> Handled<Page> {
    let facts = visit.read(move |cx| facts(cx, id)).await?;
    let (t, team) = (texts(visit.lang), &facts.team);
    let title = fl!(t, "team-settings");
    let (name, organization) = (team.name.as_str(), team.organization_name.as_str());
    let way = [(fl!(t, "users"), paths::users(id)), (title.clone(), String::new())];
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way))
                .sub(fl!(t, "team-settings-sub", team = name, organization = organization)))
            @if let Some(refusal) = filled.and_then(Filled::refusal) { (note(Is::Bad, "", refusal).alert()) }
            div.stack.stack-l {
                @if team.archived_at.is_some() { (rests(visit, team)) }
                (rename(visit, team, filled))
                (section("subscriptions", fl!(t, "team-subscriptions"), "", subscriptions(visit, &facts)))
                @if team.archived_at.is_none() { (section("archive", fl!(t, "archive"), "", archive(visit, &facts))) }
                @if !facts.archived.is_empty() {
                    (section("archived", fl!(t, "archived-teams"), "", others(&facts.archived)))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn rests(visit: &Visit, team: &Team) -> Markup {
    let t = texts(visit.lang);
    let back = button::post(&paths::team_return(team.id), button::main(fl!(t, "bring-back")));
    html! {
        (note(Is::Warn, fl!(t, "archived-title", team = team.name.as_str()), fl!(t, "archived-text")).acts(back))
    }
}

fn rename(visit: &Visit, team: &Team, filled: Option<&Filled>) -> Markup {
    let t = texts(visit.lang);
    let name = filled.map_or(team.name.as_str(), |filled| filled.value("name"));
    html! {
        form.stack method="post" action=(paths::team_settings(team.id)) {
            (field::text("name", fl!(t, "team-name")).value(name)
                .error(filled.and_then(|filled| filled.error("name"))).required())
            div { (button::plain(fl!(t, "rename-team"))) }
        }
    }
}

fn subscriptions(visit: &Visit, facts: &Facts) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    if facts.subscriptions.is_empty() {
        return empty("chair", fl!(t, "team-subscriptions-none"), fl!(t, "team-subscriptions-none-text"), "");
    }
    let lines = facts.subscriptions.iter().map(|(line, zone)| {
        let shown = format::number(line.quantity.unsigned_abs(), lang);
        let until = format::date(line.last_day(), zone, lang);
        let product = line.product_name.as_str();
        let move_it = button::plain(fl!(t, "move"))
            .small()
            .label(fl!(t, "move-label", product = product))
            .href(paths::move_subscription(facts.team.id, line.id));
        row(product)
            .lead(mark(product, &line.icon))
            .text(fl!(t, "n-seats-of", count = line.quantity, shown = shown, until = until))
            .acts(move_it)
    });
    rows(lines)
}

fn archive(visit: &Visit, facts: &Facts) -> Markup {
    use kernel::Refusal;
    let t = texts(visit.lang);
    let why_not = facts.in_the_way.check().err().map(|refused| refused.sentence(visit.lang));
    html! {
        div.stack {
            p.muted { (fl!(t, "archive-text")) }
            @match why_not {
                Some(why) => { (note(Is::Info, "", why).small()) }
                None => {
                    form method="post" action=(paths::team_archive(facts.team.id)) {
                        div { (button::plain(fl!(t, "archive"))) }
                    }
                }
            }
        }
    }
}

fn others(teams: &[Team]) -> Markup {
    rows(teams.iter().map(|team| row(html! { a href=(paths::team_settings(team.id)) { (team.name) } })))
}
