//! The table of people, its pages, and what stands in its place when it is empty.

use super::{Listing, SIZE, query::users_path};
use crate::{
    pages::{
        picked::{Act, all_that_match, path as picked_path, words},
        users::filter_bar::standing_label,
    },
    people::{By, Listed, Mark, Sort, Standing, Step},
    texts,
};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, Role};
use maud::{Markup, html};
use seats::HeldProduct;
use web::{
    Visit,
    components::{
        Is, bulk, button, col, empty, field, pager, picks_for, sign, table,
        table::{Table, Tr},
        tr, who,
    },
    format, role_label,
};

pub(super) fn draw(visit: &Visit, listing: &Listing, open: Option<PersonId>) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let rows = listing.page.rows.iter().map(|row| person_row(visit, listing, row, open));
    let sorts = |by: By, first: &'static str| sort(listing, by, first);
    let ((name, by_name), (seen, by_seen)) = (sorts(By::Name, ""), sorts(By::Seen, "-seen"));
    let list = table(fl!(t, "people-caption", order = order(listing.query.sort(), lang)))
        .cols([
            col(fl!(t, "name-and-email")).main().third().sort(name, by_name),
            col(fl!(t, "status")).wraps(),
            col(fl!(t, "role")).wraps().leaves(2).under_name(),
            col(fl!(t, "products")).wraps().leaves(3),
            col(fl!(t, "groups")).wraps().leaves(4),
            col(fl!(t, "last-seen")).number().muted().leaves(2).under_name().sort(seen, by_seen),
        ])
        .rows(rows)
        .or_empty(nobody(listing, lang));
    let can_pick = listing.may_manage && !listing.page.rows.is_empty();
    html! {
        p.small.muted #count {
            (count_line(listing, lang))
            @if can_pick { " " a href=(all_that_match(listing.team.id, &listing.query)) { (all_words(listing, lang)) } }
        }
        @if can_pick { (picking(listing, list.picks("person", fl!(t, "select-all")), lang)) } @else { (list) }
        (pages(listing, lang))
    }
}

/// The list with boxes, and what can be done with those whose boxes are ticked.
fn picking(listing: &Listing, list: Table, lang: Lang) -> Markup {
    let acts = Act::ALL.map(|act| {
        let button =
            if act == Act::Remove { button::bad(words(act, lang)) } else { button::plain(words(act, lang)) };
        button.sends("act", act.name())
    });
    picks_for(
        &picked_path(listing.team.id),
        html! {
            @for (name, value) in listing.query.kept_all() { (field::hidden(name, value)) }
            (list)
            (bulk(lang, fl!(texts(lang), "selected-people"), acts))
        },
    )
}

fn all_words(listing: &Listing, lang: Lang) -> String {
    let t = texts(lang);
    if listing.query.filter().is_set() { fl!(t, "act-on-all-these") } else { fl!(t, "act-on-all") }
}

/// How a column is sorted by now, and the address of the list as it is sorted by it: `first` at first, then the other way.
fn sort(listing: &Listing, by: By, first: &'static str) -> (table::Sort, String) {
    let (now, query) = (listing.query.sort(), &listing.query);
    let how = match (now.by == by, now.down) {
        (false, _) => table::Sort::Not,
        (true, false) => table::Sort::Up,
        (true, true) => table::Sort::Down,
    };
    let is_first = now.by == by && now.down == first.starts_with('-');
    let turned = match first.starts_with('-') {
        true => by.name().to_owned(),
        false => format!("-{}", by.name()),
    };
    (how, query.with(listing.team.id, "sort", if is_first { &turned } else { first }))
}

/// "sorted by last name"
fn order(sort: Sort, lang: Lang) -> String {
    let t = texts(lang);
    match (sort.by, sort.down) {
        (By::Name, false) => fl!(t, "order-name"),
        (By::Name, true) => fl!(t, "order-name-down"),
        (By::Seen, false) => fl!(t, "order-seen"),
        (By::Seen, true) => fl!(t, "order-seen-down"),
        (By::Since, false) => fl!(t, "order-since"),
        (By::Since, true) => fl!(t, "order-since-down"),
    }
}

fn count_line(listing: &Listing, lang: Lang) -> String {
    let t = texts(lang);
    let total = listing.team.people_shown(lang);
    let shown = listing.page.rows.len();
    let order = order(listing.query.sort(), lang);
    match listing.query.filter().is_set() {
        false => fl!(t, "people-sorted", count = listing.team.people, shown = total, order = order),
        // All that match stand on this page: then their number is known.
        true if listing.page.previous.is_none() && listing.page.next.is_none() => {
            fl!(t, "people-some", count = shown, total = total, order = order)
        }
        true => fl!(t, "people-filtered", total = total, order = order),
    }
}

fn person_row(visit: &Visit, listing: &Listing, row: &Listed, open: Option<PersonId>) -> Tr {
    let lang = visit.lang;
    let href = listing.query.person(listing.team.id, row.person, "");
    let held = listing.held.get(&row.person).map(Vec::as_slice).unwrap_or_default();
    let seen = format::seen(row.seen_at, visit.now(), &visit.zone(), lang);
    let name = row.name();
    tr().pick(row.person.to_string(), fl!(texts(lang), "select-person", person = name))
        .cell(who(&row.first_name, &row.last_name, &row.email, &href))
        .cell(standing_sign(row.standing(visit.now()), lang))
        .cell(role_cell(row.role, lang))
        .cell(products(held))
        .cell(named(listing.in_groups.get(&row.person).map(Vec::as_slice).unwrap_or_default()))
        .cell(seen)
        .tap()
        .current(open == Some(row.person))
}

pub(in crate::pages) fn standing_sign(standing: Standing, lang: Lang) -> Markup {
    let is = match standing {
        Standing::Active => Is::Ok,
        Standing::Invited => Is::Wait,
        Standing::Expired | Standing::MailFailed => Is::Warn,
        Standing::Removed => Is::Off,
    };
    sign(is, standing_label(standing, lang))
}

/// Who may do more than others stands out.
fn role_cell(role: Role, lang: Lang) -> Markup {
    let class = if role.is_team_admin() { "mid" } else { "muted" };
    html! { span class=(class) { (role_label(role, lang)) } }
}

/// "Ritbord, Fasad +2"; a product of which one has two seats is said once.
fn products(held: &[HeldProduct]) -> Markup {
    const SHOWN: usize = 2;
    let mut names: Vec<(&str, usize)> = vec![];
    for product in held {
        match names.iter_mut().find(|(name, _)| *name == product.name) {
            Some((_, seats)) => *seats += 1,
            None => names.push((&product.name, 1)),
        }
    }
    let more = names.len().saturating_sub(SHOWN);
    html! {
        @for (n, (name, seats)) in names.iter().take(SHOWN).enumerate() {
            @if n > 0 { ", " }
            (name) @if *seats > 1 { " " b { "×" (seats) } }
        }
        @if more > 0 { " +" (more) }
    }
}

/// "Arkitekter, CAD +2"
fn named(groups: &[String]) -> Markup {
    const SHOWN: usize = 2;
    let shown = groups.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    html! { (shown) @if groups.len() > SHOWN { " +" (groups.len() - SHOWN) } }
}

fn nobody(listing: &Listing, lang: Lang) -> Markup {
    let (t, path) = (texts(lang), users_path(listing.team.id));
    match listing.query.filter().is_set() {
        true => empty(
            "",
            fl!(t, "nobody-matches"),
            fl!(t, "nobody-matches-text"),
            button::plain(fl!(t, "show-all")).href(path),
        ),
        false if listing.query.step() == Step::First => {
            let act = button::plain(fl!(t, "invite")).icon("plus").href(format!("{path}/invite"));
            empty("chair", fl!(t, "nobody"), fl!(t, "nobody-text"), act)
        }
        false => empty("", fl!(t, "nobody-here"), "", button::plain(fl!(t, "show-all")).href(path)),
    }
}

fn pages(listing: &Listing, lang: Lang) -> Markup {
    let (page, query, team) = (&listing.page, &listing.query, listing.team.id);
    let to = |name: &str, mark: Option<Mark>| mark.map(|mark| query.with(team, name, &mark.to_string()));
    let pager = pager(to("before", page.previous), to("after", page.next), lang).size(SIZE as u64);
    if page.previous.is_none() && page.next.is_none() {
        return html! {};
    }
    if query.sort().by != By::Name {
        return html! { (pager) };
    }
    let first = page.rows.first().and_then(|row| row.sort_name.chars().next()).unwrap_or(' ');
    let letters = ('a'..='z').chain(['å', 'ä', 'ö']);
    let letters = letters.map(|letter| {
        let shown: String = letter.to_uppercase().collect();
        (shown, query.with(team, "from", &letter.to_string()), letter == first)
    });
    html! { (pager.letters(letters)) }
}
