//! Every SQL statement of the room, and what the rooms above may read of it.

use crate::mail::{Mail, Status};
use kernel::{Error, MailId, OrganizationId, Permission, PersonId, Result, Scope, Timestamp};
use store::{Cell, Command, FromCell, FromRow, Read, Row};

/// How a mail fared, for the people who may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub id: MailId,
    pub kind: String,
    pub to: String,
    pub to_name: String,
    pub person: Option<PersonId>,
    pub organization: Option<OrganizationId>,
    pub subject: String,
    pub status: Status,
    /// What the server said last, or why it could not be asked.
    pub answer: Option<String>,
    pub attempts: u32,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    /// When a queued or deferred mail is tried next.
    pub next_try: Option<Timestamp>,
}

/// As many as one look at a list needs.
const NEWEST: i64 = 200;

/// The newest mails of an organization.
pub fn deliveries(cx: &mut Read, organization: OrganizationId) -> Result<Vec<Delivery>> {
    cx.require(Permission::SeeMails, Scope::Organization(organization))?;
    cx.all(
        "SELECT id, kind, to_address, to_name, person_id, organization_id, subject, status, answer, attempts,
            created_at, changed_at, send_at
         FROM mails WHERE organization_id = $1 ORDER BY id DESC LIMIT $2",
        &[&organization, &NEWEST],
    )
}

/// Those that came before the last one of a list.
pub fn older_deliveries(cx: &mut Read, organization: OrganizationId, than: MailId) -> Result<Vec<Delivery>> {
    cx.require(Permission::SeeMails, Scope::Organization(organization))?;
    cx.all(
        "SELECT id, kind, to_address, to_name, person_id, organization_id, subject, status, answer, attempts,
            created_at, changed_at, send_at
         FROM mails WHERE organization_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        &[&organization, &than, &NEWEST],
    )
}

/// One mail, for its reader, the admins of its organization and the vendor.
pub fn delivery(cx: &mut Read, mail: MailId) -> Result<Delivery> {
    let found: Delivery = cx.one(
        "SELECT id, kind, to_address, to_name, person_id, organization_id, subject, status, answer, attempts,
            created_at, changed_at, send_at
         FROM mails WHERE id = $1",
        &[&mail],
    )?;
    if may_see(cx, &found) { Ok(found) } else { Err(Error::not_found()) }
}

/// The newest mail of one kind to a person, if there is one that the actor may see.
pub fn latest_to(cx: &mut Read, person: PersonId, kind: &str) -> Result<Option<Delivery>> {
    let found: Option<Delivery> = cx.opt(
        "SELECT id, kind, to_address, to_name, person_id, organization_id, subject, status, answer, attempts,
            created_at, changed_at, send_at
         FROM mails WHERE person_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1",
        &[&person, &kind],
    )?;
    Ok(found.filter(|delivery| may_see(cx, delivery)))
}

/// How many mails no server took since then, and how many wait because one said "later".
pub fn undelivered(cx: &mut Read, since: Timestamp) -> Result<(i64, i64)> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    cx.one(
        "SELECT coalesce(sum(CASE WHEN status = 'failed' AND changed_at >= $1 THEN 1 ELSE 0 END), 0),
            coalesce(sum(CASE WHEN status = 'deferred' THEN 1 ELSE 0 END), 0)
         FROM mails WHERE status IN ('failed', 'deferred')",
        &[&since],
    )
}

fn may_see(cx: &Read, delivery: &Delivery) -> bool {
    let own = delivery.person.is_some() && delivery.person == cx.actor().person_id();
    own || match delivery.organization {
        Some(organization) => cx.may(Permission::SeeMails, Scope::Organization(organization)),
        None => cx.may(Permission::ManageVendor, Scope::Vendor),
    }
}

pub(crate) fn insert(cx: &mut Command, id: MailId, mail: &Mail, send_at: Timestamp) -> Result<()> {
    let now = cx.now();
    let secret = mail.secret.as_ref().map(kernel::Secret::expose);
    cx.execute(
        "INSERT INTO mails (id, kind, to_address, to_name, person_id, organization_id, language, subject, text,
            html, secret, status, attempts, created_at, send_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'queued', 0, $12, $13, $12)",
        &[
            &id,
            &mail.kind,
            &mail.to.as_str(),
            &mail.to_name,
            &mail.person,
            &mail.organization,
            &mail.lang,
            &mail.subject,
            &mail.text,
            &mail.html,
            &secret,
            &now,
            &send_at,
        ],
    )?;
    Ok(())
}

/// The mail, held until the commit: a delivery that ends meanwhile waits.
pub(crate) fn locked(cx: &mut Command, mail: MailId) -> Result<Option<Delivery>> {
    cx.opt(
        "SELECT id, kind, to_address, to_name, person_id, organization_id, subject, status, answer, attempts,
            created_at, changed_at, send_at
         FROM mails WHERE id = $1 FOR UPDATE",
        &[&mail],
    )
}

pub(crate) fn cancel(cx: &mut Command, mail: MailId) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE mails SET status = 'canceled', secret = NULL, changed_at = $2
         WHERE id = $1 AND status IN ('queued', 'deferred')",
        &[&mail, &now],
    )?;
    Ok(())
}

pub(crate) fn try_now(cx: &mut Command, mail: MailId) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE mails SET send_at = $2, attempts = 0, changed_at = $2 WHERE id = $1 AND status = 'deferred'",
        &[&mail, &now],
    )?;
    Ok(())
}

/// A mail as it is about to leave.
#[derive(Debug, Clone)]
pub(crate) struct Leaving {
    pub id: MailId,
    pub kind: String,
    pub to: String,
    pub to_name: String,
    pub person: Option<PersonId>,
    pub organization: Option<OrganizationId>,
    pub lang: kernel::Lang,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub secret: Option<String>,
    pub attempts: u32,
}

/// Takes the mail for one try, so that two jobs for it, or two nodes, do not send it at the same time.
pub(crate) fn claim(cx: &mut Command, mail: MailId, until: Timestamp) -> Result<Option<Leaving>> {
    let now = cx.now();
    cx.returning(
        "UPDATE mails SET claimed_until = $2, attempts = attempts + 1
         WHERE id = $1 AND status IN ('queued', 'deferred') AND send_at <= $3
            AND (claimed_until IS NULL OR claimed_until <= $3)
         RETURNING id, kind, to_address, to_name, person_id, organization_id, language, subject, text, html, secret,
            attempts",
        &[&mail, &until, &now],
    )
}

/// When a mail that could not be claimed may be claimed; none when it is done with.
pub(crate) fn waits_until(cx: &mut Read, mail: MailId) -> Result<Option<Timestamp>> {
    let waiting: Option<(Timestamp, Option<Timestamp>)> = cx.opt(
        "SELECT send_at, claimed_until FROM mails WHERE id = $1 AND status IN ('queued', 'deferred')",
        &[&mail],
    )?;
    Ok(waiting.map(|(send_at, claimed_until)| claimed_until.map_or(send_at, |until| send_at.max(until))))
}

/// It has left, and nothing that happened meanwhile, not even a cancellation, can change that.
pub(crate) fn mark_sent(cx: &mut Command, mail: MailId, answer: &str) -> Result<bool> {
    let now = cx.now();
    let changed = cx.execute(
        "UPDATE mails SET status = 'sent', answer = $2, secret = NULL, claimed_until = NULL, changed_at = $3
         WHERE id = $1 AND status <> 'sent'",
        &[&mail, &answer, &now],
    )?;
    Ok(changed > 0)
}

pub(crate) fn mark_deferred(cx: &mut Command, mail: MailId, reason: &str, next: Timestamp) -> Result<bool> {
    let now = cx.now();
    let changed = cx.execute(
        "UPDATE mails SET status = 'deferred', answer = $2, send_at = $3, claimed_until = NULL, changed_at = $4
         WHERE id = $1 AND status IN ('queued', 'deferred')",
        &[&mail, &reason, &next, &now],
    )?;
    Ok(changed > 0)
}

pub(crate) fn mark_failed(cx: &mut Command, mail: MailId, reason: &str) -> Result<bool> {
    let now = cx.now();
    let changed = cx.execute(
        "UPDATE mails SET status = 'failed', answer = $2, secret = NULL, claimed_until = NULL, changed_at = $3
         WHERE id = $1 AND status IN ('queued', 'deferred')",
        &[&mail, &reason, &now],
    )?;
    Ok(changed > 0)
}

/// Forgets what was written in up to `most` mails from before `before`; how many that were.
pub(crate) fn forget_bodies(cx: &mut Command, before: Timestamp, most: i64) -> Result<u64> {
    cx.execute(
        "UPDATE mails SET text = '', html = '' WHERE id IN (
            SELECT id FROM mails WHERE text <> '' AND created_at < $1 AND status NOT IN ('queued', 'deferred')
            ORDER BY created_at LIMIT $2)",
        &[&before, &most],
    )
}

impl FromCell for Status {
    fn from_cell(cell: Cell) -> Result<Self> {
        let name = String::from_cell(cell)?;
        Status::from_name(&name).ok_or_else(|| Error::fault(format!("a row holds the unknown status {name}")))
    }
}

impl FromRow for Delivery {
    fn from_row(row: &mut Row) -> Result<Self> {
        let mut delivery = Delivery {
            id: row.take()?,
            kind: row.take()?,
            to: row.take()?,
            to_name: row.take()?,
            person: row.take()?,
            organization: row.take()?,
            subject: row.take()?,
            status: row.take()?,
            answer: row.take()?,
            attempts: row.take()?,
            created_at: row.take()?,
            changed_at: row.take()?,
            next_try: None,
        };
        let send_at = row.take()?;
        delivery.next_try = delivery.status.is_waiting().then_some(send_at);
        Ok(delivery)
    }
}

impl FromRow for Leaving {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Leaving {
            id: row.take()?,
            kind: row.take()?,
            to: row.take()?,
            to_name: row.take()?,
            person: row.take()?,
            organization: row.take()?,
            lang: row.take()?,
            subject: row.take()?,
            text: row.take()?,
            html: row.take()?,
            secret: row.take()?,
            attempts: row.take()?,
        })
    }
}
