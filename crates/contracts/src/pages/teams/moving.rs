//! A subscription goes to another team: a form, then what it will do, then the move.

use super::plan::{self, Before, Names};
use crate::{
    pages::paths,
    queries,
    refusal::Refused,
    teams::{Along, MovePlan, MoveSubscription, move_subscription, names_in, plan_move},
    texts,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Error, Permission, PersonId, Refusal, Result, SubscriptionId, TeamId};
use maud::{Markup, html};
use organizations::Team;
use seats::moving::{Level, pool_of};
use store::Read;
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*, format};

type Ids = Path<(TeamId, SubscriptionId)>;

/// The form as it was filled in, and which button was pressed.
pub(in crate::pages) struct Filling {
    to: TeamId,
    seats: i64,
    along: Along,
    people: String,
    /// The plan that was shown, if the button says to carry it out.
    seen: Option<String>,
    again: bool,
}

impl Ask for Filling {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (to, seats) = (fields.parsed("team"), fields.number("seats", 1, 1_000_000_000));
        let people = fields.text("people", 500_000);
        let along = match fields.raw("along") {
            "nobody" => Along::Nobody,
            "these" => Along::These(names_in(people.as_deref().unwrap_or_default())),
            _ => Along::AsNeeded,
        };
        let act = fields.raw("act").to_owned();
        let seen = (act == "move").then(|| fields.raw("plan").to_owned());
        Some(Filling { to: to?, seats: seats?, along, people: people?, seen, again: act == "change" })
    }
}

impl Filling {
    fn ask(&self, subscription: SubscriptionId) -> MoveSubscription {
        MoveSubscription { subscription, to: self.to, seats: Some(self.seats), along: self.along.clone() }
    }
    fn typed(&self) -> [(&'static str, String); 4] {
        let along = match self.along {
            Along::AsNeeded => "needed",
            Along::Nobody => "nobody",
            Along::These(_) => "these",
        };
        [
            ("team", self.to.to_string()),
            ("seats", self.seats.to_string()),
            ("along", along.to_owned()),
            ("people", self.people.clone()),
        ]
    }
}

pub(in crate::pages) async fn get(visit: Visit, Path(ids): Ids) -> Handled<Page> {
    page(&visit, ids, None).await
}

pub(in crate::pages) async fn post(visit: Visit, Path(ids): Ids, form: Form<Filling>) -> Handled {
    form.submit(|filling| step(&visit, ids, filling))
        .await
        .done(|answer| answer)
        .or_again(async |filled| page(&visit, ids, Some(&filled)).await)
        .await
}

async fn step(visit: &Visit, ids: (TeamId, SubscriptionId), filling: Filling) -> Result<Response> {
    let ask = filling.ask(ids.1);
    if filling.again {
        let typed = filling.typed();
        let pairs: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let facts = visit.read(move |cx| facts(cx, ids)).await?;
        return Ok(form(visit, &facts, Some(&Filled::with(visit.lang, &pairs))).into_response());
    }
    let Some(seen) = filling.seen.clone() else {
        let shown = visit.read(move |cx| preview_facts(cx, ids, &ask)).await?;
        return Ok(preview(visit, &filling, &shown).into_response());
    };
    let moved = visit.command(move |cx| {
        in_team(cx, ids)?;
        move_subscription(cx, &ask, Some(&seen))
    });
    let plan = moved.await?;
    let shown = format::number(plan.seats.unsigned_abs(), visit.lang);
    let product = plan.subscription.product_name.as_str();
    let said = fl!(
        texts(visit.lang),
        "moved-done",
        count = plan.seats,
        shown = shown,
        product = product,
        team = plan.to.name.as_str()
    );
    Ok(visit.done(&paths::team_settings(ids.0), said))
}

/// What the form shows.
struct Facts {
    line: crate::contract::Subscription,
    zone: jiff::tz::TimeZone,
    team: Team,
    others: Vec<Team>,
}

/// The subscription as one of this team, for addresses that name both.
fn in_team(cx: &mut Read, (team, id): (TeamId, SubscriptionId)) -> Result<crate::contract::Subscription> {
    let found = organizations::team(cx, team)?;
    cx.require(Permission::ManageMembers, found.scope())?;
    let line = queries::subscription(cx, id)?;
    match line.team == Some(team) {
        true => Ok(line),
        false => Err(Error::not_found()),
    }
}

fn facts(cx: &mut Read, ids: (TeamId, SubscriptionId)) -> Result<Facts> {
    let line = in_team(cx, ids)?;
    let team = organizations::team(cx, ids.0)?;
    let zone = queries::contract(cx, line.contract)?.zone();
    let mut others = organizations::teams_of(cx, team.organization)?;
    others.retain(|other| other.id != team.id && cx.may(Permission::ManageMembers, other.scope()));
    Ok(Facts { line, zone, team, others })
}

async fn page(visit: &Visit, ids: (TeamId, SubscriptionId), filled: Option<&Filled>) -> Handled<Page> {
    let facts = visit.read(move |cx| facts(cx, ids)).await?;
    Ok(form(visit, &facts, filled))
}

fn way(visit: &Visit, team: &Team, title: &str) -> Markup {
    let t = texts(visit.lang);
    crumbs(
        visit.lang,
        [
            (fl!(t, "users"), paths::users(team.id)),
            (fl!(t, "team-settings"), paths::team_settings(team.id)),
            (title.to_owned(), String::new()),
        ],
    )
}

fn form(visit: &Visit, facts: &Facts, filled: Option<&Filled>) -> Page {
    let (t, line) = (texts(visit.lang), &facts.line);
    let title = fl!(t, "move-title", product = line.product_name.as_str());
    let shown = format::number(line.quantity.unsigned_abs(), visit.lang);
    let until = format::date(line.last_day(), &facts.zone, visit.lang);
    let team = facts.team.name.as_str();
    let body = html! {
        div.narrow {
            (head(&title).crumbs(way(visit, &facts.team, &title))
                .sub(fl!(t, "move-text", count = line.quantity, shown = shown, team = team, until = until)))
            @if let Some(refusal) = filled.and_then(Filled::refusal) { (note(Is::Bad, "", refusal).alert()) }
            @if facts.others.is_empty() {
                @let organization = facts.team.organization_name.as_str();
                (empty("chair", fl!(t, "move-no-team"), fl!(t, "move-no-team-text", organization = organization), ""))
            } @else { (fields(visit, facts, filled)) }
        }
    };
    visit.page(&title, body)
}

fn fields(visit: &Visit, facts: &Facts, filled: Option<&Filled>) -> Markup {
    let (t, all) = (texts(visit.lang), facts.line.quantity.to_string());
    let value = |name: &str, usual: &str| filled.map_or(usual, |filled| filled.value(name)).to_owned();
    let error = |name: &str| filled.and_then(|filled| filled.error(name));
    let teams = facts.others.iter().map(|team| (team.id.to_string(), team.name.clone()));
    let choices = radios("along", fl!(t, "move-whose"))
        .choice("needed", fl!(t, "move-needed"), fl!(t, "move-needed-hint"))
        .choice("nobody", fl!(t, "move-nobody"), fl!(t, "move-nobody-hint"))
        .choice("these", fl!(t, "move-chosen"), "");
    html! {
        form.stack method="post" action=(paths::move_subscription(facts.team.id, facts.line.id)) {
            (field::select("team", fl!(t, "move-to")).options(teams).value(value("team", "")).error(error("team")))
            (field::number("seats", fl!(t, "move-seats")).min(1).max(&all).value(value("seats", &all))
                .error(error("seats")).hint(fl!(t, "move-seats-hint")))
            (choices.value(value("along", "needed")).error(error("along")))
            (field::area("people", fl!(t, "move-people")).rows(4).value(value("people", "")).error(error("people"))
                .hint(fl!(t, "move-people-hint")))
            div.acts {
                (button::main(fl!(t, "move-preview")).sends("act", "preview"))
                (button::quiet(fl!(t, "cancel")).href(paths::team_settings(facts.team.id)))
            }
        }
    }
}

struct Shown {
    plan: MovePlan,
    before: Before,
    names: Names,
}

fn preview_facts(cx: &mut Read, ids: (TeamId, SubscriptionId), ask: &MoveSubscription) -> Result<Shown> {
    in_team(cx, ids)?;
    let plan = plan_move(cx, ask)?;
    let mut level = |team: &Team| -> Result<Level> {
        let pool = pool_of(cx, team.id, plan.subscription.offering)?;
        Ok(pool.map(|pool| Level::of(&pool)).unwrap_or_default())
    };
    let before = Before { here: level(&plan.from)?, there: level(&plan.to)? };
    let people: Vec<PersonId> = plan.pool.iter().flat_map(|pool| &pool.going).map(|one| one.person).collect();
    Ok(Shown { names: plan::names(cx, &people)?, before, plan })
}

fn preview(visit: &Visit, filling: &Filling, shown: &Shown) -> Page {
    let (t, plan) = (texts(visit.lang), &shown.plan);
    let (product, to) = (plan.subscription.product_name.as_str(), plan.to.name.as_str());
    let title = fl!(t, "move-plan-title", product = product, from = plan.from.name.as_str(), to = to);
    let change = button::plain(fl!(t, "change")).form("move").sends("act", "change");
    let seats = format::number(plan.seats.unsigned_abs(), visit.lang);
    let refused = plan.fits().err();
    let body = html! {
        div.narrow {
            (head(&title).crumbs(way(visit, &plan.from, &title)).sub(fl!(t, "move-plan-text")).act(change))
            form #move method="post" action=(paths::move_subscription(plan.from.id, plan.subscription.id)) {
                @for (name, value) in filling.typed() { (field::hidden(name, &value)) }
                (field::hidden("plan", &plan.fingerprint()))
            }
            div.stack.stack-l { (effects(visit, shown, refused.as_ref())) }
        }
        @if refused.is_none() {
            (dialog::confirm_bar(
                fl!(t, "move-what", count = plan.seats, shown = seats, product = product, team = to),
                fl!(t, "move-when"),
                button::main(fl!(t, "move-now")).form("move").sends("act", "move"),
            ))
        }
    };
    visit.page(&title, body)
}

fn effects(visit: &Visit, shown: &Shown, refused: Option<&Refused>) -> Markup {
    let (t, lang, plan) = (texts(visit.lang), visit.lang, &shown.plan);
    let both = (&plan.from, &plan.to);
    let number = |count: i64| format::number(count.unsigned_abs(), lang);
    let mut lines = vec![];
    if plan.is_part() {
        let (rest, team) = (number(plan.subscription.quantity - plan.seats), plan.to.name.as_str());
        lines.push((
            "contract",
            fl!(t, "plan-new-line", count = plan.seats, shown = number(plan.seats), team = team, rest = rest),
        ));
    }
    match &plan.pool {
        None => lines.push(("clock", fl!(t, "plan-not-started", team = plan.to.name.as_str()))),
        Some(pool) => lines.extend(plan::risen(both, pool, lang).into_iter().map(|words| ("seat", words))),
    }
    lines.push(("send", fl!(t, "plan-mails")));
    let lines = lines.into_iter().map(|(name, words)| (icon::icon_in(name, "of-accent"), words));
    html! {
        @if let Some(refused) = refused { (note(Is::Bad, fl!(t, "plan-will-not-fit"), refused.sentence(lang)).alert()) }
        (rows::ticks(lines))
        @if let Some(pool) = &plan.pool {
            (section("levels", fl!(t, "plan-levels"), "", plan::levels(both, &shown.before, pool, lang)))
            (section("people", fl!(t, "plan-people"), "", plan::people(&plan.to, pool, &plan.people, &shown.names, lang)))
        }
    }
}
