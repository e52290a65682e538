//! The search field, the menu of filters, and a chip for each that is set.

use super::Listing;
use crate::{
    pages::users::query::users_path,
    people::{By, Standing},
    texts,
};
use i18n_embed_fl::fl;
use kernel::{Lang, Role};
use maud::{Markup, html};
use web::{
    Visit,
    components::{button, filters, filters::Filters, icon_s, menu},
    role_label,
};

const ROLES: [Role; 3] = [Role::PrimaryAdmin, Role::SecondaryAdmin, Role::User];

pub(super) fn draw(visit: &Visit, listing: &Listing) -> Markup {
    let (t, lang, query) = (texts(visit.lang), visit.lang, &listing.query);
    let team = listing.team.id;
    let bar =
        filters(lang, users_path(team)).search("q", query.search(), fl!(t, "search-people")).while_typing();
    let kept = query.kept().into_iter().filter(|(_, value)| !value.is_empty());
    let bar = kept.fold(bar, |bar, (name, value)| bar.keep(name, value));
    let bar = bar.more(html! {
        (button::plain(fl!(t, "filter")).icon("filter").opens_menu("filter"))
        (choices(listing, lang))
    });
    let bar = chips(bar, listing, lang);
    let bar = if query.filter().is_set() { bar.clear(users_path(team)) } else { bar };
    html! { (bar) }
}

fn chips(bar: Filters, listing: &Listing, lang: Lang) -> Filters {
    let (t, query, team) = (texts(lang), &listing.query, listing.team.id);
    let bar = match query.standing() {
        Some(standing) => {
            bar.chip(fl!(t, "status"), standing_label(standing, lang), query.with(team, "status", ""))
        }
        None => bar,
    };
    let bar = match query.role() {
        Some(role) => bar.chip(fl!(t, "role"), role_label(role, lang), query.with(team, "role", "")),
        None => bar,
    };
    let bar = match query.group().and_then(|group| listing.groups.iter().find(|(id, _)| *id == group)) {
        Some((_, name)) => bar.chip(fl!(t, "group"), name, query.with(team, "group", "")),
        None => bar,
    };
    match query.pool().and_then(|pool| listing.pools.iter().find(|(id, ..)| *id == pool)) {
        Some((_, product, offering)) => bar.chip(
            fl!(t, "product"),
            product_label(listing, product, offering),
            query.with(team, "product", ""),
        ),
        None => bar,
    }
}

/// One menu: status, role, product, group.
fn choices(listing: &Listing, lang: Lang) -> Markup {
    let (t, query, team) = (texts(lang), &listing.query, listing.team.id);
    let title = |words: String| html! { p.menu-h { (words) } };
    let mut list = menu("filter").item(title(fl!(t, "status")));
    for standing in Standing::ALL {
        let href = query.with(team, "status", standing.name());
        list = list.item(choice(standing_label(standing, lang), &href, query.standing() == Some(standing)));
    }
    list = list.rule().item(title(fl!(t, "role")));
    for role in ROLES {
        let href = query.with(team, "role", role.name());
        list = list.item(choice(role_label(role, lang), &href, query.role() == Some(role)));
    }
    if !listing.pools.is_empty() {
        list = list.rule().item(title(fl!(t, "product")));
    }
    for (pool, product, offering) in listing.pools.iter().take(20) {
        let href = query.with(team, "product", &pool.to_string());
        list =
            list.item(choice(product_label(listing, product, offering), &href, query.pool() == Some(*pool)));
    }
    if !listing.groups.is_empty() {
        list = list.rule().item(title(fl!(t, "group")));
    }
    for (group, name) in listing.groups.iter().take(20) {
        let href = query.with(team, "group", &group.to_string());
        list = list.item(choice(name.clone(), &href, query.group() == Some(*group)));
    }
    list = list.rule().item(title(fl!(t, "sort-by")));
    let sorts = [
        (fl!(t, "sort-name"), "", By::Name),
        (fl!(t, "sort-seen"), "-seen", By::Seen),
        (fl!(t, "sort-since"), "-since", By::Since),
    ];
    for (words, sort, by) in sorts {
        list = list.item(choice(words, &query.with(team, "sort", sort), query.sort().by == by));
    }
    html! { (list) }
}

fn choice(words: String, href: &str, current: bool) -> Markup {
    html! {
        a href=(href) aria-current=[current.then_some("true")] { (words) @if current { (icon_s("check")) } }
    }
}

/// The offering is said where the team has two of one product.
fn product_label(listing: &Listing, product: &str, offering: &str) -> String {
    match listing.pools.iter().filter(|(_, other, _)| other == product).count() {
        0 | 1 => product.to_owned(),
        _ => format!("{product}, {offering}"),
    }
}

pub(in crate::pages) fn standing_label(standing: Standing, lang: Lang) -> String {
    let t = texts(lang);
    match standing {
        Standing::Active => fl!(t, "standing-active"),
        Standing::Invited => fl!(t, "standing-invited"),
        Standing::Expired => fl!(t, "standing-expired"),
        Standing::MailFailed => fl!(t, "standing-mail-failed"),
        Standing::Removed => fl!(t, "standing-removed"),
    }
}
