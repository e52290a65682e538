//! Who is picked, as the address and the form say it.

use super::Act;
use crate::pages::{href, users::ListQuery};
use kernel::{PersonId, TeamId};
use web::Fields;

pub(in crate::pages) fn path(team: TeamId) -> String {
    format!("/manage/teams/{team}/users/picked")
}

/// All that the list shows now, on whichever page.
pub(in crate::pages) fn all_that_match(team: TeamId, list: &ListQuery) -> String {
    let mut pairs = vec![("all", "1")];
    pairs.extend(list.kept_all());
    href(&path(team), &pairs)
}

/// What cannot be understood is as good as left out.
#[derive(Debug, Clone, Default)]
pub(super) struct Picked {
    pub act: Option<Act>,
    pub people: Vec<PersonId>,
    /// All that the filter finds, rather than these people.
    pub all: bool,
    /// The list in which they were picked.
    pub list: ListQuery,
}

impl Picked {
    pub fn of(mut fields: Fields) -> Picked {
        Picked {
            act: Act::from_name(fields.raw("act")),
            people: fields.several("person").unwrap_or_default(),
            all: fields.ticked("all"),
            list: ListQuery::of(|name| fields.raw(name).to_owned()),
        }
    }

    /// What a form sends along to say the same.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let people = self.people.iter().map(|person| ("person", person.to_string()));
        let all = self.all.then(|| ("all", "1".to_owned()));
        let list = self.list.kept_all().into_iter().map(|(name, value)| (name, value.to_owned()));
        people.chain(all).chain(list.filter(|(_, value)| !value.is_empty())).collect()
    }

    /// The same people, with this act.
    pub fn with(&self, team: TeamId, act: Act) -> String {
        let pairs = self.pairs();
        let pairs = pairs.iter().map(|(name, value)| (*name, value.as_str()));
        href(&path(team), &[("act", act.name())].into_iter().chain(pairs).collect::<Vec<_>>())
    }
}
