//! The contracts that the visitor manages, with their renewal dates (mission S8).

use super::{contract_manager::open_note, lines, paths};
use crate::{
    contract::Contract,
    reads,
    takeover::{of_teams, own_open},
    texts,
};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};
use web::{Handled, Page, Visit, components::*, format};

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    let person = visit.actor.signed_in()?;
    let ask = move |cx: &mut store::Read| {
        Ok((
            reads::contracts_of(cx, person)?,
            reads::waiting_landings(cx, person)?,
            of_teams(cx)?,
            own_open(cx)?,
        ))
    };
    let (contracts, waiting, behind, open) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let body = html! {
        div.narrow {
            (head(fl!(t, "contracts")).sub(fl!(t, "contracts-text")))
            div.stack.stack-l {
                @if let Some(order) = waiting.first() {
                    (note(Is::Warn, fl!(t, "landing-waits", count = waiting.len()), fl!(t, "landing-waits-text"))
                        .acts(button::plain(fl!(t, "choose-team")).href(paths::landing(order.contract))))
                }
                @for takeover in &open { (open_note(&visit, takeover)) }
                @if contracts.is_empty() {
                    (empty("chair", fl!(t, "no-contracts"), fl!(t, "no-contracts-text"), ""))
                } @else {
                    (list(&visit, &contracts))
                }
                @if !behind.is_empty() {
                    (section("behind", fl!(t, "contracts-behind"), "", html! {
                        p.muted { (fl!(t, "contracts-behind-text")) }
                        (of_others(&behind, visit.lang))
                    }))
                }
            }
        }
    };
    Ok(visit.page(&fl!(t, "contracts"), body))
}

fn list(visit: &Visit, contracts: &[Contract]) -> Markup {
    let t = texts(visit.lang);
    html! {
        (table(fl!(t, "contracts"))
            .cols([
                col(fl!(t, "contract")).main(),
                col(fl!(t, "products")).wraps().leaves(3).under_name(),
                col(fl!(t, "seats")).number().leaves(3),
                col(fl!(t, "team")).wraps().leaves(4),
                col(fl!(t, "start")).no_wrap().leaves(4),
                col(fl!(t, "renewal-date")).no_wrap(),
                col(fl!(t, "days-left")).no_wrap().leaves(2),
                col(fl!(t, "partner")).wraps().leaves(4),
            ])
            .rows(contracts.iter().map(|contract| row(visit, contract))))
    }
}

fn row(visit: &Visit, contract: &Contract) -> table::Tr {
    let (lang, zone) = (visit.lang, contract.zone());
    let mut products: Vec<_> = contract.subscriptions.iter().map(|line| line.product_name.as_str()).collect();
    products.dedup();
    let date = |at| format::short_date_year(at, &zone, lang);
    let mark = mark(&contract.organization_name, "").small();
    let name = sign::what(mark, &contract.number, &contract.organization_name, &paths::contract(contract.id));
    tr().tap()
        .cell(name)
        .cell(products.join(", "))
        .cell(format::number(contract.seats().unsigned_abs(), lang))
        .cell(lines::teams(contract, lang))
        .cell(contract.starts_at().map(date).unwrap_or_default())
        .cell(
            contract
                .renewal_at()
                .map_or_else(|| lines::state(contract.state(), lang), |at| html! { (date(at)) }),
        )
        .cell(contract.days_left(visit.now()).map(|days| lines::days_left(days, lang)).unwrap_or_default())
        .cell(contract.partner_name.as_deref().unwrap_or_default())
}

/// Those whose seats the visitor's teams use, with the way to their managers.
fn of_others(contracts: &[Contract], lang: Lang) -> Markup {
    let t = texts(lang);
    rows(contracts.iter().map(|contract| {
        let who = fl!(t, "managed-by", who = contract.manager_name());
        rows::row(html! { a href=(paths::manager(contract.id)) { (contract.number) } })
            .lead(mark(&contract.organization_name, "").small())
            .text(html! { (who) " · " (lines::teams(contract, lang)) })
    }))
}
