//! Devices and the leases on them, as people and the log see them.

use crate::{
    devices::{Line, OwnLease},
    ended::{Ended, Which},
};
use kernel::{DeviceId, LeaseId, PersonId, PoolId, ProductId, Result, Timestamp};
use store::{FromRow, Read, Row};

impl FromRow for Ended {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Ended {
            lease: row.take()?,
            person: row.take()?,
            email: row.take()?,
            device: row.take()?,
            product: row.take()?,
            product_name: row.take()?,
            organization: row.take()?,
            grant: row.take()?,
            expires_at: row.take()?,
        })
    }
}

/// The open leases that an end concerns.
pub(crate) fn open_leases(cx: &mut Read, person: PersonId, which: Which) -> Result<Vec<Ended>> {
    let (column, id) = match which {
        Which::Lease(id) => ("id", id.to_string()),
        Which::Device(id) => ("device_id", id.to_string()),
        Which::Grant(id) => ("grant_id", id.to_string()),
        Which::Pool(id) => ("pool_id", id.to_string()),
    };
    let sql = format!(
        "SELECT l.id, l.person_id, u.email, l.device_id, l.product_id, p.name, t.organization_id, l.grant_id,
            l.expires_at
         FROM leases l
         JOIN people u ON u.id = l.person_id
         JOIN products p ON p.id = l.product_id
         LEFT JOIN pools po ON po.id = l.pool_id
         LEFT JOIN teams t ON t.id = po.team_id
         WHERE l.person_id = $1 AND l.{column} = $2 AND l.ended_at IS NULL
         ORDER BY l.id"
    );
    cx.all(&sql, &[&person, &id])
}

/// Whether the lease was ever one of the person's; of which product.
pub(crate) fn lease_of(
    cx: &mut Read,
    person: PersonId,
    lease: LeaseId,
) -> Result<Option<(ProductId, String)>> {
    cx.opt(
        "SELECT p.id, p.slug FROM leases l JOIN products p ON p.id = l.product_id
         WHERE l.id = $1 AND l.person_id = $2",
        &[&lease, &person],
    )
}

pub(crate) struct DeviceRow {
    pub name: Option<String>,
    pub platform: String,
}

impl FromRow for DeviceRow {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(DeviceRow { name: row.take()?, platform: row.take()? })
    }
}

pub(crate) fn device(cx: &mut Read, person: PersonId, id: DeviceId) -> Result<Option<DeviceRow>> {
    cx.opt("SELECT name, platform FROM devices WHERE id = $1 AND person_id = $2", &[&id, &person])
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Line {
            device: row.take()?,
            name: row.take()?,
            platform: row.take()?,
            issued_at: row.take()?,
            lease: OwnLease {
                id: row.take()?,
                product: row.take()?,
                product_name: row.take()?,
                icon: row.take()?,
                version: row.take()?,
                works_until: row.take()?,
                ended_at: row.take()?,
            },
        })
    }
}

/// More than any list of devices that a person reads.
const MOST: i64 = 1000;

/// The leases that a program of the person may still work on: all that have time left, unless the program itself gave
/// them back.
pub(crate) fn lines(cx: &mut Read, person: PersonId) -> Result<Vec<Line>> {
    let now = cx.now();
    cx.all(
        "SELECT d.id, d.name, d.platform, l.issued_at, l.id, p.id, p.name, p.icon, l.version, l.expires_at, l.ended_at
         FROM leases l
         JOIN devices d ON d.id = l.device_id
         JOIN products p ON p.id = l.product_id
         WHERE l.person_id = $1 AND l.expires_at > $2 AND (l.ended_at IS NULL OR l.ended_by <> 'program')
         ORDER BY d.id, p.name, l.id DESC LIMIT $3",
        &[&person, &now, &MOST],
    )
}

pub(crate) fn offline_until(cx: &mut Read, pool: PoolId, person: PersonId) -> Result<Option<Timestamp>> {
    let now = cx.now();
    let (until,) = cx.one(
        "SELECT MAX(expires_at) FROM leases
         WHERE pool_id = $1 AND person_id = $2 AND expires_at > $3 AND (ended_at IS NULL OR ended_by <> 'program')",
        &[&pool, &person, &now],
    )?;
    Ok(until)
}
