//! People of a team who get the same products. Whoever comes into the group gets them, whoever leaves it loses those that
//! nothing else leads to; [`Standing`](crate::standing::Standing) is the rule.

mod create;
mod delete;
mod people;
mod products;
mod reads;
mod rename;

pub use create::create_group;
pub use delete::delete_group;
pub use people::{MOST_AT_ONCE, add_to_group, remove_from_group};
pub use products::{bring_product, withdraw_product};
pub use reads::{group, group_members, group_products, groups_by_person, groups_of_person, groups_of_team};
pub use rename::rename_group;

use crate::events::{GroupJoined, GroupLeft};
use kernel::{GroupId, OrganizationId, PersonId, Scope, TeamId, Timestamp};

/// A team has no more; nobody can survey more, and a list of them fits on a page.
pub(crate) const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    /// How many members.
    pub people: i64,
    pub created_at: Timestamp,
    pub team: TeamId,
    pub team_name: String,
    pub organization: OrganizationId,
}

impl Group {
    pub fn scope(&self) -> Scope {
        Scope::Team(self.team, self.organization)
    }

    pub(crate) fn joined(&self, person: PersonId, email: &str) -> GroupJoined {
        let Group { id: group, team, organization, .. } = *self;
        GroupJoined { person, email: email.into(), group, name: self.name.clone(), team, organization }
    }
    pub(crate) fn left(&self, person: PersonId, email: &str) -> GroupLeft {
        let Group { id: group, team, organization, .. } = *self;
        GroupLeft { person, email: email.into(), group, name: self.name.clone(), team, organization }
    }
}

/// A person in a group, as lists show them.
#[derive(Debug, Clone)]
pub struct GroupMember {
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub since: Timestamp,
}

impl GroupMember {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}
