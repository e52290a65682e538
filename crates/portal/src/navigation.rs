//! The column at the left: what the visitor can reach, and where the visitor is.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Lang, Role, TeamId};
use web::{
    Visit, Visitor,
    layout::{NavGroup, NavItem},
};

/// For [`web::Hooks`]. Whether "Users" is there shows whether one is an admin (mission S5).
pub fn navigation(visit: &Visit) -> Vec<NavGroup> {
    let Some(visitor) = &visit.visitor else { return vec![] };
    let (lang, path) = (visit.lang, visit.path.as_str());
    let groups = [own(lang), manage(lang, visitor, visit.current_team()), vendor(lang, visitor)];
    let groups = groups.into_iter().filter(|group| !group.items.is_empty());
    groups.map(|group| NavGroup { items: marked(group.items, path), ..group }).collect()
}

fn own(lang: Lang) -> NavGroup {
    let t = texts(lang);
    let items = vec![
        item(fl!(t, "nav-home"), "/account", "home"),
        item(fl!(t, "nav-products"), "/account/products", "products"),
    ];
    NavGroup { heading: None, items }
}

fn manage(lang: Lang, visitor: &Visitor, team: Option<TeamId>) -> NavGroup {
    let t = texts(lang);
    let mut items = vec![];
    if let Some(team) = team {
        let users = format!("/manage/teams/{team}/users");
        items.push(NavItem {
            children: vec![
                item(fl!(t, "nav-by-user"), &users, ""),
                item(fl!(t, "nav-by-product"), &format!("/manage/teams/{team}/products"), ""),
                item(fl!(t, "nav-groups"), &seats::paths::groups(team), ""),
                item(fl!(t, "nav-imports"), &seats::paths::imports(team), ""),
                item(fl!(t, "nav-team-settings"), &contracts::paths::team_settings(team), ""),
            ],
            ..item(fl!(t, "nav-users"), &users, "users")
        });
    }
    if team.is_some() || visitor.holds(Role::ContractManager) {
        items.push(item(fl!(t, "nav-contracts"), "/manage/contracts", "contract"));
    }
    NavGroup { heading: Some(fl!(t, "nav-manage")), items }
}

fn vendor(lang: Lang, visitor: &Visitor) -> NavGroup {
    let t = texts(lang);
    let orders = item(fl!(t, "nav-orders"), "/orders", "clip");
    if visitor.holds(Role::Operator) {
        let items = vec![
            item(fl!(t, "nav-overview"), "/vendor", "usage"),
            item(fl!(t, "nav-vendor-products"), "/vendor/products", "products"),
            orders,
            item(fl!(t, "nav-organizations"), "/vendor/organizations", "team"),
            item(fl!(t, "nav-partners"), "/vendor/partners", "group"),
            item(fl!(t, "nav-programs"), "/vendor/programs", "start"),
            item(fl!(t, "nav-api-keys"), "/vendor/api-keys", "key"),
            item(fl!(t, "nav-mails"), "/vendor/mails", "mail"),
            item(fl!(t, "nav-operators"), "/vendor/staff", "user"),
            item(fl!(t, "nav-licensing"), "/vendor/licensing", "shield"),
        ];
        return NavGroup { heading: Some(fl!(t, "nav-vendor")), items };
    }
    let items = if visitor.holds(Role::Partner) { vec![orders] } else { vec![] };
    NavGroup { heading: Some(fl!(t, "nav-partner")), items }
}

fn item(label: String, href: &str, icon: &'static str) -> NavItem {
    NavItem { label, href: href.to_owned(), icon, ..NavItem::default() }
}

/// Marks the innermost item under which the path lies.
fn marked(mut items: Vec<NavItem>, path: &str) -> Vec<NavItem> {
    let length = |item: &NavItem| if covers(&item.href, path) { item.href.len() } else { 0 };
    let all = || items.iter().flat_map(|item| std::iter::once(item).chain(&item.children));
    let best = all().map(length).max().unwrap_or_default();
    for item in &mut items {
        for child in &mut item.children {
            child.current = best > 0 && length(child) == best;
        }
        item.current = best > 0 && length(item) == best && !item.children.iter().any(|child| child.current);
    }
    items
}

/// The entrances are themselves only; everything else is also what lies under it.
fn covers(href: &str, path: &str) -> bool {
    let entrance = matches!(href, "/account" | "/vendor");
    let offerings = href == "/vendor/products" && path.starts_with("/vendor/offerings");
    path == href
        || offerings
        || (!entrance && path.strip_prefix(href).is_some_and(|rest| rest.starts_with(['/', '?', '.'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn current(items: &[NavItem]) -> Vec<&str> {
        let all = items.iter().flat_map(|item| std::iter::once(item).chain(&item.children));
        all.filter(|item| item.current).map(|item| item.label.as_str()).collect()
    }

    #[test]
    fn one_is_in_one_place() {
        let users = NavItem {
            children: vec![
                item("By user".into(), "/m/users", ""),
                item("By product".into(), "/m/products", ""),
            ],
            ..item("Users".into(), "/m/users", "users")
        };
        let items = vec![
            item("Home".into(), "/account", "home"),
            item("Products".into(), "/account/products", "products"),
            users,
        ];
        for (path, label) in [
            ("/account", vec!["Home"]),
            ("/account/products/ritbord", vec!["Products"]),
            ("/account/devices", vec![]),
            ("/m/users/1/role", vec!["By user"]),
            ("/m/products", vec!["By product"]),
            ("/m/usersx", vec![]),
        ] {
            assert_eq!(current(&marked(items.clone(), path)), label, "{path}");
        }
    }
}
