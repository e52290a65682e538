//! The products of one person in the team, and those that can be given (mission S14).

use crate::{
    assign_products::assign_products,
    assignment::HeldProduct,
    except, lift_exception,
    pages::{self, group_acts::with_seats, paths, pins},
    people::Member,
    pool::Pool,
    queries, reads, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, PoolId, TeamId};
use maud::{Markup, html};
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*, format};

pub(super) struct Products(Vec<PoolId>);

impl Ask for Products {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.several("pool").map(Products)
    }
}

pub(super) async fn get(visit: Visit, Path(ids): Path<(TeamId, PersonId)>) -> Handled<Page> {
    page(&visit, ids, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
    form: Form<Products>,
) -> Handled {
    form.submit(|Products(pools)| visit.command(move |cx| assign_products(cx, team, person, &pools)))
        .await
        .done(|given| {
            let said = fl!(texts(visit.lang), "toast-products", count = given.len());
            visit.done(&paths::by_user(team, person), said)
        })
        .or_again(async |filled| page(&visit, (team, person), &filled).await)
        .await
}

async fn page(visit: &Visit, (team, person): (TeamId, PersonId), filled: &Filled) -> Handled<Page> {
    let (pools, member, ways) = visit.read(move |cx| seen(cx, team, person)).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "products-of", person = member.name());
    let can_give = pools.iter().any(|pool| ways.held(pool).is_none() && pool.free() > 0);
    let rows = pools.iter().map(|pool| row(pool, &member, &ways, filled, visit.lang));
    let list = table(&title)
        .cols([
            col(fl!(t, "product")).main().third(),
            col(fl!(t, "state")).wraps(),
            col(fl!(t, "free")).number().leaves(2),
            col(fl!(t, "act")).hidden().no_wrap(),
        ])
        .picks("pool", fl!(t, "select-all-products"))
        .rows(rows)
        .or_empty(empty("chair", fl!(t, "no-products"), fl!(t, "no-products-text"), ""));
    let body = html! {
        div.narrow {
            (top(&member, team, &title, visit.lang))
            @if let Some(refusal) = filled.refusal().or(filled.error("pool")) { (note(Is::Bad, "", refusal).alert()) }
            div.list-in { form.picks #assign method="post" action=(paths::by_user(team, person)) { (list) } }
        }
        @if can_give {
            (confirm_bar(
                fl!(t, "tick-products"),
                fl!(t, "products-mail"),
                button::main(fl!(t, "assign-products")).icon("seat").form("assign"),
            ))
        }
    };
    Ok(visit.page(&title, body))
}

/// What the person has, and by which ways.
struct Ways {
    held: Vec<HeldProduct>,
    /// Pool, name of the group.
    groups: Vec<(PoolId, String)>,
    exceptions: Vec<PoolId>,
}

impl Ways {
    fn held(&self, pool: &Pool) -> Option<&HeldProduct> {
        self.held.iter().find(|held| held.pool == pool.id)
    }
    fn excepted(&self, pool: &Pool) -> bool {
        self.exceptions.contains(&pool.id)
    }
    /// Whether it comes along with a group or the default; an exception takes no notice of.
    fn comes_along(&self, pool: &Pool) -> bool {
        pool.default_since.is_some() || self.groups.iter().any(|(brought, _)| *brought == pool.id)
    }
    fn said(&self, pool: &Pool, lang: Lang) -> String {
        let direct = self.held(pool).is_some_and(|held| held.direct);
        let groups = self.groups.iter().filter(|(brought, _)| *brought == pool.id).map(|(_, name)| name);
        pages::ways(direct, pool, groups, lang)
    }
}

fn seen(cx: &mut store::Read, team: TeamId, person: PersonId) -> kernel::Result<(Vec<Pool>, Member, Ways)> {
    let pools = reads::pools_of_team(cx, team)?;
    let member = queries::person_in_team(cx, team, person)?;
    let held = queries::held_in_team(cx, team, &[person])?.remove(&person).unwrap_or_default();
    let groups = queries::brought_to(cx, team, person)?;
    let exceptions = queries::exceptions_of(cx, team, person)?;
    Ok((pools, member, Ways { held, groups, exceptions }))
}

fn top(member: &Member, team: TeamId, title: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let way = [
        (fl!(t, "users"), paths::users(team)),
        (member.name(), format!("{}/{}", paths::users(team), member.person)),
        (fl!(t, "products"), String::new()),
    ];
    html! { (head(title).crumbs(crumbs(lang, way)).lead(sign::avatar_l(&member.name())).sub(&member.email)
    .act(button::plain(fl!(t, "contracts")).icon("contract").href(paths::charges(team, member.person)))) }
}

fn row(pool: &Pool, member: &Member, ways: &Ways, filled: &Filled, lang: Lang) -> table::Tr {
    let (t, held) = (texts(lang), ways.held(pool));
    let (id, free) = (pool.id.to_string(), format::number(pool.free().unsigned_abs(), lang));
    let state = match held {
        Some(held) if held.suspended_at.is_some() => sign(Is::Warn, fl!(t, "suspended")),
        Some(_) => sign(Is::Ok, fl!(t, "has-a-seat")),
        None if ways.excepted(pool) => sign(Is::Off, fl!(t, "excepted")),
        None if pool.free() == 0 => sign(Is::Off, fl!(t, "no-seat-free")),
        None => html! {},
    };
    let name = sign::what(
        mark(&pool.product_name, &pool.icon).small(),
        &pool.product_name,
        &pool.offering_name,
        &paths::pool(pool.team, pool.id),
    );
    let row = match held.is_none() && pool.free() > 0 {
        true => tr()
            .pick(&id, fl!(t, "select-product", product = pool.product_name.as_str()))
            .picked(filled.ticked("pool", &id)),
        false => tr(),
    };
    let said = if ways.excepted(pool) { String::new() } else { ways.said(pool, lang) };
    row.cell(name)
        .cell(html! {
            (state)
            @if held.is_some_and(|held| held.pinned) { " " (pins::mark(lang)) }
            @if !said.is_empty() { " " small.muted { (said) } }
        })
        .cell(free)
        .cell(act(pool, member, ways, lang))
}

/// What comes along is excepted, what was given is taken back.
fn act(pool: &Pool, member: &Member, ways: &Ways, lang: Lang) -> Markup {
    let (t, back) = (texts(lang), paths::by_user(pool.team, member.person));
    let exception = paths::exception(pool.team, pool.id, member.person);
    html! {
        @if ways.excepted(pool) {
            (button::plain(fl!(t, "lift-exception"))
                .small()
                .sends("lift", "1")
                .action(exception)
                .label(fl!(t, "lift-exception-for", product = pool.product_name.as_str())))
        } @else if ways.comes_along(pool) {
            (button::plain(fl!(t, "make-exception"))
                .small()
                .sends("lift", "")
                .action(exception)
                .label(fl!(t, "make-exception-for", product = pool.product_name.as_str())))
        } @else if ways.held(pool).is_some() {
            (button::plain(fl!(t, "take-back"))
                .small()
                .sends("person", member.person.to_string())
                .action(paths::releases_from(pool.team, pool.id, &back))
                .label(fl!(t, "take-back-product", product = pool.product_name.as_str())))
        }
    }
}

/// Make the exception, or lift it.
pub(super) struct Exception {
    lift: bool,
}

impl Ask for Exception {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Exception { lift: !fields.raw("lift").is_empty() })
    }
}

pub(super) async fn exception(
    visit: Visit,
    Path((team, pool, person)): Path<(TeamId, PoolId, PersonId)>,
    form: Form<Exception>,
) -> Handled {
    let change = move |cx: &mut store::Command, lift: bool| {
        reads::pool_in(cx, team, pool)?;
        let settled = match lift {
            true => lift_exception(cx, pool, person),
            false => except(cx, pool, person),
        };
        settled.map(|settled| (lift, settled))
    };
    form.submit(|Exception { lift }| visit.command_on(pool, move |cx| change(cx, lift)))
        .await
        .done(|(lift, settled)| {
            let t = texts(visit.lang);
            let said = if lift { fl!(t, "toast-lifted") } else { fl!(t, "toast-excepted") };
            visit.done(&paths::by_user(team, person), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| page(&visit, (team, person), &filled).await)
        .await
}
