//! What waits for a person, what is new, and on which machines the person works.

use crate::needs::{ExpiredInvitations, FailedInvitation, FailedMail, WaitingLanding};
use catalog::{ReleaseKind, Version};
use kernel::{OrganizationId, PersonId, Result, TeamId, Timestamp, clock::days};
use store::{FromRow, Read, Row};

impl FromRow for WaitingLanding {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(WaitingLanding {
            contract: row.take()?,
            contract_number: row.take()?,
            order_number: row.take()?,
            organization_name: row.take()?,
        })
    }
}

pub(crate) fn waiting_landings(cx: &mut Read, person: PersonId) -> Result<Vec<WaitingLanding>> {
    cx.all(
        "SELECT c.id, c.number, o.number, g.name FROM contracts c
         JOIN orders o ON o.contract_id = c.id JOIN organizations g ON g.id = c.organization_id
         WHERE c.manager_id = $1 AND o.landing = 'to_choose' AND o.team_id IS NULL ORDER BY o.id LIMIT 20",
        &[&person],
    )
}

impl FromRow for FailedInvitation {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(FailedInvitation {
            team: row.take()?,
            person: row.take()?,
            email: row.take()?,
            answer: row.take()?,
        })
    }
}

/// Invitations of a team whose mail no server took, the newest first.
pub(crate) fn failed_invitations(cx: &mut Read, team: TeamId, most: i64) -> Result<Vec<FailedInvitation>> {
    cx.all(
        "SELECT i.team_id, p.id, p.email, x.answer FROM invitations i
         JOIN mails x ON x.id = i.mail_id JOIN people p ON p.id = i.person_id
         JOIN memberships m ON m.team_id = i.team_id AND m.person_id = i.person_id
         WHERE i.team_id = $1 AND x.status = 'failed' AND p.password_hash IS NULL
         ORDER BY i.sent_at DESC, i.id LIMIT $2",
        &[&team, &most],
    )
}

/// Invitations of a team that arrived and were not followed in time.
pub(crate) fn expired_invitations(
    cx: &mut Read,
    team: TeamId,
    most: i64,
) -> Result<Option<ExpiredInvitations>> {
    let now = cx.now();
    let names: Vec<(String, String)> = cx.all(
        "SELECT p.first_name, p.last_name FROM invitations i
         JOIN mails x ON x.id = i.mail_id JOIN people p ON p.id = i.person_id
         JOIN memberships m ON m.team_id = i.team_id AND m.person_id = i.person_id
         WHERE i.team_id = $1 AND i.expires_at <= $2 AND x.status <> 'failed' AND p.password_hash IS NULL
         ORDER BY i.expires_at DESC, i.id LIMIT $3",
        &[&team, &now, &most],
    )?;
    let names: Vec<String> = names.into_iter().map(|(first, last)| format!("{first} {last}")).collect();
    Ok((!names.is_empty()).then_some(ExpiredInvitations { team, names }))
}

impl FromRow for FailedMail {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(FailedMail {
            team: row.take()?,
            person: row.take()?,
            to: row.take()?,
            subject: row.take()?,
            answer: row.take()?,
        })
    }
}

/// Other mails to people of the team that did not arrive in two weeks, and after which none did.
pub(crate) fn failed_mails(
    cx: &mut Read,
    team: TeamId,
    organization: OrganizationId,
    most: i64,
) -> Result<Vec<FailedMail>> {
    let since = cx.now().minus(days(14));
    cx.all(
        "SELECT m.team_id, m.person_id, x.to_address, x.subject, x.answer FROM mails x
         JOIN memberships m ON m.team_id = $1 AND m.person_id = x.person_id
         WHERE x.organization_id = $2 AND x.status = 'failed' AND x.kind <> 'invitation' AND x.created_at > $3
         AND NOT EXISTS (SELECT 1 FROM mails y WHERE y.person_id = x.person_id AND y.id > x.id AND y.status = 'sent')
         ORDER BY x.id DESC LIMIT $4",
        &[&team, &organization, &since, &most],
    )
}

/// How many mails of all organizations did not arrive in two weeks, counted to `most`.
pub(crate) fn count_failed_mails(cx: &mut Read, most: i64) -> Result<i64> {
    let since = cx.now().minus(days(14));
    let (count,) = cx.one(
        "SELECT COUNT(*) FROM (
            SELECT 1 FROM mails WHERE status = 'failed' AND created_at > $1 LIMIT $2) failed",
        &[&since, &most],
    )?;
    Ok(count)
}

/// A release of a product of the person.
#[derive(Debug, Clone)]
pub(crate) struct News {
    pub product: String,
    pub version: Version,
    pub kind: ReleaseKind,
    pub notes: String,
    pub at: Timestamp,
}

impl FromRow for News {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(News {
            product: row.take()?,
            version: row.take()?,
            kind: row.take()?,
            notes: row.take()?,
            at: row.take()?,
        })
    }
}

pub(crate) fn news(cx: &mut Read, person: PersonId, most: i64) -> Result<Vec<News>> {
    let now = cx.now();
    cx.all(
        "SELECT p.name, r.version, r.kind, r.notes, r.released_at FROM releases r
         JOIN products p ON p.id = r.product_id
         WHERE r.product_id IN (SELECT a.product_id FROM assignments a WHERE a.person_id = $1)
         AND r.released_at <= $2 ORDER BY r.released_at DESC, r.id DESC LIMIT $3",
        &[&person, &now, &most],
    )
}

/// Who administers a team of the person: name, address, team.
pub(crate) fn admins_for(cx: &mut Read, person: PersonId) -> Result<Vec<(String, String, String, String)>> {
    cx.all(
        "SELECT p.first_name, p.last_name, p.email, t.name FROM memberships own
         JOIN memberships m ON m.team_id = own.team_id AND m.role IN ('primary_admin', 'secondary_admin')
         JOIN people p ON p.id = m.person_id JOIN teams t ON t.id = m.team_id
         WHERE own.person_id = $1 ORDER BY t.name, m.role, p.sort_name, p.id LIMIT 12",
        &[&person],
    )
}
