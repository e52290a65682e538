//! Before a group is dissolved, or brings a product no longer: who loses what, and then the button.

use crate::{
    groups::{self, Group},
    pages::{group::group_in, group_acts::with_seats, paths},
    pool::Pool,
    queries, reads, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Error, GroupId, Lang, Permission, PoolId, TeamId};
use maud::{Markup, html};
use store::{Command, Read};
use web::{Filled, Form, Handled, Nothing, Page, Visit, components::*, format};

type Losses = Vec<(Pool, i64)>;

pub(super) async fn get(visit: Visit, Path((team, id)): Path<(TeamId, GroupId)>) -> Handled<Page> {
    dissolve_page(&visit, team, id, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(
    visit: Visit,
    Path((team, id)): Path<(TeamId, GroupId)>,
    form: Form<Nothing>,
) -> Handled {
    let end = move |cx: &mut Command| {
        group_in(cx, team, id)?;
        groups::delete_group(cx, id)
    };
    form.submit(|Nothing| visit.command(end))
        .await
        .done(|(group, settled)| {
            let said = fl!(texts(visit.lang), "toast-dissolved", group = group.name.as_str());
            visit.done(&paths::groups(team), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| dissolve_page(&visit, team, id, &filled).await)
        .await
}

async fn dissolve_page(visit: &Visit, team: TeamId, id: GroupId, filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut Read| {
        let group = group_in(cx, team, id)?;
        cx.require(Permission::AssignSeats, group.scope())?;
        let pools = queries::pools_of_group(cx, id)?;
        let losses = pools.into_iter().map(|pool| Ok((queries::lose_with_group(cx, id, pool.id)?, pool)));
        let losses = losses.map(|loss: kernel::Result<_>| loss.map(|(count, pool)| (pool, count)));
        Ok((group, losses.collect::<kernel::Result<Losses>>()?))
    };
    let (group, losses) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "dissolve-title", group = group.name.as_str());
    let act = button::bad(fl!(t, "dissolve"));
    Ok(ask_first(visit, &group, &title, &losses, act, &paths::group_end(team, id), filled))
}

pub(super) async fn product(visit: Visit, Path(ids): Path<(TeamId, GroupId, PoolId)>) -> Handled<Page> {
    product_page(&visit, ids, &Filled::fresh(visit.lang)).await
}

pub(super) async fn end_product(
    visit: Visit,
    Path((team, id, pool)): Path<(TeamId, GroupId, PoolId)>,
    form: Form<Nothing>,
) -> Handled {
    let end = move |cx: &mut Command| {
        group_in(cx, team, id)?;
        groups::withdraw_product(cx, id, pool)
    };
    form.submit(|Nothing| visit.command(end))
        .await
        .done(|settled| {
            let said = fl!(texts(visit.lang), "toast-brings-no-longer");
            visit.done(&paths::group(team, id), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| product_page(&visit, (team, id, pool), &filled).await)
        .await
}

async fn product_page(
    visit: &Visit,
    (team, id, pool): (TeamId, GroupId, PoolId),
    filled: &Filled,
) -> Handled<Page> {
    let ask = move |cx: &mut Read| {
        let group = group_in(cx, team, id)?;
        cx.require(Permission::AssignSeats, group.scope())?;
        let pool = reads::pool_in(cx, team, pool)?;
        if queries::pools_of_group(cx, id)?.iter().all(|brought| brought.id != pool.id) {
            return Err(Error::not_found());
        }
        let count = queries::lose_with_group(cx, id, pool.id)?;
        Ok((group, vec![(pool, count)]))
    };
    let (group, losses) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let product = losses.first().map(|(pool, _)| pool.product_name.clone()).unwrap_or_default();
    let title = fl!(t, "bring-no-longer-title", group = group.name.as_str(), product = product);
    let act = button::bad(fl!(t, "bring-no-longer"));
    let path = paths::group_product_end(team, id, pool);
    Ok(ask_first(visit, &group, &title, &losses, act, &path, filled))
}

fn ask_first(
    visit: &Visit,
    group: &Group,
    title: &str,
    losses: &[(Pool, i64)],
    act: button::Button,
    path: &str,
    filled: &Filled,
) -> Page {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let back = paths::group(group.team, group.id);
    let way = [
        (fl!(t, "users"), paths::users(group.team)),
        (fl!(t, "groups"), paths::groups(group.team)),
        (group.name.clone(), back.clone()),
        (title.to_owned(), String::new()),
    ];
    let body = html! {
        div.narrow {
            (head(title).crumbs(crumbs(lang, way)).sub(fl!(t, "people-stay")))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            div.stack {
                (rows(losses.iter().map(|(pool, count)| loss(pool, *count, lang))))
                form method="post" action=(path) {
                    div.acts { (act) (button::quiet(fl!(t, "cancel")).href(back)) }
                }
            }
        }
    };
    visit.page(title, body)
}

fn loss(pool: &Pool, count: i64, lang: Lang) -> rows::Row {
    let t = texts(lang);
    let shown = format::number(count.unsigned_abs(), lang);
    let text: Markup = html! { (fl!(t, "n-lose-it", count = count, shown = shown)) };
    row(&pool.product_name).lead(mark(&pool.product_name, &pool.icon)).text(text)
}
