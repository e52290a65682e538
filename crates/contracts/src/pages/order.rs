//! One order, and what came of it.

use super::{lines, orders, paths};
use crate::{contract::Contract, order::Order, reads, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{OrderId, Permission};
use maud::{Markup, html};
use web::{Handled, Page, Visit, components::*, format};

pub(super) async fn get(visit: Visit, Path(id): Path<OrderId>) -> Handled<Page> {
    let (order, contract) = visit.read(move |cx| reads::order(cx, id)).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "order-title", number = order.number.as_str());
    let way = [(fl!(t, "orders"), paths::ORDERS), (order.number.clone(), "")];
    let placed = format::date_time(order.placed_at, &visit.zone(), visit.lang);
    let by = fl!(t, "placed-by", who = order.placed_by.as_str());
    let body = html! {
        div.narrow.list-in {
            (head(&title).crumbs(crumbs(visit.lang, way)).sub(format!("{placed}, {by}")))
            div.stack.stack-l {
                (facts(&visit, &order, &contract))
                (section("subs", fl!(t, "subscriptions"), "", lines::subscriptions(&contract, visit.lang)))
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn facts(visit: &Visit, order: &Order, contract: &Contract) -> Markup {
    let (lang, t) = (visit.lang, texts(visit.lang));
    let partner = order.partner_name.clone().unwrap_or_else(|| fl!(t, "no-partner"));
    let landing = match order.waits_for_landing() {
        true => sign(Is::Wait, fl!(t, "landing-choose", name = contract.manager_name())),
        false => orders::landing(order, lang),
    };
    let sees_contract = visit.actor.may(Permission::SeeContract, contract.scope());
    let number = html! {
        @if sees_contract { a.mono href=(paths::contract(contract.id)) { (contract.number) } }
        @else { span.mono { (contract.number) } }
    };
    stamp::stamp_w([
        (fl!(t, "order-number"), html! { span.mono { (order.number) } }),
        (fl!(t, "customer"), html! { (order.organization_name) " " small { (order.organization_number) } }),
        (fl!(t, "contract"), number),
        (
            fl!(t, "contract-manager"),
            html! { (contract.manager_name()) " " small { (sign::address(&contract.manager_email)) } },
        ),
        (fl!(t, "partner"), html! { (partner) }),
        (fl!(t, "landing"), landing),
        (fl!(t, "welcome-mail"), html! { (welcome(visit, order, contract)) }),
    ])
}

fn welcome(visit: &Visit, order: &Order, contract: &Contract) -> String {
    let t = texts(visit.lang);
    let when = |at| format::date_time(at, &contract.zone(), visit.lang);
    match order.welcomed_at {
        Some(at) => fl!(t, "welcome-sent", when = when(at)),
        None => fl!(t, "welcome-waits", when = when(order.welcome_at)),
    }
}
