//! People who were picked from the list of users, or all that a filter finds: what shall happen to them, and then it
//! happens. What can be undone goes by an import, which has a result for each of them and a way back.

mod act;
mod query;
mod take;

pub(in crate::pages) use act::{Act, words};
pub(in crate::pages) use query::{all_that_match, path};

use crate::{
    pages::users::{ListQuery, visible_team},
    people::TeamFacts,
    queries,
    queries::Somebody,
    texts,
};
use act::{icon_of, text};
use axum::extract::{Path, RawQuery};
use i18n_embed_fl::fl;
use kernel::{GroupId, Lang, Result, Role, TeamId};
use maud::{Markup, html};
use query::Picked;
use seats::{Pool, imports::MOST_ROWS};
use store::Read;
use web::{Fields, Filled, Form, Handled, Page, Visit, components::*, format, layout::Toast, role_label};

/// All that the page shows.
struct Seen {
    team: TeamFacts,
    /// How many they are; counted up to one more than can be.
    count: i64,
    /// The first of them, by name.
    some: Vec<Somebody>,
    pools: Vec<Pool>,
    groups: Vec<(GroupId, String)>,
}

pub(super) async fn get(visit: Visit, Path(team): Path<TeamId>, RawQuery(query): RawQuery) -> Handled<Page> {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    page(&visit, team, Picked::of(fields), &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path(team): Path<TeamId>, form: Form<take::Wanted>) -> Handled {
    form.submit(|wanted| take::take(&visit, team, wanted))
        .await
        .done(|taken| {
            let t = texts(visit.lang);
            let said = |text| Toast { text, undo: None };
            match taken {
                take::Taken::Confirmed(import) => visit
                    .done_with_undo(&seats::paths::import(team, import), said(fl!(t, "picked-under-way"))),
                take::Taken::Previewed(import) => web::see_other(&seats::paths::import(team, import)),
                take::Taken::Sent(count) => {
                    let text = fl!(t, "picked-invited", count = count);
                    visit.done_with_undo(&ListQuery::default().here(team), said(text))
                }
            }
        })
        .or_again(async |filled| page(&visit, team, Picked::of(filled.fields()), &filled).await)
        .await
}

fn seen(cx: &mut Read, team: TeamId, picked: &Picked) -> Result<Seen> {
    let team = visible_team(cx, team)?;
    seats::imports::may_import(cx, team.id)?;
    let (count, some) = match picked.all {
        true => {
            let filter = picked.list.filter();
            let count = queries::count_people(cx, &team, &filter, MOST_ROWS + 1)?;
            let first = queries::people(cx, team.id, &filter, &Default::default(), SHOWN)?.rows;
            (count, first.into_iter().map(Somebody::from).collect())
        }
        false => {
            let some = queries::members_of(cx, team.id, &picked.people)?;
            (some.len() as i64, some)
        }
    };
    let pools = seats::pools_of_team(cx, team.id)?;
    let groups = queries::group_names(cx, team.id)?;
    Ok(Seen { team, count, some, pools, groups })
}

/// So many are called by their names.
const SHOWN: usize = 5;

async fn page(visit: &Visit, team: TeamId, picked: Picked, filled: &Filled) -> Handled<Page> {
    let asked = picked.clone();
    let seen = visit.read(move |cx| seen(cx, team, &asked)).await?;
    let (t, lang, back) = (texts(visit.lang), visit.lang, picked.list.here(team));
    let title = picked.act.map_or_else(|| fl!(t, "picked"), |act| words(act, lang));
    let way = [(fl!(t, "users"), back.clone()), (title.clone(), String::new())];
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(lang, way)).sub(whom(&seen, lang)))
            @if let Some(refusal) = filled.refusal().or(filled.error("person")) { (note(Is::Bad, "", refusal).alert()) }
            @match picked.act {
                _ if seen.count == 0 => {
                    (empty("", fl!(t, "nobody-picked"), fl!(t, "nobody-picked-text"), button::plain(fl!(t, "show-all")).href(&back)))
                }
                None => (choices(&picked, team, lang)),
                Some(act) => (form(&seen, &picked, act, filled, lang)),
            }
        }
    };
    Ok(visit.page(&title, body))
}

/// "12,480 people of the team Malmö: Ada Berg, Bo Ek and others"
fn whom(seen: &Seen, lang: Lang) -> String {
    let t = texts(lang);
    let names: Vec<_> = seen.some.iter().take(SHOWN).map(Somebody::name).collect();
    let names = names.join(", ");
    let shown = format::number(seen.count.min(MOST_ROWS).unsigned_abs(), lang);
    match seen.count {
        0 => String::new(),
        count if count > MOST_ROWS => fl!(t, "picked-more", shown = shown, names = names),
        count if count > SHOWN as i64 => {
            fl!(t, "picked-some", shown = shown, names = names)
        }
        _ => names,
    }
}

fn choices(picked: &Picked, team: TeamId, lang: Lang) -> Markup {
    let line = |act: Act| {
        row(html! { a href=(picked.with(team, act)) { (words(act, lang)) } })
            .lead(icon(icon_of(act)))
            .text(text(act, lang))
    };
    html! { (rows(Act::ALL.map(line))) }
}

fn form(seen: &Seen, picked: &Picked, act: Act, filled: &Filled, lang: Lang) -> Markup {
    let (t, team) = (texts(lang), seen.team.id);
    let button = match act {
        Act::Remove => button::bad(words(act, lang)),
        _ => button::main(words(act, lang)).icon(icon_of(act)),
    };
    html! {
        form.stack method="post" action=(path(team)) {
            (field::hidden("act", act.name()))
            @for (name, value) in picked.pairs() { (field::hidden(name, &value)) }
            p { (text(act, lang)) }
            @match act {
                Act::Assign | Act::Unassign => (product(&seen.pools, filled, lang)),
                Act::Join => (group(&seen.groups, filled, lang)),
                Act::Role => (role(filled, lang)),
                Act::Resend | Act::Remove => {},
            }
            @if act != Act::Resend { p.muted { (fl!(t, "picked-undo")) } }
            div.acts { (button) (button::quiet(fl!(t, "cancel")).href(picked.list.here(team))) }
        }
    }
}

fn product(pools: &[Pool], filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let option = |pool: &Pool| {
        let free = format::number(pool.free().unsigned_abs(), lang);
        let product = format!("{}, {}", pool.product_name, pool.offering_name);
        (pool.id.to_string(), fl!(t, "picked-pool", product = product, free = free))
    };
    let list = field::select("pool", fl!(t, "product")).options(pools.iter().map(option));
    html! { (list.value(filled.value("pool")).error(filled.error("pool"))) }
}

fn group(groups: &[(GroupId, String)], filled: &Filled, lang: Lang) -> Markup {
    let options = groups.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let list = field::select("into", fl!(texts(lang), "group")).options(options);
    html! { (list.value(filled.value("into")).error(filled.error("into").or(filled.error("group")))) }
}

fn role(filled: &Filled, lang: Lang) -> Markup {
    let roles = [Role::User, Role::SecondaryAdmin].map(|role| (role.name(), role_label(role, lang)));
    let list = field::select("new_role", fl!(texts(lang), "role")).options(roles);
    html! { (list.value(filled.value("new_role")).error(filled.error("new_role").or(filled.error("role")))) }
}
