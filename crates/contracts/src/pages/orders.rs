//! The orders that the visitor may see: all for the vendor, its own for a partner.

use super::paths;
use crate::{
    landing::LandingKind,
    order::Order,
    reads::{self, OrderList, Orders},
    texts,
};
use axum::extract::Query;
use i18n_embed_fl::fl;
use kernel::{Lang, OrderId};
use maud::{Markup, html};
use web::{Handled, Page, Visit, components::*, format};

const SIZE: i64 = 50;

/// What the list takes from its address.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(super) struct ListQuery {
    q: String,
    after: Option<OrderId>,
    before: Option<OrderId>,
}

impl ListQuery {
    fn href(&self, step: &str, order: OrderId) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        format!("{}?{}", paths::ORDERS, query.append_pair(step, &order.to_string()).finish())
    }
}

pub(super) async fn get(visit: Visit, Query(query): Query<ListQuery>) -> Handled<Page> {
    let search = query.q.clone();
    let list = OrderList { search, number: None, after: query.after, before: query.before, size: SIZE };
    let found = visit.read(move |cx| reads::orders(cx, &list)).await?;
    let (t, lang) = (texts(visit.lang), visit.lang);
    let search = filters(lang, paths::ORDERS).search("q", &query.q, fl!(t, "orders-search"));
    let search = if query.q.is_empty() { search } else { search.clear(paths::ORDERS) };
    let new = button::main(fl!(t, "new-order")).icon("plus").href(paths::NEW_ORDER);
    let body = html! {
        div.narrow.list-in {
            (head(fl!(t, "orders")).sub(fl!(t, "orders-text"))
                .act(button::plain(fl!(t, "takeovers")).href(paths::TAKEOVERS)).act(new))
            (search)
            (rows_of(&visit, &query, &found))
            (pager(
                found.previous.map(|order| query.href("before", order)),
                found.next.map(|order| query.href("after", order)),
                lang,
            ))
        }
    };
    Ok(visit.page(&fl!(t, "orders"), body))
}

fn rows_of(visit: &Visit, query: &ListQuery, found: &Orders) -> Markup {
    let t = texts(visit.lang);
    let nothing = match query.q.is_empty() {
        true => empty("chair", fl!(t, "no-orders"), fl!(t, "no-orders-text"), ""),
        false => empty("", fl!(t, "no-orders-found"), fl!(t, "no-orders-found-text"), ""),
    };
    html! {
        (table(fl!(t, "orders"))
            .cols([
                col(fl!(t, "order-number")).main(),
                col(fl!(t, "customer")).wraps().under_name(),
                col(fl!(t, "landing")).wraps().leaves(3),
                col(fl!(t, "placed")).no_wrap().leaves(2),
                col(fl!(t, "partner")).wraps().leaves(4),
            ])
            .rows(found.rows.iter().map(|order| row(visit, order)))
            .or_empty(nothing))
    }
}

fn row(visit: &Visit, order: &Order) -> table::Tr {
    let t = texts(visit.lang);
    let placed = format::seen(Some(order.placed_at), visit.now(), &visit.zone(), visit.lang);
    tr().tap()
        .cell(html! { a.go href=(paths::order(order.id)) { (order.number) } })
        .cell(html! { (order.organization_name) })
        .cell(landing(order, visit.lang))
        .cell(html! { (placed) " " span.muted { (fl!(t, "placed-by", who = order.placed_by.as_str())) } })
        .cell(order.partner_name.as_deref().unwrap_or_default())
}

/// The team; that it was made for this order; or that it is not chosen.
pub(super) fn landing(order: &Order, lang: Lang) -> Markup {
    let t = texts(lang);
    match (&order.team_name, order.landing) {
        (None, _) => sign(Is::Warn, fl!(t, "team-to-choose")),
        (Some(team), LandingKind::NewTeam) => html! { (fl!(t, "landing-new", team = team.as_str())) },
        (Some(team), _) => html! { (fl!(t, "landing-team", team = team.as_str())) },
    }
}
