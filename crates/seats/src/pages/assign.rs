//! Give seats of one product to several people of the team (mission S15).

use crate::{
    assign_people::assign_people,
    pages::{ListQuery, paths},
    people::{Listed, Member},
    pool::Pool,
    queries, reads, texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Lang, Permission, PersonId, PoolId, TeamId};
use maud::{Markup, html};
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*, format};

pub(super) struct People(Vec<PersonId>);

impl Ask for People {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.several("person").map(People)
    }
}

pub(super) async fn get(
    visit: Visit,
    Path((team, pool)): Path<(TeamId, PoolId)>,
    Query(query): Query<ListQuery>,
) -> Handled<Page> {
    page(&visit, (team, pool), &query, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(
    visit: Visit,
    Path((team, pool)): Path<(TeamId, PoolId)>,
    Query(query): Query<ListQuery>,
    form: Form<People>,
) -> Handled {
    form.submit(|People(people)| visit.command_on(pool, move |cx| assign_people(cx, pool, &people)))
        .await
        .done(|given| {
            visit
                .done(&paths::pool(team, pool), fl!(texts(visit.lang), "toast-assigned", count = given.len()))
        })
        .or_again(async |filled| page(&visit, (team, pool), &query, &filled).await)
        .await
}

async fn page(
    visit: &Visit,
    (team, pool): (TeamId, PoolId),
    query: &ListQuery,
    filled: &Filled,
) -> Handled<Page> {
    let window = query.window();
    let ask = move |cx: &mut store::Read| {
        let pool = reads::pool_in(cx, team, pool)?;
        cx.require(Permission::AssignSeats, pool.scope())?;
        let members = queries::members_without_seat(cx, &pool, &window)?;
        Ok((pool, members))
    };
    let (pool, members) = visit.read(ask).await?;
    let title = fl!(texts(visit.lang), "assign-title", product = pool.product_name.as_str());
    let body = html! {
        div.narrow {
            (top(&pool, &title, visit.lang))
            @if let Some(refusal) = filled.refusal().or(filled.error("person")) { (note(Is::Bad, "", refusal).alert()) }
            (choice(visit, &pool, query, &members, filled))
        }
        @if !members.rows.is_empty() && pool.free() > 0 { (act(&pool, visit.lang)) }
    };
    Ok(visit.page(&title, body))
}

fn top(pool: &Pool, title: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let way = [
        (fl!(t, "users"), paths::users(pool.team)),
        (fl!(t, "by-product"), paths::by_product(pool.team)),
        (pool.product_name.clone(), paths::pool(pool.team, pool.id)),
        (fl!(t, "assign-seats"), String::new()),
    ];
    let free = format::number(pool.free().unsigned_abs(), lang);
    let several = button::plain(fl!(t, "several-by-file"))
        .icon("upload")
        .href(paths::import_to_pool(pool.team, pool.id));
    let sub = fl!(t, "assign-sub", count = pool.free(), shown = free, team = pool.team_name.as_str());
    html! { (head(title).crumbs(crumbs(lang, way)).lead(mark(&pool.product_name, &pool.icon).large()).sub(sub).act(several)) }
}

fn choice(
    visit: &Visit,
    pool: &Pool,
    query: &ListQuery,
    members: &Listed<Member>,
    filled: &Filled,
) -> Markup {
    let (lang, t) = (visit.lang, texts(visit.lang));
    let path = paths::assign(pool.team, pool.id);
    if pool.free() == 0 {
        let back = button::plain(fl!(t, "see-who-has-one")).href(paths::pool(pool.team, pool.id));
        return empty("chair", fl!(t, "full-title"), fl!(t, "full-text"), back);
    }
    let filter = filters(lang, &path).search("q", &query.q, fl!(t, "search-people"));
    let filter = if query.q.is_empty() { filter } else { filter.clear(&path) };
    let list = table(fl!(t, "candidates-caption", product = pool.product_name.as_str()))
        .cols([
            col(fl!(t, "name-email")).main(),
            col(fl!(t, "last-seen")).number().muted().leaves(2).under_name(),
        ])
        .picks("person", fl!(t, "select-all"))
        .rows(members.rows.iter().map(|member| row(visit, member, filled)))
        .or_empty(nobody_left(pool, query, lang));
    html! {
        (filter)
        div.list-in {
            form.picks #assign method="post" action=(query.here(&path)) {
                (list)
                (query.pager(&path, members, lang))
            }
        }
    }
}

fn row(visit: &Visit, member: &Member, filled: &Filled) -> table::Tr {
    let id = member.person.to_string();
    let ticked = filled.ticked("person", &id);
    tr().pick(id, fl!(texts(visit.lang), "select-person", person = member.name()))
        .picked(ticked)
        .cell(who(&member.first_name, &member.last_name, &member.email, ""))
        .cell(format::seen(member.seen_at, visit.now(), &visit.zone(), visit.lang))
}

fn nobody_left(pool: &Pool, query: &ListQuery, lang: Lang) -> Markup {
    let t = texts(lang);
    if !query.q.is_empty() {
        return empty("", fl!(t, "nobody-found"), fl!(t, "nobody-found-text"), "");
    }
    let invite = button::plain(fl!(t, "see-people")).icon("users").href(paths::users(pool.team));
    empty("chair", fl!(t, "everybody-has-one"), fl!(t, "everybody-text"), invite)
}

/// What will happen, and the one main button.
fn act(pool: &Pool, lang: Lang) -> Markup {
    let t = texts(lang);
    let free = format::number(pool.free().unsigned_abs(), lang);
    confirm_bar(
        fl!(t, "n-free", count = pool.free(), shown = free),
        fl!(t, "assign-mails"),
        button::main(fl!(t, "assign-seats")).icon("seat").form("assign"),
    )
}
