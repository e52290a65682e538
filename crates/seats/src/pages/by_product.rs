//! By product: the pools of a team.

use crate::{pages::paths, pool::Pool, reads, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Lang, TeamId};
use maud::html;
use web::{Handled, Page, Visit, components::*, format};

pub(super) async fn get(visit: Visit, Path(team): Path<TeamId>) -> Handled<Page> {
    let pools = visit.read(move |cx| reads::pools_of_team(cx, team)).await?;
    let (lang, t) = (visit.lang, texts(visit.lang));
    let title = fl!(t, "by-product");
    let list = table(fl!(t, "products-caption"))
        .cols([
            col(fl!(t, "product")).main().third(),
            col(fl!(t, "seats")).no_wrap().leaves(3),
            col(fl!(t, "assigned")).number().under_name(),
            col(fl!(t, "free")).number(),
        ])
        .rows(pools.iter().map(|pool| row(pool, lang)))
        .or_empty(empty("chair", fl!(t, "no-products"), fl!(t, "no-products-text"), ""));
    let body = html! {
        div.narrow {
            (head(&title).sub(fl!(t, "by-product-sub")))
            (list)
        }
    };
    Ok(visit.page(&title, body))
}

fn row(pool: &Pool, lang: Lang) -> table::Tr {
    let t = texts(lang);
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let assigned = fl!(t, "n-of-m", assigned = number(pool.assigned), capacity = number(pool.capacity));
    let sub = match pool.suspended {
        0 => pool.offering_name.clone(),
        waiting => fl!(t, "n-suspended", count = waiting, shown = number(waiting)),
    };
    tr().cell(sign::what(
        mark(&pool.product_name, &pool.icon).small(),
        &pool.product_name,
        sub,
        &paths::pool(pool.team, pool.id),
    ))
    .cell(
        meter(lang, pool.assigned.unsigned_abs(), pool.capacity.unsigned_abs())
            .small()
            .label(&pool.product_name),
    )
    .cell(assigned)
    .cell(number(pool.free()))
    .tap()
}
