//! Every SQL statement of the room.

use crate::{
    AskForLease, Holding, OpenLease,
    devices::{Line, OwnLease},
    ended::{By, Ended, Which},
    granted::Term,
};
use kernel::{ConsentId, DeviceId, LeaseId, PersonId, PoolId, ProductId, Result, Timestamp};
use store::{Command, FromRow, Read, Row};

/// Locks what the person holds of the product until the commit; its epoch. None when nobody has asked yet.
pub(crate) fn locked_holder(cx: &mut Command, person: PersonId, product: ProductId) -> Result<Option<i64>> {
    let found = cx.opt::<(i64,)>(
        "SELECT epoch FROM license_holders WHERE person_id = $1 AND product_id = $2 FOR UPDATE",
        &[&person, &product],
    )?;
    Ok(found.map(|(epoch,)| epoch))
}

/// The same where there may be no row yet: of two who make it at once, one waits for the other.
pub(crate) fn lock_holder(cx: &mut Command, person: PersonId, product: ProductId) -> Result<i64> {
    cx.execute(
        "INSERT INTO license_holders (person_id, product_id, epoch) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING",
        &[&person, &product],
    )?;
    let (epoch,) = cx.one(
        "SELECT epoch FROM license_holders WHERE person_id = $1 AND product_id = $2 FOR UPDATE",
        &[&person, &product],
    )?;
    Ok(epoch)
}

/// All that the person holds.
pub(crate) fn lock_holders(cx: &mut Command, person: PersonId) -> Result<()> {
    cx.all::<(ProductId,)>(
        "SELECT product_id FROM license_holders WHERE person_id = $1 ORDER BY product_id FOR UPDATE",
        &[&person],
    )
    .map(|_| ())
}

pub(crate) fn raise_epoch(cx: &mut Command, person: PersonId, product: ProductId) -> Result<()> {
    cx.execute(
        "UPDATE license_holders SET epoch = epoch + 1 WHERE person_id = $1 AND product_id = $2",
        &[&person, &product],
    )
    .map(|_| ())
}

/// Whether what the person allowed the program still holds.
pub(crate) fn is_grant_alive(cx: &mut Read, person: PersonId, grant: ConsentId) -> Result<bool> {
    let found = cx.opt::<(i64,)>(
        "SELECT 1 FROM program_grants WHERE id = $1 AND person_id = $2 AND ended_at IS NULL",
        &[&grant, &person],
    )?;
    Ok(found.is_some())
}

impl FromRow for OpenLease {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(OpenLease {
            id: row.take()?,
            device: row.take()?,
            fingerprint: row.take()?,
            seq: row.take()?,
            created_at: row.take()?,
            issued_at: row.take()?,
            refresh_after: row.take()?,
            expires_at: row.take()?,
            asked_key: row.take()?,
            asked_digest: row.take()?,
        })
    }
}

pub(crate) fn holding(cx: &mut Read, person: PersonId, product: ProductId) -> Result<Holding> {
    let open = cx.all(
        "SELECT l.id, l.device_id, d.fingerprint, l.seq, l.created_at, l.issued_at, l.refresh_after, l.expires_at,
            l.asked_key, l.asked_digest
         FROM leases l JOIN devices d ON d.id = l.device_id
         WHERE l.person_id = $1 AND l.product_id = $2 AND l.ended_at IS NULL
         ORDER BY l.id",
        &[&person, &product],
    )?;
    Ok(Holding { open })
}

/// Whether this version was not accepted before.
pub(crate) fn insert_consent(
    cx: &mut Command,
    person: PersonId,
    product: ProductId,
    version: &str,
) -> Result<bool> {
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO consents (person_id, product_id, version, accepted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        &[&person, &product, &version, &now],
    )?;
    Ok(inserted == 1)
}

/// Notes the device as it is now; its id.
pub(crate) fn keep_device(cx: &mut Command, ask: &AskForLease) -> Result<DeviceId> {
    let (id, now): (DeviceId, _) = (cx.id(), cx.now());
    let row = cx.returning::<(DeviceId,)>(
        "INSERT INTO devices (id, person_id, fingerprint, public_key, name, platform, created_at, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
         ON CONFLICT (person_id, fingerprint) DO UPDATE SET public_key = $4, name = COALESCE($5, devices.name),
            platform = $6, seen_at = $7
         RETURNING id",
        &[&id, &ask.person, &ask.fingerprint, &ask.key.to_base64url(), &ask.name, &ask.platform, &now],
    )?;
    Ok(row.map_or(id, |(id,)| id))
}

pub(crate) fn next_seq(cx: &mut Read, device: DeviceId, product: ProductId) -> Result<i64> {
    let (seq,) = cx.one(
        "SELECT COALESCE(MAX(seq), 0) + 1 FROM leases WHERE device_id = $1 AND product_id = $2",
        &[&device, &product],
    )?;
    Ok(seq)
}

pub(crate) struct LeaseRow<'a> {
    pub ask: &'a AskForLease,
    pub device: DeviceId,
    pub product: ProductId,
    pub pool: PoolId,
    pub privacy: &'a str,
    pub term: &'a Term,
}

pub(crate) fn insert_lease(cx: &mut Command, row: &LeaseRow<'_>) -> Result<()> {
    let LeaseRow { ask, term, .. } = row;
    cx.execute(
        "INSERT INTO leases (id, person_id, device_id, product_id, pool_id, grant_id, version, privacy, seq, created_at,
            issued_at, refresh_after, expires_at, asked_key, asked_digest)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, $14)",
        &[
            &term.lease,
            &ask.person,
            &row.device,
            &row.product,
            &row.pool,
            &ask.consent,
            &ask.version,
            &row.privacy,
            &term.seq,
            &term.issued_at,
            &term.refresh_after,
            &term.expires_at,
            &ask.asked_key,
            &ask.asked_digest,
        ],
    )
    .map(|_| ())
}

pub(crate) fn renew_lease(cx: &mut Command, row: &LeaseRow<'_>) -> Result<()> {
    let LeaseRow { ask, term, .. } = row;
    cx.execute(
        "UPDATE leases SET pool_id = $2, grant_id = $3, version = $4, privacy = $5, seq = $6, issued_at = $7,
            refresh_after = $8, expires_at = $9, asked_key = $10, asked_digest = $11
         WHERE id = $1",
        &[
            &term.lease,
            &row.pool,
            &ask.consent,
            &ask.version,
            &row.privacy,
            &term.seq,
            &term.issued_at,
            &term.refresh_after,
            &term.expires_at,
            &ask.asked_key,
            &ask.asked_digest,
        ],
    )
    .map(|_| ())
}

/// Those whose time is over; nobody did it, so it is no event.
pub(crate) fn end_run_out(cx: &mut Command, person: PersonId, product: ProductId) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE leases SET ended_at = $3, ended_by = 'time'
         WHERE person_id = $1 AND product_id = $2 AND ended_at IS NULL AND expires_at <= $3",
        &[&person, &product, &now],
    )
    .map(|_| ())
}

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

pub(crate) fn end(cx: &mut Command, lease: LeaseId, by: By) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE leases SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL",
        &[&lease, &now, &by.name()],
    )
    .map(|_| ())
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
            seen_at: row.take()?,
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
        "SELECT d.id, d.name, d.platform, d.seen_at, l.id, p.id, p.name, p.icon, l.version, l.expires_at, l.ended_at
         FROM leases l
         JOIN devices d ON d.id = l.device_id
         JOIN products p ON p.id = l.product_id
         WHERE l.person_id = $1 AND l.expires_at > $2 AND (l.ended_at IS NULL OR l.ended_by <> 'program')
         ORDER BY d.seen_at DESC, d.id, p.name, l.id DESC LIMIT $3",
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
