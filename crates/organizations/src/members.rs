//! The people of a team, as its admins see them.

use crate::{queries, team};
use kernel::{Permission, PersonId, Result, Role, TeamId, Timestamp};
use store::{FromRow, Read, Row};

#[derive(Debug, Clone)]
pub struct Member {
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub role: Role,
    pub sort_name: String,
    pub since: Timestamp,
    pub seen_at: Option<Timestamp>,
    /// Whether the person has been in, or still has to follow the link.
    pub is_active: bool,
    pub invited_at: Option<Timestamp>,
    pub invitation_ends: Option<Timestamp>,
    pub accepted_at: Option<Timestamp>,
    /// How the mail with the invitation fared (`sent`, `failed` ...).
    pub mail_status: Option<String>,
}

impl Member {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}

impl FromRow for Member {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Member {
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            role: row.take()?,
            sort_name: row.take()?,
            since: row.take()?,
            seen_at: row.take()?,
            is_active: row.take()?,
            invited_at: row.take()?,
            invitation_ends: row.take()?,
            accepted_at: row.take()?,
            mail_status: row.take()?,
        })
    }
}

/// Which page of the list: keyset, so that the last page is as quick as the first.
#[derive(Debug, Clone, Default)]
pub struct MemberList {
    pub search: String,
    /// Only those who have been in, or only those who have not.
    pub is_active: Option<bool>,
    /// The sort name and id of the row that the page comes after, or before.
    pub from: Option<(String, String)>,
    pub backwards: bool,
    pub limit: i64,
}

impl MemberList {
    /// The page out of what several lists gave, each in the order of the page.
    pub(crate) fn page(&self, mut found: Vec<Member>) -> Vec<Member> {
        found.sort_by(|one, other| (&one.sort_name, one.person).cmp(&(&other.sort_name, other.person)));
        found.dedup_by_key(|member| member.person);
        let most = usize::try_from(self.limit).unwrap_or_default();
        match self.backwards {
            true => found.split_off(found.len().saturating_sub(most)),
            false => {
                found.truncate(most);
                found
            }
        }
    }
}

/// One page of the team's people, and how many there are in all.
pub fn members(cx: &mut Read, id: TeamId, list: &MemberList) -> Result<(Vec<Member>, i64)> {
    let team = team::team(cx, id)?;
    cx.require(Permission::SeeMembers, team.scope())?;
    Ok((queries::members(cx, id, list)?, queries::count_members(cx, id)?))
}

/// One member; a stranger to the team is not found.
pub fn member(cx: &mut Read, id: TeamId, person: PersonId) -> Result<Member> {
    let team = team::team(cx, id)?;
    cx.require(Permission::SeeMembers, team.scope())?;
    queries::member(cx, id, person)
}
