//! `/demo`: who can be played, for whoever has lost sight of the terminal; and the way to it in the navigation.

use super::{
    cast::{PASSWORD, WORTH_BEING},
    mailbox::{self, Mails, other_language},
};
use crate::texts;
use axum::{Router, routing::get};
use i18n_embed_fl::fl;
use maud::html;
use web::{
    Handled, Page, Site, Visit,
    components::{Is, button, col, head, note, table, tr, who},
    layout::{NavGroup, NavItem},
};

const PATH: &str = "/demo";

pub(super) fn routes(mails: Mails) -> Router<Site> {
    Router::new().route(PATH, get(people)).merge(mailbox::routes(mails))
}

/// What everybody has; and the demo's own pages, as long as one is on them.
pub(super) fn navigation(visit: &Visit) -> Vec<NavGroup> {
    let mut groups = portal::navigation(visit);
    if visit.path == PATH || visit.path.starts_with("/demo/") {
        let t = texts(visit.lang);
        let item = |label, href: &str, icon| NavItem {
            label,
            href: href.to_owned(),
            icon,
            current: visit.path == href || (href != PATH && visit.path.starts_with(href)),
            ..NavItem::default()
        };
        groups.push(NavGroup {
            heading: Some(fl!(t, "demo")),
            items: vec![
                item(fl!(t, "people"), PATH, "users"),
                item(fl!(t, "mailbox"), mailbox::PATH, "mail"),
            ],
        });
    }
    groups
}

async fn people(visit: Visit) -> Handled<Page> {
    let t = texts(visit.lang);
    let rows = WORTH_BEING.iter().map(|(role, player, why)| {
        tr().cell(who(player.first, player.last, player.email, ""))
            .cell(web::role_label(*role, visit.lang))
            .cell(why[visit.lang as usize])
    });
    let body = html! {
        div.narrow {
            (head(fl!(t, "people")).sub(fl!(t, "people-sub")).act(other_language(visit.lang, PATH))
                .act(button::main(fl!(t, "to-sign-in")).href("/sign-in")))
            (note(Is::Info, fl!(t, "password-of-all"), html! { span.mono { (PASSWORD) } }))
            (table(fl!(t, "people"))
                .cols([col(fl!(t, "name-and-email")).main(), col(fl!(t, "role")).wraps(), col(fl!(t, "where")).leaves(2).wraps()])
                .rows(rows))
        }
    };
    Ok(visit.page(&fl!(t, "people"), body))
}
