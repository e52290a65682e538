//! The vendor's overview: numbers, the latest orders, the mails that did not arrive.

use crate::{
    pages::mails,
    queries::{self, Counts, MailLine, Newest, OrderLine},
    texts,
};
use i18n_embed_fl::fl;
use kernel::{Permission, Result, Scope};
use maud::{Markup, html};
use notifications::Status;
use store::Read;
use web::{
    Handled, Page, Visit,
    components::{Is, button, figures, head, row, rows, section, sign},
    format,
};

struct Overview {
    counts: Counts,
    orders: Vec<OrderLine>,
    failed: Vec<MailLine>,
}

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    let facts = visit.read(overview).await?;
    let t = texts(visit.lang);
    let orders_link = html! { a.small href="/orders" { (fl!(t, "all-orders")) } };
    let mails_link = html! { a.small href="/vendor/mails" { (fl!(t, "all-mails")) } };
    let body = html! {
        div.narrow {
            (head(fl!(t, "nav-overview")).sub(fl!(t, "overview-sub", vendor = visit.site.house().vendor.as_str()))
                .act(button::plain(fl!(t, "place-order")).icon("plus").href("/orders/new")))
            div.stack.stack-l {
            (numbers(&visit, &facts.counts))
            (section("orders", fl!(t, "latest-orders"), orders_link, orders(&visit, &facts.orders)))
            (section("mails", fl!(t, "failed-mails"), mails_link, html! {
                @if facts.failed.is_empty() { p.hint { (fl!(t, "no-failed-mails")) } }
                @else { (rows(facts.failed.iter().map(|mail| mails::mail_row(&visit, mail)))) }
            }))
            }
        }
    };
    Ok(visit.page(&fl!(t, "nav-overview"), body))
}

fn overview(cx: &mut Read) -> Result<Overview> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    let mut failed = queries::mails(cx, Some(Status::Failed), "", Newest { size: 5, ..Newest::default() })?;
    failed.truncate(5);
    Ok(Overview { counts: queries::counts(cx)?, orders: queries::latest_orders(cx, 5)?, failed })
}

fn numbers(visit: &Visit, counts: &Counts) -> Markup {
    let t = texts(visit.lang);
    let number = |n: i64| format::number(n.unsigned_abs(), visit.lang);
    figures([
        (fl!(t, "organizations"), number(counts.organizations), String::new()),
        (fl!(t, "people"), number(counts.people), String::new()),
        (fl!(t, "orders"), number(counts.orders), String::new()),
        (fl!(t, "seats"), number(counts.assigned), fl!(t, "of-seats", count = number(counts.seats))),
    ])
}

fn orders(visit: &Visit, orders: &[OrderLine]) -> Markup {
    let t = texts(visit.lang);
    if orders.is_empty() {
        return html! { p.hint { (fl!(t, "no-orders")) " " (fl!(t, "no-orders-text")) } };
    }
    let zone = visit.zone();
    rows(orders.iter().map(|order| {
        let from = order.partner_name.as_deref().unwrap_or(&visit.site.house().vendor);
        let waits = html! { @if order.waits { (sign(Is::Wait, fl!(t, "waits-for-landing"))) } };
        row(html! { a href=(format!("/orders/{}", order.id)) { (order.number) } })
            .text(format!("{} · {from}", order.organization_name))
            .side(html! {
                (waits)
                time.faint.small datetime=(format::machine(order.at)) { (format::seen(Some(order.at), visit.now(), &zone, visit.lang)) }
            })
    }))
}
