//! Those who have left a team in the last 30 days: lists show them, and they can be brought back.

use crate::{Refused, members::MemberList, queries, team};
use kernel::{MailId, Permission, PersonId, Result, Role, TeamId, Timestamp, clock::days};
use std::time::Duration;
use store::{FromRow, Read, Row};

/// How long a removal can be undone.
pub const UNDO_FOR: Duration = days(30);

/// A week more, in which whoever comes too late is told so.
pub(crate) const FORGOTTEN_AFTER: Duration = days(37);

#[derive(Debug, Clone)]
pub struct RemovedMember {
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// What the person was.
    pub role: Role,
    pub sort_name: String,
    pub removed_at: Timestamp,
    /// The address of whoever did it; the person's own for who left.
    pub removed_by: String,
}

impl RemovedMember {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}

impl FromRow for RemovedMember {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(RemovedMember {
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            role: row.take()?,
            sort_name: row.take()?,
            removed_at: row.take()?,
            removed_by: row.take()?,
        })
    }
}

/// What is needed to undo it.
pub(crate) struct Removal {
    pub role: Role,
    pub removed_at: Timestamp,
    /// The mail that told the person.
    pub mail: Option<MailId>,
    pub kept: String,
}

impl Removal {
    pub fn can_be_undone(&self, now: Timestamp) -> Result<(), Refused> {
        match now < self.removed_at.plus(UNDO_FOR) {
            true => Ok(()),
            false => Err(Refused::RemovedTooLongAgo),
        }
    }
}

impl FromRow for Removal {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Removal { role: row.take()?, removed_at: row.take()?, mail: row.take()?, kept: row.take()? })
    }
}

/// One page of those who can be brought back, by name.
pub fn removed_members(cx: &mut Read, id: TeamId, list: &MemberList) -> Result<Vec<RemovedMember>> {
    let team = team::team(cx, id)?;
    cx.require(Permission::SeeMembers, team.scope())?;
    queries::removed_members(cx, id, list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_days_are_thirty_days() {
        let at = Timestamp::from_millis(1_000_000);
        let removal = Removal { role: Role::User, removed_at: at, mail: None, kept: String::new() };
        assert!(removal.can_be_undone(at.plus(days(30) - Duration::from_millis(1))).is_ok());
        assert_eq!(removal.can_be_undone(at.plus(days(30))), Err(Refused::RemovedTooLongAgo));
    }
}
