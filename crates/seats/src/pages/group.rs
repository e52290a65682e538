//! One group: the products that it brings, and the people in it.

use crate::{
    groups::{self, Group, GroupMember},
    pages::{ListQuery, paths},
    people::Listed,
    pool::Pool,
    queries, reads, texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Error, GroupId, Lang, TeamId};
use maud::{Markup, html};
use store::Read;
use web::{Filled, Handled, Page, Visit, components::*, format};

/// The group as it is seen.
pub(super) struct Seen {
    pub group: Group,
    /// What it brings, and what else there is.
    pub brings: Vec<Pool>,
    others: Vec<Pool>,
    people: Listed<GroupMember>,
}

pub(super) async fn get(
    visit: Visit,
    Path(ids): Path<(TeamId, GroupId)>,
    Query(query): Query<ListQuery>,
) -> Handled<Page> {
    page(&visit, ids, &query, &Filled::fresh(visit.lang)).await
}

/// The group as one of this team, for addresses that name both.
pub(super) fn group_in(cx: &mut Read, team: TeamId, id: GroupId) -> kernel::Result<Group> {
    groups::group(cx, id).and_then(|group| match group.team == team {
        true => Ok(group),
        false => Err(Error::not_found()),
    })
}

fn seen(cx: &mut Read, (team, id): (TeamId, GroupId), query: &ListQuery) -> kernel::Result<Seen> {
    let group = group_in(cx, team, id)?;
    let brings = queries::pools_of_group(cx, id)?;
    let mut others = reads::pools_of_team(cx, team)?;
    others.retain(|pool| brings.iter().all(|brought| brought.id != pool.id));
    let people = queries::group_members(cx, &group, &query.window())?;
    Ok(Seen { group, brings, others, people })
}

pub(super) async fn page(
    visit: &Visit,
    ids: (TeamId, GroupId),
    query: &ListQuery,
    filled: &Filled,
) -> Handled<Page> {
    let asked = query.clone();
    let seen = visit.read(move |cx| seen(cx, ids, &asked)).await?;
    let lang = visit.lang;
    let body = html! {
        div.narrow {
            (top(&seen.group, lang))
            @if let Some(refusal) = filled.refusal().or(filled.error("person")).or(filled.error("pool")) {
                (note(Is::Bad, "", refusal).alert())
            }
            div.stack.stack-l {
                (products(&seen, lang))
                (people(visit, &seen, query))
                (add(&seen.group, filled, lang))
                (rename(&seen.group, filled, lang))
            }
        }
    };
    Ok(visit.page(&seen.group.name, body))
}

fn top(group: &Group, lang: Lang) -> Markup {
    let t = texts(lang);
    let way = [
        (fl!(t, "users"), paths::users(group.team)),
        (fl!(t, "groups"), paths::groups(group.team)),
        (group.name.clone(), String::new()),
    ];
    let people = format::number(group.people.unsigned_abs(), lang);
    let sub = fl!(t, "group-sub", count = group.people, shown = people, team = group.team_name.as_str());
    let end = button::plain(fl!(t, "dissolve")).href(paths::group_end(group.team, group.id));
    html! { (head(&group.name).crumbs(crumbs(lang, way)).sub(sub).act(end)) }
}

fn products(seen: &Seen, lang: Lang) -> Markup {
    let (t, group) = (texts(lang), &seen.group);
    let line = |pool: &Pool| {
        let free = format::number(pool.free().unsigned_abs(), lang);
        let take = button::plain(fl!(t, "bring-no-longer"))
            .small()
            .href(paths::group_product_end(group.team, group.id, pool.id))
            .label(fl!(t, "bring-no-longer-what", product = pool.product_name.as_str()));
        row(html! {
            a href=(paths::pool(pool.team, pool.id)) { (pool.product_name) } " " small { (pool.offering_name) }
        })
        .lead(mark(&pool.product_name, &pool.icon))
        .text(html! {
            (fl!(t, "n-free", count = pool.free(), shown = free))
            @if pool.suspended > 0 {
                " " (sign(Is::Warn, fl!(t, "n-suspended", count = pool.suspended, shown = format::number(pool.suspended.unsigned_abs(), lang))))
            }
        })
        .acts(take)
    };
    let choice = seen.others.iter().fold(field::select("pool", fl!(t, "product")), |list, pool| {
        list.option(pool.id.to_string(), format!("{}, {}", pool.product_name, pool.offering_name))
    });
    let body = html! {
        div.stack {
            @if seen.brings.is_empty() { p.muted { (fl!(t, "group-brings-nothing-text")) } }
            (rows(seen.brings.iter().map(line)))
            @if !seen.others.is_empty() {
                form.stack method="post" action=(paths::group_products(group.team, group.id)) {
                    (choice.hint(fl!(t, "bring-hint")))
                    div { (button::plain(fl!(t, "bring")).icon("seat")) }
                }
            }
        }
    };
    section("group-products", fl!(t, "group-products"), "", body)
}

fn people(visit: &Visit, seen: &Seen, query: &ListQuery) -> Markup {
    let (lang, t, group) = (visit.lang, texts(visit.lang), &seen.group);
    let path = paths::group(group.team, group.id);
    if group.people == 0 {
        let body = empty("chair", fl!(t, "group-is-empty"), fl!(t, "group-is-empty-text"), "");
        return section("group-people", fl!(t, "group-people"), "", body);
    }
    let filter = filters(lang, &path).search("q", &query.q, fl!(t, "search-people"));
    let filter = if query.q.is_empty() { filter } else { filter.clear(&path) };
    let list = table(fl!(t, "group-people-caption", group = group.name.as_str()))
        .cols([
            col(fl!(t, "name-email")).main().third(),
            col(fl!(t, "since")).no_wrap().muted().leaves(3),
            col(fl!(t, "act")).hidden().no_wrap(),
        ])
        .picks("picked", fl!(t, "select-all"))
        .rows(seen.people.rows.iter().map(|member| line(visit, member)))
        .or_empty(empty("", fl!(t, "nobody-found"), fl!(t, "nobody-found-text"), ""));
    let take = [button::plain(fl!(t, "out-of-group")).sends("act", "out")];
    let body = html! {
        (filter)
        (picks(&paths::group_removals(group.team, group.id), html! {
            (list)
            @if !seen.people.rows.is_empty() { (bulk(lang, fl!(t, "selected-people"), take)) }
            (query.pager(&path, &seen.people, lang))
        }))
    };
    section("group-people", fl!(t, "group-people"), "", body)
}

fn line(visit: &Visit, member: &GroupMember) -> table::Tr {
    let (lang, zone, t) = (visit.lang, visit.zone(), texts(visit.lang));
    let out = button::plain(fl!(t, "out-of-group"))
        .small()
        .sends("person", member.person.to_string())
        .label(fl!(t, "out-of-group-whom", person = member.name()));
    tr().pick(member.person.to_string(), fl!(t, "select-person", person = member.name()))
        .cell(who(&member.first_name, &member.last_name, &member.email, ""))
        .cell(format::short_date_year(member.since, &zone, lang))
        .cell(out)
}

fn add(group: &Group, filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let addresses = field::area("people", fl!(t, "group-addresses"))
        .value(filled.value("people"))
        .error(filled.error("people"))
        .hint(fl!(t, "group-addresses-hint"))
        .rows(4)
        .required();
    let body = html! {
        form.stack method="post" action=(paths::group_members(group.team, group.id)) {
            (addresses)
            div.acts {
                (button::main(fl!(t, "into-group")).icon("plus"))
                (button::quiet(fl!(t, "several-by-file")).icon("upload").href(paths::import_to_group(group.team, group.id)))
            }
        }
    };
    section("group-add", fl!(t, "group-add"), "", body)
}

fn rename(group: &Group, filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let typed = filled.value("name");
    let name = field::text("name", fl!(t, "group-name"))
        .value(if typed.is_empty() { &group.name } else { typed })
        .error(filled.error("name"))
        .max_length(100)
        .required();
    let body = html! {
        form.stack method="post" action=(paths::group_name(group.team, group.id)) {
            (name)
            div { (button::plain(fl!(t, "rename-group"))) }
        }
    };
    section("group-rename", fl!(t, "rename-group"), "", body)
}
