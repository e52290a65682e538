//! `/search`: what Ctrl K asks for. Works as a page of its own, without scripts.

use crate::{
    search::{Finds, Someone, search},
    texts,
};
use axum::extract::Query;
use i18n_embed_fl::fl;
use maud::{Markup, html};
use serde::Deserialize;
use web::{
    Handled, Page, Visit,
    components::{
        dialog::{Found, found, results},
        empty, filters, head,
    },
    format,
};

const PATH: &str = "/search";
const LONGEST: usize = 200;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

pub(super) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Handled<Page> {
    let visitor = visit.visitor()?.clone();
    let words: String = asked.q.trim().chars().take(LONGEST).collect();
    let ask = words.clone();
    let finds = visit.read(move |cx| search(cx, &visitor, &ask)).await?;
    let t = texts(visit.lang);
    let body = html! {
        div.narrow {
            (head(fl!(t, "search")))
            (filters(visit.lang, PATH).search("q", &words, fl!(t, "search-everything")))
            @if words.is_empty() { p.hint { (fl!(t, "search-hint")) } }
            @else if finds.is_empty() {
                (empty("", fl!(t, "nothing-found", words = words.as_str()), fl!(t, "nothing-found-text"), ""))
            } @else { (shown(&visit, &finds)) }
        }
    };
    Ok(visit.page(&fl!(t, "search"), body))
}

fn shown(visit: &Visit, finds: &Finds) -> Markup {
    let t = texts(visit.lang);
    let several_teams = visit.visitor.as_ref().is_some_and(|visitor| visitor.administered().nth(1).is_some());
    let programs = finds.programs.iter().map(|own| {
        found("products", &own.name, super::programs::product_path(&own.slug)).note(fl!(t, "find-own"))
    });
    let pools = finds.pools.iter().map(|pool| {
        let seats = fl!(
            t,
            "find-seats",
            assigned = format::number(pool.assigned.unsigned_abs(), visit.lang),
            capacity = format::number(pool.capacity.unsigned_abs(), visit.lang)
        );
        let note = html! { (seats) @if several_teams { ", " (pool.team_name) } };
        found("seat", &pool.product_name, seats::paths::pool(pool.team, pool.id)).note(note)
    });
    let contracts = finds.contracts.iter().map(|contract| {
        found("contract", &contract.number, contracts::paths::contract(contract.id))
            .note(&contract.organization_name)
    });
    let organizations = finds.organizations.iter().map(|line| {
        found("team", &line.name, format!("/vendor/organizations/{}", line.id)).note(&line.number)
    });
    let orders = finds.orders.iter().map(|order| {
        found("clip", order.number.as_str(), contracts::paths::order(order.id)).note(&order.organization_name)
    });
    let products = finds.products.iter().map(|product| {
        found("products", product.name.as_str(), format!("/vendor/products/{}", product.slug))
            .note(fl!(t, "nav-vendor"))
    });
    results([
        (fl!(t, "products"), programs.chain(products).collect::<Vec<_>>()),
        (fl!(t, "users"), finds.people.iter().map(|someone| person(someone, several_teams)).collect()),
        (fl!(t, "find-pools"), pools.collect()),
        (fl!(t, "nav-contracts"), contracts.collect()),
        (fl!(t, "organizations"), organizations.collect()),
        (fl!(t, "orders"), orders.collect()),
    ])
}

fn person(someone: &Someone, several_teams: bool) -> Found {
    let listed = &someone.listed;
    let href = format!("/manage/teams/{}/users/{}", someone.team, listed.person);
    let note = html! { (listed.email) @if several_teams { ", " (someone.team_name) } };
    found("user", listed.name(), href).note(note)
}
