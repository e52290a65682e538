//! Every SQL statement of the room; what is read about devices and ended leases is in `reads`.

mod reads;

pub(crate) use reads::{device, lease_of, lines, offline_until, open_leases};

use crate::{AskForLease, Holding, OpenLease, ended::By, granted::Term, holding::Machine};
use kernel::{ConsentId, DeviceId, LeaseId, PersonId, PoolId, ProductId, Result, clock::days};
use store::{Command, FromRow, Read, Row, Spent};

/// Leases that have been over for a term and a month, so that a renewal can look back on the year before. The newest of
/// a device and a product stays: the numbers of the next ones go on from it.
pub(crate) const SPENT_LEASES: Spent = Spent {
    table: "leases",
    key: "id",
    over: "expires_at < $1 AND (ended_at IS NULL OR ended_at < $1) AND EXISTS (
        SELECT 1 FROM leases next WHERE next.device_id = leases.device_id AND next.product_id = leases.product_id
        AND next.seq > leases.seq)",
    kept: days(400),
};

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
            privacy: row.take()?,
            machine: Machine { public_key: row.take()?, name: row.take()?, platform: row.take()? },
        })
    }
}

pub(crate) fn holding(cx: &mut Read, person: PersonId, product: ProductId) -> Result<Holding> {
    let open = cx.all(
        "SELECT l.id, l.device_id, d.fingerprint, l.seq, l.created_at, l.issued_at, l.refresh_after, l.expires_at,
            l.asked_key, l.asked_digest, l.privacy, d.public_key, d.name, d.platform
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
        "INSERT INTO devices (id, person_id, fingerprint, public_key, name, platform, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (person_id, fingerprint) DO UPDATE SET public_key = $4, name = COALESCE($5, devices.name),
            platform = $6
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

/// The leases of those whose seat has gone from the one pool to the other.
pub(crate) fn follow(cx: &mut Command, pool: PoolId, into: PoolId) -> Result<()> {
    cx.execute(
        "UPDATE leases SET pool_id = $2 WHERE pool_id = $1
         AND person_id IN (SELECT a.person_id FROM assignments a WHERE a.pool_id = $2)
         AND person_id NOT IN (SELECT b.person_id FROM assignments b WHERE b.pool_id = $1)",
        &[&pool, &into],
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

pub(crate) fn end(cx: &mut Command, lease: LeaseId, by: By) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE leases SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL",
        &[&lease, &now, &by.name()],
    )
    .map(|_| ())
}
