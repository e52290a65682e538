//! By product: the pools of a team, and which of their seats end before long.

use crate::{
    ends::{EndingSoon, ending_soon},
    queries, term, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Lang, TeamId};
use maud::{Markup, html};
use seats::{Pool, paths};
use web::{Handled, Page, Visit, components::*, format};

pub(super) async fn get(visit: Visit, Path(team): Path<TeamId>) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        let pools = seats::pools_of_team(cx, team)?;
        Ok((pools, queries::coming_in_team(cx, team)?))
    };
    let (pools, coming) = visit.read(ask).await?;
    let (lang, t) = (visit.lang, texts(visit.lang));
    let title = fl!(t, "by-product");
    let soon = |pool: &Pool| ending_soon(&coming, pool.id, visit.now());
    let body = html! {
        div.narrow {
            (head(&title).sub(fl!(t, "by-product-sub")))
            (seats::views(lang, team, paths::by_product(team)))
            @if pools.is_empty() { (empty("chair", fl!(t, "no-products"), fl!(t, "no-products-text"), "")) }
            @else { ul.rows { @for pool in &pools { (row(pool, soon(pool), lang)) } } }
        }
    };
    Ok(visit.page(&title, body))
}

/// The product, how many of its seats are taken, and the bar that shows it.
fn row(pool: &Pool, soon: Option<EndingSoon>, lang: Lang) -> Markup {
    let t = texts(lang);
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let bar = meter(lang, pool.assigned.unsigned_abs(), pool.capacity.unsigned_abs()).small();
    let assign = button::plain(fl!(t, "assign-seats"))
        .icon("seat")
        .small()
        .fold()
        .href(paths::assign(pool.team, pool.id))
        .label(fl!(t, "assign-title", product = pool.product_name.as_str()));
    html! {
        li {
            (mark(&pool.product_name, &pool.icon))
            div {
                h3 {
                    a href=(paths::pool(pool.team, pool.id)) { (pool.product_name) }
                    small { (pool.offering_name) }
                }
                p {
                    (fl!(t, "n-of-m", count = pool.capacity, assigned = number(pool.assigned), capacity = number(pool.capacity)))
                    ", " (fl!(t, "n-free", count = pool.free(), shown = number(pool.free())))
                    @if pool.suspended > 0 {
                        " " (sign(Is::Warn, fl!(t, "n-suspended", count = pool.suspended, shown = number(pool.suspended))))
                    }
                    @if let Some(soon) = soon { " " (ends(pool, &soon, lang)) }
                }
                (bar.label(&pool.product_name))
            }
            div.acts { @if pool.free() > 0 { (assign) } }
        }
    }
}

/// "5 seats end on 31 Dec", and who loses one.
fn ends(pool: &Pool, soon: &EndingSoon, lang: Lang) -> Markup {
    let zone = term::zone_of(&soon.first.time_zone);
    let day = format::short_date(term::last_day(soon.first.at), &zone, lang);
    let shown = format::number(soon.seats.unsigned_abs(), lang);
    let t = texts(lang);
    let words = match soon.at_once {
        true => fl!(t, "n-end-soon", count = soon.seats, shown = shown, date = day),
        false => fl!(t, "n-end-soon-first", shown = shown, date = day),
    };
    html! { a href=(paths::outlook(pool.team, pool.id)) { (sign(Is::Half, words)) } }
}
