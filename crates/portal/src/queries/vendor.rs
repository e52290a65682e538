//! The vendor's overview: counts, mails, organizations.

use super::behind;
use kernel::{ContractId, MailId, OrderId, OrganizationId, Result, TeamId, Timestamp};
use notifications::Status;
use store::{Bind, FromRow, Read, Row};

/// What the vendor has, in numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    pub orders: i64,
    pub organizations: i64,
    pub people: i64,
    pub seats: i64,
    pub assigned: i64,
}

impl FromRow for Counts {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Counts {
            orders: row.take()?,
            organizations: row.take()?,
            people: row.take()?,
            seats: row.take()?,
            assigned: row.take()?,
        })
    }
}

pub(crate) fn counts(cx: &mut Read) -> Result<Counts> {
    cx.one(
        "SELECT (SELECT COUNT(*) FROM orders), (SELECT COUNT(*) FROM organizations), (SELECT COUNT(*) FROM people),
            (SELECT CAST(COALESCE(SUM(capacity), 0) AS BIGINT) FROM pools),
            (SELECT CAST(COALESCE(SUM(assigned), 0) AS BIGINT) FROM pools)",
        &[],
    )
}

/// Whether there is a product, an offering, a partner, an order: the vendor's first steps.
pub(crate) fn first_steps(cx: &mut Read) -> Result<[bool; 4]> {
    let (product, offering, partner, order) = cx.one(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM products) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM offerings) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM partners) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM orders) THEN 1 ELSE 0 END",
        &[],
    )?;
    Ok([product, offering, partner, order])
}

/// An order, as the overview shows it.
#[derive(Debug, Clone)]
pub(crate) struct OrderLine {
    pub id: OrderId,
    pub number: String,
    pub organization_name: String,
    pub partner_name: Option<String>,
    pub at: Timestamp,
    pub waits: bool,
}

impl FromRow for OrderLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(OrderLine {
            id: row.take()?,
            number: row.take()?,
            organization_name: row.take()?,
            partner_name: row.take()?,
            at: row.take()?,
            waits: row.take()?,
        })
    }
}

pub(crate) fn latest_orders(cx: &mut Read, most: i64) -> Result<Vec<OrderLine>> {
    cx.all(
        "SELECT o.id, o.number, g.name, p.name, o.placed_at, CASE WHEN o.team_id IS NULL THEN 1 ELSE 0 END
         FROM orders o JOIN contracts c ON c.id = o.contract_id JOIN organizations g ON g.id = c.organization_id
         LEFT JOIN partners p ON p.id = o.partner_id ORDER BY o.id DESC LIMIT $1",
        &[&most],
    )
}

/// A mail, as the vendor sees it.
#[derive(Debug, Clone)]
pub(crate) struct MailLine {
    pub id: MailId,
    pub to: String,
    pub to_name: String,
    pub subject: String,
    pub status: Status,
    pub answer: Option<String>,
    pub organization: Option<OrganizationId>,
    pub organization_name: Option<String>,
    pub created_at: Timestamp,
    pub send_at: Timestamp,
}

impl FromRow for MailLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(MailLine {
            id: row.take()?,
            to: row.take()?,
            to_name: row.take()?,
            subject: row.take()?,
            status: row.take()?,
            answer: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            created_at: row.take()?,
            send_at: row.take()?,
        })
    }
}

/// A page of a list that is sorted by id, newest first.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Newest {
    /// Those that are older than this one.
    pub after: Option<MailId>,
    /// Those that are newer.
    pub before: Option<MailId>,
    pub size: i64,
}

/// One more than the page holds, in the direction of the step.
pub(crate) fn mails(cx: &mut Read, status: Option<Status>, to: &str, page: Newest) -> Result<Vec<MailLine>> {
    let (limit, name) = (page.size + 1, status.map(Status::name));
    let end = behind(to);
    let mut sql = String::from(
        "SELECT x.id, x.to_address, x.to_name, x.subject, x.status, x.answer, x.organization_id, o.name,
            x.created_at, x.send_at
         FROM mails x LEFT JOIN organizations o ON o.id = x.organization_id WHERE 1 = 1",
    );
    let mut params: Vec<&dyn Bind> = vec![&limit];
    if let Some(name) = &name {
        params.push(name);
        sql += &format!(" AND x.status = ${}", params.len());
    }
    if !to.is_empty() {
        params.push(&to);
        params.push(&end);
        sql += &format!(" AND x.to_address >= ${} AND x.to_address < ${}", params.len() - 1, params.len());
    }
    if let Some(place) = page.after.as_ref().or(page.before.as_ref()) {
        params.push(place);
        let sign = if page.after.is_some() { "<" } else { ">" };
        sql += &format!(" AND x.id {sign} ${}", params.len());
    }
    let upwards = page.after.is_none() && page.before.is_some();
    sql += &format!(" ORDER BY x.id {} LIMIT $1", if upwards { "ASC" } else { "DESC" });
    cx.all(&sql, &params)
}

/// An organization, as lists show it.
#[derive(Debug, Clone)]
pub(crate) struct OrganizationLine {
    pub id: OrganizationId,
    pub number: String,
    pub name: String,
    pub teams: i64,
    pub contracts: i64,
}

impl FromRow for OrganizationLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(OrganizationLine {
            id: row.take()?,
            number: row.take()?,
            name: row.take()?,
            teams: row.take()?,
            contracts: row.take()?,
        })
    }
}

const ORGANIZATION: &str = "SELECT o.id, o.number, o.name,
    (SELECT COUNT(*) FROM teams t WHERE t.organization_id = o.id),
    (SELECT COUNT(*) FROM contracts c WHERE c.organization_id = o.id) FROM organizations o";

/// Which organizations: a part of the name, or the beginning of the number; from behind or before one of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct OrganizationPage {
    pub search: String,
    pub after: Option<OrganizationId>,
    pub before: Option<OrganizationId>,
    pub size: i64,
}

/// One more than the page holds, in the direction of the step.
pub(crate) fn organizations(cx: &mut Read, page: &OrganizationPage) -> Result<Vec<OrganizationLine>> {
    let limit = page.size + 1;
    let search = page.search.trim();
    let (like, number) = (
        format!("%{}%", store::escaped_like(&search.to_lowercase())),
        format!("{}%", store::escaped_like(search)),
    );
    let mut sql = format!("{ORGANIZATION} WHERE 1 = 1");
    let mut params: Vec<&dyn Bind> = vec![&limit];
    if !search.is_empty() {
        params.push(&like);
        params.push(&number);
        let n = params.len();
        sql += &format!(" AND (o.search_text LIKE ${} ESCAPE '\\' OR o.number LIKE ${n} ESCAPE '\\')", n - 1);
    }
    let place = match page.after.or(page.before) {
        Some(id) => cx.opt::<(String, String)>("SELECT name, id FROM organizations WHERE id = $1", &[&id])?,
        None => None,
    };
    let upwards = page.after.is_none() && page.before.is_some();
    if let Some((name, id)) = &place {
        params.push(name);
        params.push(id);
        let n = params.len();
        let sign = if upwards { "<" } else { ">" };
        sql += &format!(" AND (o.name, o.id) {sign} (${}, ${n})", n - 1);
    }
    let way = if upwards { "DESC" } else { "ASC" };
    sql += &format!(" ORDER BY o.name {way}, o.id {way} LIMIT $1");
    cx.all(&sql, &params)
}

pub(crate) fn organization(cx: &mut Read, id: OrganizationId) -> Result<OrganizationLine> {
    cx.one(&format!("{ORGANIZATION} WHERE o.id = $1"), &[&id])
}

/// A team of an organization, with its seats.
#[derive(Debug, Clone)]
pub(crate) struct TeamLine {
    pub id: TeamId,
    pub name: String,
    pub people: i64,
    pub seats: i64,
    pub assigned: i64,
}

impl FromRow for TeamLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(TeamLine {
            id: row.take()?,
            name: row.take()?,
            people: row.take()?,
            seats: row.take()?,
            assigned: row.take()?,
        })
    }
}

pub(crate) fn teams_of(cx: &mut Read, organization: OrganizationId) -> Result<Vec<TeamLine>> {
    cx.all(
        "SELECT t.id, t.name, t.people,
            (SELECT CAST(COALESCE(SUM(p.capacity), 0) AS BIGINT) FROM pools p WHERE p.team_id = t.id),
            (SELECT CAST(COALESCE(SUM(p.assigned), 0) AS BIGINT) FROM pools p WHERE p.team_id = t.id)
         FROM teams t WHERE t.organization_id = $1 ORDER BY t.name, t.id LIMIT 500",
        &[&organization],
    )
}

/// A contract of an organization.
#[derive(Debug, Clone)]
pub(crate) struct ContractLine {
    pub id: ContractId,
    pub number: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub partner_name: Option<String>,
    /// The first moment after the next subscription that ends.
    pub ends_at: Option<Timestamp>,
}

impl FromRow for ContractLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(ContractLine {
            id: row.take()?,
            number: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            partner_name: row.take()?,
            ends_at: row.take()?,
        })
    }
}

pub(crate) fn contracts_of(cx: &mut Read, organization: OrganizationId) -> Result<Vec<ContractLine>> {
    cx.all(
        "SELECT c.id, c.number, p.first_name, p.last_name, p.email, r.name,
            (SELECT MIN(s.end_at) FROM subscriptions s WHERE s.contract_id = c.id AND s.ended_at IS NULL)
         FROM contracts c JOIN people p ON p.id = c.manager_id LEFT JOIN partners r ON r.id = c.partner_id
         WHERE c.organization_id = $1 ORDER BY c.id DESC LIMIT 500",
        &[&organization],
    )
}
