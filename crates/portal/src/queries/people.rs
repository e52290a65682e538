//! The people of a team; a page of their list is found in `list`.

mod ask;
mod list;

pub(crate) use list::{count_people, people};

use crate::people::{Detail, Listed, TeamFacts};
use kernel::{GroupId, MailId, OrganizationId, PersonId, PoolId, Result, TeamId, Timestamp};
use notifications::Status;
use store::{Bind, FromRow, Read, Row};

impl FromRow for TeamFacts {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(TeamFacts {
            id: row.take()?,
            name: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            people: row.take()?,
        })
    }
}

pub(crate) fn team(cx: &mut Read, team: TeamId) -> Result<TeamFacts> {
    cx.one(
        "SELECT t.id, t.name, o.id, o.name, t.people
         FROM teams t JOIN organizations o ON o.id = t.organization_id WHERE t.id = $1",
        &[&team],
    )
}

const LISTED: &str = "p.id, p.first_name, p.last_name, p.email, m.role, m.sort_name, m.created_at, p.seen_at,
    CASE WHEN p.password_hash IS NULL THEN 0 ELSE 1 END, i.expires_at, x.status";

/// What stands beside a membership `m`.
const BESIDE: &str = " JOIN people p ON p.id = m.person_id
     LEFT JOIN invitations i ON i.team_id = m.team_id AND i.person_id = m.person_id
     LEFT JOIN mails x ON x.id = i.mail_id";

impl FromRow for Listed {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Listed {
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            role: row.take()?,
            sort_name: row.take()?,
            since: row.take()?,
            seen_at: row.take()?,
            has_password: row.take()?,
            invitation_ends: row.take()?,
            mail_status: row.take()?,
        })
    }
}

/// Somebody who is picked.
#[derive(Debug, Clone)]
pub(crate) struct Somebody {
    pub person: PersonId,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub has_password: bool,
}

impl Somebody {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}

impl From<Listed> for Somebody {
    fn from(row: Listed) -> Somebody {
        let Listed { person, email, first_name, last_name, has_password, .. } = row;
        Somebody { person, email, first_name, last_name, has_password }
    }
}

impl FromRow for Somebody {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Somebody {
            person: row.take()?,
            email: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            has_password: row.take()?,
        })
    }
}

/// Those of them who are in the team, by name.
pub(crate) fn members_of(cx: &mut Read, team: TeamId, people: &[PersonId]) -> Result<Vec<Somebody>> {
    let mut found = vec![];
    for some in people.chunks(1000) {
        let sql = format!(
            "SELECT p.id, p.email, p.first_name, p.last_name, CASE WHEN p.password_hash IS NULL THEN 0 ELSE 1 END
             FROM memberships m JOIN people p ON p.id = m.person_id
             WHERE m.team_id = $1 AND m.person_id IN ({}) ORDER BY m.sort_name, m.person_id",
            store::places(2, some.len())
        );
        let mut params: Vec<&dyn Bind> = vec![&team];
        params.extend(some.iter().map(|person| person as &dyn Bind));
        found.extend(cx.all::<Somebody>(&sql, &params)?);
    }
    Ok(found)
}

/// Where somebody stands among those who have left, by name.
pub(crate) fn place_of_removed(
    cx: &mut Read,
    team: TeamId,
    person: PersonId,
) -> Result<Option<(String, String)>> {
    let found = cx.opt::<(String,)>(
        "SELECT COALESCE((SELECT r.sort_name FROM removed_members r WHERE r.team_id = $1 AND r.person_id = $2),
            p.sort_name) FROM people p WHERE p.id = $2",
        &[&team, &person],
    )?;
    Ok(found.map(|(name,)| (name, person.to_string())))
}

impl FromRow for Detail {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Detail {
            listed: Listed::from_row(row)?,
            lang: row.take()?,
            invited_at: row.take()?,
            mail_answer: row.take()?,
        })
    }
}

/// Not found for those who are not of the team.
pub(crate) fn detail(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Detail> {
    cx.one(
        &format!(
            "SELECT {LISTED}, p.language, i.sent_at, x.answer FROM memberships m{BESIDE}
             WHERE m.team_id = $1 AND m.person_id = $2"
        ),
        &[&team, &person],
    )
}

/// A mail to a person, for the panel.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub id: MailId,
    pub subject: String,
    pub to: String,
    pub status: Status,
    pub answer: Option<String>,
    pub at: Timestamp,
}

impl FromRow for Letter {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Letter {
            id: row.take()?,
            subject: row.take()?,
            to: row.take()?,
            status: row.take()?,
            answer: row.take()?,
            at: row.take()?,
        })
    }
}

/// The newest mails from the organization to the person.
pub(crate) fn letters_to(
    cx: &mut Read,
    organization: OrganizationId,
    person: PersonId,
) -> Result<Vec<Letter>> {
    cx.all(
        "SELECT id, subject, to_address, status, answer, changed_at FROM mails
         WHERE person_id = $1 AND organization_id = $2 ORDER BY id DESC LIMIT 50",
        &[&person, &organization],
    )
}

/// The pools of a team, for the filter by product: id, product, offering.
pub(crate) fn pool_names(cx: &mut Read, team: TeamId) -> Result<Vec<(PoolId, String, String)>> {
    cx.all(
        "SELECT po.id, p.name, f.name FROM pools po
         JOIN products p ON p.id = po.product_id JOIN offerings f ON f.id = po.offering_id
         WHERE po.team_id = $1 ORDER BY p.name, f.name, po.id",
        &[&team],
    )
}

/// The groups of a team, by name.
pub(crate) fn group_names(cx: &mut Read, team: TeamId) -> Result<Vec<(GroupId, String)>> {
    cx.all("SELECT id, name FROM groups WHERE team_id = $1 ORDER BY name_key", &[&team])
}
