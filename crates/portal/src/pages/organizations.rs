//! The customers, for the vendor.

use crate::{
    pages::href,
    queries::{self, OrganizationLine, OrganizationPage},
    texts,
};
use axum::extract::Query;
use i18n_embed_fl::fl;
use kernel::{Lang, Permission, Scope};
use maud::{Markup, html};
use web::{
    Handled, Page, Visit,
    components::{button, col, empty, filters, head, pager, table, table::Sort, tr},
    format,
};

const SIZE: i64 = 50;
pub(super) const PATH: &str = "/vendor/organizations";

#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(super) struct OrganizationQuery {
    q: String,
    after: String,
    before: String,
}

impl OrganizationQuery {
    fn window(&self) -> OrganizationPage {
        let search = self.q.trim().chars().take(200).collect();
        OrganizationPage {
            search,
            after: self.after.parse().ok(),
            before: self.before.parse().ok(),
            size: SIZE,
        }
    }
}

pub(super) async fn get(visit: Visit, Query(query): Query<OrganizationQuery>) -> Handled<Page> {
    let window = query.window();
    let mut list = visit
        .read(move |cx| {
            cx.require(Permission::ManageVendor, Scope::Vendor)?;
            queries::organizations(cx, &window)
        })
        .await?;
    let pages = pages(&query, &mut list, visit.lang);
    let (t, lang) = (texts(visit.lang), visit.lang);
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let rows = list.iter().map(|line| {
        let path = format!("{PATH}/{}", line.id);
        tr().cell(html! { a.go href=(path) { (line.name) } })
            .cell(&line.number)
            .cell(number(line.teams))
            .cell(number(line.contracts))
            .tap()
    });
    let list = table(fl!(t, "organizations"))
        .cols([
            col(fl!(t, "organization")).main().sort(Sort::Up, PATH),
            col(fl!(t, "customer-number")).mono().no_wrap().leaves(2).under_name(),
            col(fl!(t, "teams")).number(),
            col(fl!(t, "contracts")).number(),
        ])
        .rows(rows)
        .or_empty(nothing(&query, lang));
    let body = html! {
        div.narrow {
            (head(fl!(t, "organizations")).sub(fl!(t, "organizations-sub")))
            (filters(lang, PATH).search("q", &query.q, fl!(t, "search-organizations")))
            (list)
            (pages)
        }
    };
    Ok(visit.page(&fl!(t, "organizations"), body))
}

fn nothing(query: &OrganizationQuery, lang: Lang) -> Markup {
    let t = texts(lang);
    match query.q.trim() {
        "" => {
            let act = button::plain(fl!(t, "place-order")).icon("plus").href("/orders/new");
            empty("", fl!(t, "no-organizations"), fl!(t, "no-organizations-text"), act)
        }
        _ => empty("", fl!(t, "no-such-organization"), "", button::plain(fl!(t, "show-all")).href(PATH)),
    }
}

fn pages(query: &OrganizationQuery, list: &mut Vec<OrganizationLine>, lang: Lang) -> Markup {
    let window = query.window();
    let upwards = window.after.is_none() && window.before.is_some();
    let more = list.len() as i64 > SIZE;
    list.truncate(SIZE as usize);
    if upwards {
        list.reverse();
    }
    let has_previous = if upwards { more } else { window.after.is_some() };
    let to = |name, line: Option<&OrganizationLine>| {
        line.map(|line| href(PATH, &[("q", &query.q), (name, &line.id.to_string())]))
    };
    let previous = to("before", list.first().filter(|_| has_previous));
    let next = to("after", list.last().filter(|_| upwards || more));
    html! { (pager(previous, next, lang).size(SIZE as u64)) }
}
