//! The products of one person in the team, and those that can be given (mission S14).

use crate::{
    assign_products::assign_products, assignment::HeldProduct, pages::paths, people::Member, pool::Pool,
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
    let ask = move |cx: &mut store::Read| {
        let pools = reads::pools_of_team(cx, team)?;
        let member = queries::person_in_team(cx, team, person)?;
        Ok((pools, member, queries::held_in_team(cx, team, &[person])?.remove(&person).unwrap_or_default()))
    };
    let (pools, member, held) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "products-of", person = member.name());
    let held_of = |pool: &Pool| held.iter().find(|held| held.pool == pool.id);
    let can_give = pools.iter().any(|pool| held_of(pool).is_none() && pool.free() > 0);
    let rows = pools.iter().map(|pool| row(pool, &member, held_of(pool), filled, visit.lang));
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

fn top(member: &Member, team: TeamId, title: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let way = [
        (fl!(t, "users"), paths::users(team)),
        (member.name(), format!("{}/{}", paths::users(team), member.person)),
        (fl!(t, "products"), String::new()),
    ];
    html! { (head(title).crumbs(crumbs(lang, way)).lead(sign::avatar_l(&member.name())).sub(&member.email)) }
}

fn row(pool: &Pool, member: &Member, held: Option<&HeldProduct>, filled: &Filled, lang: Lang) -> table::Tr {
    let t = texts(lang);
    let (id, free) = (pool.id.to_string(), format::number(pool.free().unsigned_abs(), lang));
    let state = match held {
        Some(held) if held.suspended_at.is_some() => sign(Is::Warn, fl!(t, "suspended")),
        Some(_) => sign(Is::Ok, fl!(t, "has-a-seat")),
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
    row.cell(name).cell(state).cell(free).cell(html! {
        @if held.is_some() {
            (button::plain(fl!(t, "take-back"))
                .small()
                .sends("person", member.person.to_string())
                .action(paths::releases_from(pool.team, pool.id, &paths::by_user(pool.team, member.person)))
                .label(fl!(t, "take-back-product", product = pool.product_name.as_str())))
        }
    })
}
