//! One customer, for the vendor: its teams and contracts.

use crate::{
    pages::organizations::PATH,
    queries::{self, ContractLine, TeamLine},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{OrganizationId, Permission, Scope, clock::minutes};
use maud::{Markup, html};
use web::{
    Handled, Page, Visit,
    components::{col, crumbs, empty, head, section, table, tr},
    format,
};

pub(super) async fn get(visit: Visit, Path(id): Path<OrganizationId>) -> Handled<Page> {
    let (organization, teams, contracts) = visit
        .read(move |cx| {
            cx.require(Permission::ManageVendor, Scope::Vendor)?;
            Ok((queries::organization(cx, id)?, queries::teams_of(cx, id)?, queries::contracts_of(cx, id)?))
        })
        .await?;
    let t = texts(visit.lang);
    let way = [(fl!(t, "organizations"), PATH), (organization.name.clone(), "")];
    let body = html! {
        div.narrow {
            (head(&organization.name).crumbs(crumbs(visit.lang, way))
                .sub(fl!(t, "customer-is", number = organization.number.as_str())))
            (section("teams", fl!(t, "teams"), "", teams_table(&visit, &teams)))
            (section("contracts", fl!(t, "contracts"), "", contracts_table(&visit, &contracts)))
        }
    };
    Ok(visit.page(&organization.name, body))
}

fn teams_table(visit: &Visit, teams: &[TeamLine]) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let rows = teams.iter().map(|team| {
        tr().cell(html! { a.go href=(format!("/manage/teams/{}/users", team.id)) { (team.name) } })
            .cell(number(team.people))
            .cell(fl!(t, "n-of-m", n = number(team.assigned), m = number(team.seats)))
            .tap()
    });
    let list = table(fl!(t, "teams"))
        .cols([col(fl!(t, "team")).main(), col(fl!(t, "people")).number(), col(fl!(t, "seats")).number()])
        .rows(rows)
        .or_empty(empty("", fl!(t, "no-teams"), "", ""));
    html! { (list) }
}

fn contracts_table(visit: &Visit, contracts: &[ContractLine]) -> Markup {
    let (t, lang, zone) = (texts(visit.lang), visit.lang, visit.zone());
    let rows = contracts.iter().map(|contract| {
        let manager = html! { (contract.first_name) " " (contract.last_name) br; span.small.muted { (contract.email) } };
        // The moment after the last day belongs to the day after.
        let ends = contract.ends_at.map(|end| format::date(end.minus(minutes(1)), &zone, lang));
        tr().cell(html! { a.go href=(format!("/manage/contracts/{}", contract.id)) { span.mono { (contract.number) } } })
            .cell(manager)
            .cell(contract.partner_name.as_deref().unwrap_or_default())
            .cell(ends.unwrap_or_else(|| fl!(t, "ended")))
            .tap()
    });
    let list = table(fl!(t, "contracts"))
        .cols([
            col(fl!(t, "contract")).main(),
            col(fl!(t, "contract-manager")).wraps(),
            col(fl!(t, "partner")).wraps().leaves(3),
            col(fl!(t, "renewal-date")).number().leaves(2).under_name(),
        ])
        .rows(rows)
        .or_empty(empty("", fl!(t, "no-contracts"), "", ""));
    html! { (list) }
}
