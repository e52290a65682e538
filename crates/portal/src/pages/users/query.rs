//! What the list takes from its address, and the addresses that lead elsewhere in it.

use crate::{
    pages::href,
    people::{By, Filter, Sort, Standing, Step},
};
use kernel::{GroupId, PersonId, PoolId, Role, TeamId};

/// People on a page.
pub(in crate::pages) const SIZE: usize = 50;

pub(in crate::pages) fn users_path(team: TeamId) -> String {
    format!("/manage/teams/{team}/users")
}

/// What cannot be understood is as good as left out: an old link shows a list rather than an error.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(in crate::pages) struct ListQuery {
    q: String,
    role: String,
    status: String,
    product: String,
    group: String,
    sort: String,
    /// The beginning of a last name.
    from: String,
    after: String,
    before: String,
}

impl ListQuery {
    pub fn filter(&self) -> Filter {
        Filter {
            sort: self.sort(),
            search: self.q.trim().chars().take(200).collect(),
            role: self.role(),
            standing: self.standing(),
            pool: self.pool(),
            group: self.group(),
        }
    }
    /// Out of a form that keeps it.
    pub fn of(value: impl Fn(&str) -> String) -> Self {
        ListQuery {
            q: value("q"),
            role: value("role"),
            status: value("status"),
            product: value("product"),
            group: value("group"),
            sort: value("sort"),
            ..ListQuery::default()
        }
    }
    pub fn search(&self) -> &str {
        &self.q
    }
    pub fn role(&self) -> Option<Role> {
        Role::from_name(&self.role)
    }
    pub fn standing(&self) -> Option<Standing> {
        Standing::from_name(&self.status)
    }
    pub fn pool(&self) -> Option<PoolId> {
        self.product.parse().ok()
    }
    pub fn group(&self) -> Option<GroupId> {
        self.group.parse().ok()
    }
    /// `name`, `seen` or `since`; with a sign before it, the other way round.
    pub fn sort(&self) -> Sort {
        let (name, down) = match self.sort.strip_prefix('-') {
            Some(name) => (name, true),
            None => (self.sort.as_str(), false),
        };
        By::from_name(name).map_or_else(Sort::default, |by| Sort { by, down })
    }
    pub fn step(&self) -> Step {
        let letter: String = self.from.chars().take(20).collect();
        match (self.after.parse(), self.before.parse()) {
            (Ok(mark), _) => Step::After(mark),
            (_, Ok(mark)) => Step::Before(mark),
            _ if letter.is_empty() => Step::First,
            _ => Step::From(letter),
        }
    }

    /// The pairs of the filter, with some of them set anew; a changed filter begins at the top.
    fn pairs<'a>(&'a self, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let own = [
            ("q", &self.q),
            ("role", &self.role),
            ("status", &self.status),
            ("product", &self.product),
            ("group", &self.group),
            ("sort", &self.sort),
        ];
        let own = own.into_iter().map(|(name, value)| (name, value.as_str()));
        let kept = own.filter(|(name, _)| changed.iter().all(|(other, _)| name != other));
        kept.chain(changed.iter().copied()).collect()
    }
    fn place(&self) -> Vec<(&str, &str)> {
        vec![("from", &self.from), ("after", &self.after), ("before", &self.before)]
    }

    /// The list with one filter, or one step, set anew.
    pub fn with(&self, team: TeamId, name: &str, value: &str) -> String {
        href(&users_path(team), &self.pairs(&[(name, value)]))
    }
    /// This very page of the list.
    pub fn here(&self, team: TeamId) -> String {
        href(&users_path(team), &self.pairs(&self.place()))
    }
    /// The person beside this very page of the list; `side` is empty or `/emails`.
    pub fn person(&self, team: TeamId, person: PersonId, side: &str) -> String {
        href(&format!("{}/{person}{side}", users_path(team)), &self.pairs(&self.place()))
    }
    pub fn export(&self, team: TeamId) -> String {
        href(&format!("{}.csv", users_path(team)), &self.pairs(&[]))
    }
    /// The filter with what is searched for: what says the same list elsewhere.
    pub fn kept_all(&self) -> Vec<(&'static str, &str)> {
        let set = self.kept().into_iter().chain([("q", self.q.as_str())]);
        set.filter(|(_, value)| !value.is_empty()).collect()
    }
    /// What stays while one searches.
    pub fn kept(&self) -> [(&'static str, &str); 5] {
        [
            ("role", &self.role),
            ("status", &self.status),
            ("product", &self.product),
            ("group", &self.group),
            ("sort", &self.sort),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Chance, Timestamp};

    #[test]
    fn a_new_filter_begins_at_the_top_and_keeps_the_others() {
        let team = TeamId::new(Timestamp::from_millis(1), &Chance::new(|bytes| bytes.fill(1)));
        let query =
            ListQuery { q: "å b".into(), role: "user".into(), from: "c".into(), ..ListQuery::default() };
        let path = users_path(team);
        assert_eq!(
            query.with(team, "status", "invited"),
            format!("{path}?q=%C3%A5+b&role=user&status=invited")
        );
        assert_eq!(query.with(team, "role", ""), format!("{path}?q=%C3%A5+b"));
        assert_eq!(query.here(team), format!("{path}?q=%C3%A5+b&role=user&from=c"));
        assert_eq!(query.step(), Step::From("c".into()));
        assert!(
            ListQuery { role: "king".into(), after: "x".into(), ..ListQuery::default() }
                .filter()
                .role
                .is_none()
        );
    }
}
