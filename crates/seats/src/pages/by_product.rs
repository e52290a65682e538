//! By product: the pools of a team.

use crate::{
    pages::{paths, views},
    pool::Pool,
    reads, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Lang, TeamId};
use maud::{Markup, html};
use web::{Handled, Page, Visit, components::*, format};

pub(super) async fn get(visit: Visit, Path(team): Path<TeamId>) -> Handled<Page> {
    let pools = visit.read(move |cx| reads::pools_of_team(cx, team)).await?;
    let (lang, t) = (visit.lang, texts(visit.lang));
    let title = fl!(t, "by-product");
    let body = html! {
        div.narrow {
            (head(&title).sub(fl!(t, "by-product-sub")))
            (views(lang, team, paths::by_product(team)))
            @if pools.is_empty() { (empty("chair", fl!(t, "no-products"), fl!(t, "no-products-text"), "")) }
            @else { ul.rows { @for pool in &pools { (row(pool, lang)) } } }
        }
    };
    Ok(visit.page(&title, body))
}

/// The product, how many of its seats are taken, and the bar that shows it.
fn row(pool: &Pool, lang: Lang) -> Markup {
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
                }
                (bar.label(&pool.product_name))
            }
            div.acts { @if pool.free() > 0 { (assign) } }
        }
    }
}
