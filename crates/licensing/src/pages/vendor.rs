//! The keys of licensing, for the operator: what to build into programs, and which key signs now.

use crate::{Keys, texts};
use axum::Extension;
use i18n_embed_fl::fl;
use kernel::{Permission, Scope, Timestamp};
use maud::html;
use web::{
    Handled, Page, Visit,
    components::{Is, badge, facts, head, icon, row, rows, section},
    format,
};

pub async fn get(visit: Visit, Extension(keys): Extension<Keys>) -> Handled<Page> {
    visit.actor.require(Permission::ManageVendor, Scope::Vendor)?;
    let t = texts(visit.lang);
    let (set, current) = (keys.set(), keys.current_kid());
    let issued = Timestamp::from_seconds(set.issued_at);
    let signed = format::date_time(issued, &visit.zone(), visit.lang);
    let root = html! { span.mono { (keys.root_public_key()) } };
    let url = visit.site.url("/api/v1/license-keys");
    let list = set.keys.iter().map(|key| {
        let kid = key.kid();
        let is_current = kid == current;
        let title = html! {
            span.mono { (kid) } @if is_current { " " (badge(Is::Ok, "", fl!(t, "key-current"))) }
        };
        row(title).lead(icon("key")).text(html! { span.mono { (key.to_base64url()) } })
    });
    let body = html! {
        (head(fl!(t, "licensing")).sub(fl!(t, "licensing-sub")))
        (section("root", fl!(t, "root-key"), "", html! {
            (facts([(fl!(t, "root-public"), root)]))
            p.hint.after { (fl!(t, "root-hint")) }
        }))
        (section("keys", fl!(t, "lease-keys"), "", html! {
            (rows(list))
            p.hint.after { (fl!(t, "set-signed", at = signed)) " " a href=(url) { (fl!(t, "set-link")) } }
        }))
    };
    Ok(visit.page(&fl!(t, "licensing"), body))
}
