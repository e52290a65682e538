//! Those who have left the team in the last weeks, in the place of those who are in it: each can be brought back.

use super::{Listing, SIZE, query::ListQuery};
use crate::{
    people::{Mark, Step},
    queries, texts,
};
use i18n_embed_fl::fl;
use kernel::{Result, TeamId};
use maud::{Markup, html};
use organizations::{MemberList, RemovedMember, removed_members};
use store::Read;
use web::{
    Visit,
    components::{button, col, empty, pager, table, table::Tr, tr, who},
    format, role_label,
};

/// One page of them, by last name.
pub(in crate::pages) struct RemovedPage {
    pub rows: Vec<RemovedMember>,
    pub previous: Option<Mark>,
    pub next: Option<Mark>,
}

pub(in crate::pages) fn load(
    cx: &mut Read,
    team: TeamId,
    query: &ListQuery,
    step: &Step,
    size: usize,
) -> Result<RemovedPage> {
    let from = match step {
        Step::After(mark) | Step::Before(mark) => queries::place_of_removed(cx, team, mark.person)?,
        Step::First | Step::From(_) => None,
    };
    let backwards = matches!(step, Step::Before(_));
    let list = MemberList {
        search: query.filter().search,
        from,
        backwards,
        limit: size as i64 + 1,
        ..MemberList::default()
    };
    let mut rows = removed_members(cx, team, &list)?;
    let more = rows.len() > size;
    match backwards {
        true => rows = rows.split_off(rows.len().saturating_sub(size)),
        false => rows.truncate(size),
    }
    let mark = |row: Option<&RemovedMember>| row.map(|row| Mark { person: row.person, at: None });
    let (first, last) = (mark(rows.first()), mark(rows.last()));
    let previous = first.filter(|_| if backwards { more } else { list.from.is_some() });
    let next = last.filter(|_| more || backwards);
    Ok(RemovedPage { rows, previous, next })
}

pub(super) fn draw(visit: &Visit, listing: &Listing, page: &RemovedPage) -> Markup {
    let (t, lang, query, team) = (texts(visit.lang), visit.lang, &listing.query, listing.team.id);
    let list = table(fl!(t, "removed-caption"))
        .cols([
            col(fl!(t, "name-and-email")).main().third(),
            col(fl!(t, "role")).wraps().leaves(3),
            col(fl!(t, "removed-when")).wraps().muted().leaves(2).under_name(),
            col(fl!(t, "undo")).hidden().no_wrap(),
        ])
        .rows(page.rows.iter().map(|person| line(visit, team, person)))
        .or_empty(empty(
            "chair",
            fl!(t, "nobody-removed"),
            fl!(t, "nobody-removed-text"),
            button::plain(fl!(t, "show-all")).href(query.with(team, "status", "")),
        ));
    let to = |name: &str, mark: Option<Mark>| mark.map(|mark| query.with(team, name, &mark.to_string()));
    html! {
        p.small.muted #count { (fl!(t, "removed-sub")) }
        (list)
        @if page.previous.is_some() || page.next.is_some() {
            (pager(to("before", page.previous), to("after", page.next), lang).size(SIZE as u64))
        }
    }
}

fn line(visit: &Visit, team: TeamId, person: &RemovedMember) -> Tr {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let at = format::short_date(person.removed_at, &visit.zone(), lang);
    let undo = button::plain(fl!(t, "undo")).small().label(fl!(t, "undo-removal", person = person.name()));
    tr().cell(who(&person.first_name, &person.last_name, &person.email, ""))
        .cell(role_label(person.role, lang))
        .cell(fl!(t, "removed-by", at = at, by = person.removed_by.as_str()))
        .cell(button::post(&seats::paths::coming_back(team, person.person), undo))
}
