//! One product of a team: how many seats, who has them.

use crate::{
    assignment::Holder,
    pages::{ListQuery, group_acts::with_seats, paths, pins, ways},
    people::Listed,
    pool::Pool,
    queries, reads, set_default, texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, PoolId, TeamId};
use maud::{Markup, html};
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{meter::Swatch, *},
    format,
};

pub(super) async fn get(
    visit: Visit,
    Path((team, pool)): Path<(TeamId, PoolId)>,
    Query(query): Query<ListQuery>,
) -> Handled<Page> {
    let filled = Filled::fresh(visit.lang);
    page(&visit, (team, pool), &query, &filled).await
}

pub(super) async fn page(
    visit: &Visit,
    (team, pool): (TeamId, PoolId),
    query: &ListQuery,
    filled: &Filled,
) -> Handled<Page> {
    let window = query.window();
    let ask = move |cx: &mut store::Read| {
        let pool = reads::pool_in(cx, team, pool)?;
        let people = queries::holders(cx, &pool, &window)?;
        let shown: Vec<PersonId> = people.rows.iter().map(|holder| holder.person).collect();
        let groups = queries::groups_of_holders(cx, pool.id, &shown)?;
        Ok((pool, people, groups))
    };
    let (pool, people, groups) = visit.read(ask).await?;
    let body = html! {
        div.narrow {
            (top(&pool, visit.lang))
            @if let Some(refusal) = filled.refusal().or(filled.error("person")) { (note(Is::Bad, "", refusal).alert()) }
            div.stack.stack-l {
                (figures_of(&pool, visit.lang))
                (who_has_a_seat(visit, &pool, query, &people, &groups))
                (for_everybody(&pool, visit.lang))
            }
        }
    };
    Ok(visit.page(&pool.product_name, body))
}

fn top(pool: &Pool, lang: Lang) -> Markup {
    let t = texts(lang);
    let way = [
        (fl!(t, "users"), paths::users(pool.team)),
        (fl!(t, "by-product"), paths::by_product(pool.team)),
        (pool.product_name.clone(), String::new()),
    ];
    let sub = fl!(t, "pool-sub", offering = pool.offering_name.as_str(), team = pool.team_name.as_str());
    let assign = button::main(fl!(t, "assign-seats")).icon("seat").href(paths::assign(pool.team, pool.id));
    let outlook =
        button::plain(fl!(t, "when-seats-go")).icon("calendar").href(paths::outlook(pool.team, pool.id));
    html! {
        (head(&pool.product_name)
            .crumbs(crumbs(lang, way))
            .lead(mark(&pool.product_name, &pool.icon).large())
            .sub(sub)
            .acts(html! { (outlook) @if pool.free() > 0 { (assign) } }))
    }
}

fn figures_of(pool: &Pool, lang: Lang) -> Markup {
    let t = texts(lang);
    let number = |n: i64| format::number(n.unsigned_abs(), lang);
    let (assigned, capacity) = (pool.assigned.unsigned_abs(), pool.capacity.unsigned_abs());
    let ruler = meter(lang, assigned, capacity).waiting(pool.suspended.unsigned_abs()).labelled_by("pool-h");
    let mut lines = vec![
        (Swatch::Has, fl!(t, "assigned"), number(pool.assigned)),
        (Swatch::Free, fl!(t, "free"), number(pool.free())),
    ];
    if pool.suspended > 0 {
        lines.push((Swatch::Waits, fl!(t, "suspended"), number(pool.suspended)));
    }
    html! {
        section.stack.stack-s aria-labelledby="pool-h" {
            h2.sum #pool-h {
                b { (number(pool.assigned)) } " " (fl!(t, "of-seats-assigned", count = pool.capacity, capacity = number(pool.capacity)))
                " " span.muted { (fl!(t, "n-free", count = pool.free(), shown = number(pool.free()))) }
            }
            (ruler)
            (legend(lines))
        }
        @if pool.suspended > 0 {
            (note(
                Is::Warn,
                fl!(t, "suspended-title", count = pool.suspended, shown = number(pool.suspended)),
                fl!(t, "suspended-text"),
            ))
        }
        @else if pool.free() == 0 { (note(Is::Info, fl!(t, "full-title"), fl!(t, "full-text"))) }
    }
}

/// Whether everybody in the team gets a seat, and the button that changes it.
fn for_everybody(pool: &Pool, lang: Lang) -> Markup {
    let t = texts(lang);
    let is_default = pool.default_since.is_some();
    let (text, act) = match is_default {
        true => (fl!(t, "default-on"), button::plain(fl!(t, "end-default")).sends("everybody", "")),
        false => (fl!(t, "default-off"), button::plain(fl!(t, "set-default")).sends("everybody", "1")),
    };
    let body = html! {
        form.stack method="post" action=(paths::default(pool.team, pool.id)) { p { (text) } div { (act) } }
    };
    section("default", fl!(t, "default"), "", body)
}

/// On or off.
pub(super) struct Everybody(bool);

impl Ask for Everybody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Everybody(!fields.raw("everybody").is_empty()))
    }
}

pub(super) async fn set(
    visit: Visit,
    Path((team, pool)): Path<(TeamId, PoolId)>,
    form: Form<Everybody>,
) -> Handled {
    let change = move |cx: &mut store::Command, everybody: bool| {
        reads::pool_in(cx, team, pool)?;
        set_default(cx, pool, everybody).map(|settled| (everybody, settled))
    };
    form.submit(|Everybody(everybody)| visit.command_on(pool, move |cx| change(cx, everybody)))
        .await
        .done(|(everybody, settled)| {
            let t = texts(visit.lang);
            let said = if everybody { fl!(t, "toast-default-set") } else { fl!(t, "toast-default-ended") };
            visit.done(&paths::pool(team, pool), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| page(&visit, (team, pool), &ListQuery::default(), &filled).await)
        .await
}

fn who_has_a_seat(
    visit: &Visit,
    pool: &Pool,
    query: &ListQuery,
    people: &Listed<Holder>,
    groups: &[(PersonId, String)],
) -> Markup {
    let (lang, t) = (visit.lang, texts(visit.lang));
    let path = paths::pool(pool.team, pool.id);
    if pool.assigned + pool.suspended == 0 {
        let assign =
            button::plain(fl!(t, "assign-seats")).icon("seat").href(paths::assign(pool.team, pool.id));
        let text = fl!(
            t,
            "nobody-text",
            count = pool.free(),
            shown = format::number(pool.free().unsigned_abs(), lang)
        );
        return empty("chair", fl!(t, "nobody-title"), text, html! { @if pool.free() > 0 { (assign) } });
    }
    let filter = filters(lang, &path).search("q", &query.q, fl!(t, "search-people"));
    let filter = if query.q.is_empty() { filter } else { filter.clear(&path) };
    let rows = people.rows.iter().map(|holder| row(visit, pool, holder, groups));
    let list = table(fl!(t, "holders-caption", product = pool.product_name.as_str()))
        .cols(columns(lang))
        .picks("picked", fl!(t, "select-all"))
        .rows(rows)
        .or_empty(empty("", fl!(t, "nobody-found"), fl!(t, "nobody-found-text"), ""));
    let take = [button::plain(fl!(t, "take-back")).sends("act", "release")];
    let form = html! {
        (filter)
        (picks(&paths::releases(pool.team, pool.id), html! {
            (list)
            @if !people.rows.is_empty() { (bulk(lang, fl!(t, "selected-seats"), take)) }
            (query.pager(&path, people, lang))
        }))
    };
    let file = button::quiet(fl!(t, "contracts-file"))
        .icon("download")
        .href(paths::charges_file(pool.team, pool.id));
    section("holders", fl!(t, "who-has-a-seat"), "", html! { (form) p { (file) } })
}

fn columns(lang: Lang) -> [table::Col; 6] {
    let t = texts(lang);
    [
        col(fl!(t, "name-email")).main().third(),
        col(fl!(t, "state")).wraps().leaves(2).under_name(),
        col(fl!(t, "way")).wraps().muted().leaves(3),
        col(fl!(t, "since")).no_wrap().muted().leaves(4),
        col(fl!(t, "last-seen")).number().muted().leaves(3),
        col(fl!(t, "act")).hidden().no_wrap(),
    ]
}

fn row(visit: &Visit, pool: &Pool, holder: &Holder, groups: &[(PersonId, String)]) -> table::Tr {
    let (lang, zone, t) = (visit.lang, visit.zone(), texts(visit.lang));
    let state = match holder.suspended_at {
        None => sign(Is::Ok, fl!(t, "has-a-seat")),
        Some(at) if !holder.had_seat => {
            sign(Is::Wait, fl!(t, "waits-since", day = format::short_date(at, &zone, lang)))
        }
        Some(at) => sign(Is::Warn, fl!(t, "suspended-since", day = format::short_date(at, &zone, lang))),
    };
    let groups = groups.iter().filter(|(person, _)| *person == holder.person).map(|(_, name)| name);
    let is_pinned = holder.pinned_at.is_some();
    let take_back = button::plain(fl!(t, "take-back"))
        .small()
        .sends("person", holder.person.to_string())
        .label(fl!(t, "take-back-of", person = holder.name()));
    tr().pick(holder.person.to_string(), fl!(t, "select-person", person = holder.name()))
        .cell(who(&holder.first_name, &holder.last_name, &holder.email, ""))
        .cell(html! { (state) @if is_pinned { " " (pins::mark(lang)) } })
        .cell(ways(holder.direct, pool, groups, lang))
        .cell(format::short_date_year(holder.since, &zone, lang))
        .cell(format::seen(holder.seen_at, visit.now(), &zone, lang))
        .cell(html! { (pins::button((pool.team, pool.id), holder, "", lang)) " " (take_back) })
}
