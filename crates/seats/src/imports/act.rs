//! What an import does with the people that it names.

use kernel::{Error, FieldError, GroupId, Lang, Permission, PoolId, Result, Role};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Into the team, if they are not there; with the role, the groups and the products that are said.
    Invite,
    Assign,
    Unassign,
    /// Exactly these people have the product afterwards.
    Replace,
    /// Into groups.
    Join,
    /// Out of groups.
    Part,
    Role,
    /// Out of the team.
    Remove,
}

impl Act {
    pub const ALL: [Act; 8] =
        [Act::Invite, Act::Assign, Act::Unassign, Act::Replace, Act::Join, Act::Part, Act::Role, Act::Remove];

    pub const fn name(self) -> &'static str {
        match self {
            Act::Invite => "invite",
            Act::Assign => "assign",
            Act::Unassign => "unassign",
            Act::Replace => "replace",
            Act::Join => "join",
            Act::Part => "part",
            Act::Role => "role",
            Act::Remove => "remove",
        }
    }
    pub fn from_name(name: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.name() == name)
    }
    pub const fn permission(self) -> Permission {
        match self {
            Act::Invite => Permission::InviteUsers,
            Act::Role | Act::Remove => Permission::ManageMembers,
            Act::Assign | Act::Unassign | Act::Replace | Act::Join | Act::Part => Permission::AssignSeats,
        }
    }
}

/// The act, and what holds for all rows besides what each of them says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    pub act: Act,
    pub pools: Vec<PoolId>,
    pub groups: Vec<GroupId>,
    /// Never primary admin: there is one, and the role is handed over on the person's page.
    pub role: Option<Role>,
    /// Of the mails to people who are new.
    pub lang: Lang,
}

/// Which of these a row may say for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns {
    pub role: bool,
    pub groups: bool,
    pub products: bool,
}

impl Aim {
    pub fn of(act: Act, lang: Lang) -> Aim {
        Aim { act, pools: vec![], groups: vec![], role: None, lang }
    }

    /// Refuses an aim that leaves open what to give, take or change.
    pub fn check(&self, columns: Columns) -> Result<()> {
        let product = !self.pools.is_empty() || columns.products;
        let group = !self.groups.is_empty() || columns.groups;
        let missing = match self.act {
            Act::Assign | Act::Unassign if !product => Some("pool"),
            Act::Replace if self.pools.len() != 1 => Some("pool"),
            Act::Join | Act::Part if !group => Some("group"),
            Act::Role if self.role.is_none() && !columns.role => Some("role"),
            Act::Invite
            | Act::Assign
            | Act::Unassign
            | Act::Replace
            | Act::Join
            | Act::Part
            | Act::Role
            | Act::Remove => None,
        };
        match missing {
            Some(field) => Err(Error::fields(vec![FieldError::new(field, "missing")])),
            None if self.role.is_some_and(|role| !matches!(role, Role::SecondaryAdmin | Role::User)) => {
                Err(Error::field("role", "not-understood"))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_says_what_it_is_about() {
        let lacks = |act: Act, columns| {
            let error = Aim::of(act, Lang::Sv).check(columns).err()?;
            Some(error.field_errors()[0].field.clone())
        };
        let (none, all) = (Columns::default(), Columns { role: true, groups: true, products: true });
        assert_eq!(lacks(Act::Assign, none).as_deref(), Some("pool"));
        assert_eq!(lacks(Act::Assign, all), None);
        assert_eq!(lacks(Act::Replace, all).as_deref(), Some("pool"));
        assert_eq!(lacks(Act::Part, none).as_deref(), Some("group"));
        assert_eq!(lacks(Act::Role, none).as_deref(), Some("role"));
        assert_eq!(lacks(Act::Invite, none), None);
        assert_eq!(lacks(Act::Remove, none), None);
    }

    #[test]
    fn names_are_read_again() {
        for act in Act::ALL {
            assert_eq!(Act::from_name(act.name()), Some(act));
        }
    }
}
