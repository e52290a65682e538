//! Every SQL statement about programs, grants and tokens.

use super::{
    access::ProgramToken,
    device_code::{AskedDevice, NewDeviceCode},
    device_request::DeviceRequest,
    grant::{CodeRow, Connected, Grant, Holder, NewGrant, RefreshRow},
    pkce::Challenge,
    program::{COLUMNS, Program, RegisterProgram},
    redirect::RedirectUri,
    scope::Scopes,
    user_code::UserCode,
};
use kernel::{ConsentId, Error, KeyId, PersonId, Result, Secret, SessionId, Timestamp, clock::days};
use store::{Command, FromRow, Read, Row, Spent};

/// Codes and tokens, from a day after their end: until then a late program hears what was wrong with it. Grants stay:
/// they say who allowed what.
pub(super) const SPENT: [Spent; 4] = [
    spent("authorization_codes", "code_hash"),
    spent("access_tokens", "token_hash"),
    spent("refresh_tokens", "token_hash"),
    spent("device_codes", "code_hash"),
];

const fn spent(table: &'static str, key: &'static str) -> Spent {
    Spent { table, key, over: "expires_at < $1", kept: days(1) }
}

pub(crate) fn program(cx: &mut Read, client_id: &str) -> Result<Option<Program>> {
    cx.opt(&format!("SELECT {COLUMNS} FROM programs WHERE client_id = $1"), &[&client_id])
}

pub(super) fn programs(cx: &mut Read) -> Result<Vec<Program>> {
    cx.all(&format!("SELECT {COLUMNS} FROM programs ORDER BY name, client_id LIMIT 1000"), &[])
}

pub(super) fn insert_program(
    cx: &mut Command,
    ask: &RegisterProgram,
    secret: Option<&Secret>,
) -> Result<bool> {
    let uris: Vec<_> = ask.redirect_uris.iter().map(RedirectUri::as_str).collect();
    let uris = serde_json::to_string(&uris).map_err(Error::fault)?;
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO programs (client_id, name, product_slug, kind, redirect_uris, scopes, created_at, secret_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (client_id) DO NOTHING",
        &[
            &ask.client_id,
            &ask.name.as_str(),
            &ask.product,
            &ask.kind.name(),
            &uris,
            &ask.scopes.to_string(),
            &now,
            &secret.map(Secret::hash),
        ],
    )?;
    Ok(inserted == 1)
}

pub(super) fn set_secret(cx: &mut Command, client_id: &str, secret: &Secret) -> Result<()> {
    cx.execute("UPDATE programs SET secret_hash = $2 WHERE client_id = $1", &[&client_id, &secret.hash()])?;
    Ok(())
}

/// When the person signed in to this session.
pub(super) fn signed_in_at(cx: &mut Read, person: PersonId, session: SessionId) -> Result<Timestamp> {
    let row = cx.one::<(Timestamp,)>(
        "SELECT created_at FROM sessions WHERE id = $1 AND person_id = $2 AND ended_at IS NULL",
        &[&session, &person],
    )?;
    Ok(row.0)
}

pub(super) fn approved_scopes(cx: &mut Read, person: PersonId, client_id: &str) -> Result<Option<Scopes>> {
    let row = cx.opt::<(Scopes,)>(
        "SELECT scopes FROM program_approvals WHERE person_id = $1 AND client_id = $2",
        &[&person, &client_id],
    )?;
    Ok(row.map(|row| row.0))
}

pub(super) fn approve(cx: &mut Command, person: PersonId, client_id: &str, scopes: &Scopes) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO program_approvals (person_id, client_id, scopes, approved_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, client_id) DO UPDATE SET scopes = $3, approved_at = $4",
        &[&person, &client_id, &scopes.to_string(), &now],
    )?;
    Ok(())
}

pub(super) fn forget_approval(cx: &mut Command, person: PersonId, client_id: &str) -> Result<bool> {
    let gone = cx.execute(
        "DELETE FROM program_approvals WHERE person_id = $1 AND client_id = $2",
        &[&person, &client_id],
    )?;
    Ok(gone == 1)
}

pub(super) fn insert_grant(cx: &mut Command, id: ConsentId, new: &NewGrant) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO program_grants (id, person_id, client_id, scopes, device_name, program_version, address,
            signed_in_at, created_at, used_at, expires_at, used_generation)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, 0)",
        &[
            &id,
            &new.person,
            &new.client_id,
            &new.scopes.to_string(),
            &new.device_name,
            &new.program_version,
            &new.address,
            &new.signed_in_at,
            &now,
            &new.expires_at,
        ],
    )?;
    Ok(())
}

/// The grant, locked until the command ends.
pub(super) fn grant(cx: &mut Command, id: ConsentId) -> Result<Option<Grant>> {
    cx.opt(
        "SELECT id, person_id, client_id, scopes, signed_in_at, used_generation, ended_at
         FROM program_grants WHERE id = $1 FOR UPDATE",
        &[&id],
    )
}

pub(super) fn use_grant(cx: &mut Command, id: ConsentId, generation: i64, until: Timestamp) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE program_grants SET used_generation = $2, used_at = $3, expires_at = $4 WHERE id = $1",
        &[&id, &generation, &now, &until],
    )?;
    Ok(())
}

pub(super) fn touch_grant(cx: &mut Command, id: ConsentId) -> Result<()> {
    let now = cx.now();
    cx.execute("UPDATE program_grants SET used_at = $2 WHERE id = $1", &[&id, &now])?;
    Ok(())
}

/// Whose grant was ended; None when it was over already.
pub(super) fn end_grant(
    cx: &mut Command,
    id: ConsentId,
    by: &str,
) -> Result<Option<(ConsentId, PersonId, String)>> {
    let now = cx.now();
    cx.returning(
        "UPDATE program_grants SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL
         RETURNING id, person_id, client_id",
        &[&id, &now, &by],
    )
}

pub(super) fn end_grants_of(
    cx: &mut Command,
    person: PersonId,
    client_id: Option<&str>,
    by: &str,
) -> Result<Vec<(ConsentId, PersonId, String)>> {
    let (now, any) = (cx.now(), client_id.is_none());
    cx.returning_all(
        "UPDATE program_grants SET ended_at = $3, ended_by = $4
         WHERE person_id = $1 AND ended_at IS NULL AND ($5 = 1 OR client_id = $2)
         RETURNING id, person_id, client_id",
        &[&person, &client_id.unwrap_or_default(), &now, &by, &any],
    )
}

/// What a person allowed on devices, and is still in use; latest first.
pub(super) fn connected(cx: &mut Read, person: PersonId) -> Result<Vec<Connected>> {
    let now = cx.now();
    cx.all(
        "SELECT g.id, p.client_id, p.name, g.device_name, g.program_version, g.address, g.created_at, g.used_at
         FROM program_grants g JOIN programs p ON p.client_id = g.client_id
         WHERE g.person_id = $1 AND g.ended_at IS NULL AND g.expires_at > $2 AND p.kind = 'public'
         ORDER BY g.used_at DESC, g.id DESC LIMIT 200",
        &[&person, &now],
    )
}

/// The confidential programs that a person allowed: client id, name, when.
pub(super) fn approvals(cx: &mut Read, person: PersonId) -> Result<Vec<(String, String, Timestamp)>> {
    cx.all(
        "SELECT p.client_id, p.name, a.approved_at
         FROM program_approvals a JOIN programs p ON p.client_id = a.client_id
         WHERE a.person_id = $1 ORDER BY p.name, p.client_id LIMIT 200",
        &[&person],
    )
}

pub(super) fn insert_code(
    cx: &mut Command,
    code: &Secret,
    grant: ConsentId,
    asked: &super::authorization::Authorization,
    until: Timestamp,
) -> Result<()> {
    cx.execute(
        "INSERT INTO authorization_codes (code_hash, grant_id, redirect_uri, challenge, nonce, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            &code.hash(),
            &grant,
            &asked.redirect.as_str(),
            &asked.challenge.as_ref().map(Challenge::as_str),
            &asked.nonce,
            &until,
        ],
    )?;
    Ok(())
}

pub(super) fn code(cx: &mut Read, code: &Secret) -> Result<Option<CodeRow>> {
    cx.opt(
        "SELECT grant_id, redirect_uri, challenge, nonce, expires_at, used_at FROM authorization_codes
         WHERE code_hash = $1",
        &[&code.hash()],
    )
}

/// Whether this was the first use.
pub(super) fn use_code(cx: &mut Command, code: &Secret) -> Result<bool> {
    let now = cx.now();
    let used = cx.execute(
        "UPDATE authorization_codes SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL",
        &[&code.hash(), &now],
    )?;
    Ok(used == 1)
}

pub(super) fn insert_access(
    cx: &mut Command,
    token: &Secret,
    grant: ConsentId,
    scopes: &Scopes,
    until: Timestamp,
) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO access_tokens (token_hash, grant_id, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        &[&token.hash(), &grant, &scopes.to_string(), &now, &until],
    )?;
    Ok(())
}

pub(super) fn insert_refresh(
    cx: &mut Command,
    token: &Secret,
    grant: ConsentId,
    generation: i64,
    until: Timestamp,
) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO refresh_tokens (token_hash, grant_id, generation, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        &[&token.hash(), &grant, &generation, &now, &until],
    )?;
    Ok(())
}

pub(super) fn refresh(cx: &mut Read, token: &Secret) -> Result<Option<RefreshRow>> {
    cx.opt(
        "SELECT r.grant_id, g.client_id, g.person_id, g.scopes, r.generation, r.created_at, r.expires_at,
            CASE WHEN g.ended_at IS NULL THEN 1 ELSE 0 END
         FROM refresh_tokens r JOIN program_grants g ON g.id = r.grant_id WHERE r.token_hash = $1",
        &[&token.hash()],
    )
}

/// The same for an access token, whose generation is 0.
pub(super) fn access(cx: &mut Read, token: &Secret) -> Result<Option<RefreshRow>> {
    cx.opt(
        "SELECT a.grant_id, g.client_id, g.person_id, a.scopes, CAST(0 AS BIGINT), a.created_at, a.expires_at,
            CASE WHEN g.ended_at IS NULL THEN 1 ELSE 0 END
         FROM access_tokens a JOIN program_grants g ON g.id = a.grant_id WHERE a.token_hash = $1",
        &[&token.hash()],
    )
}

/// Who a living access token speaks for, and when its grant was last seen in use.
pub(super) fn bearer(cx: &mut Read, token: &Secret) -> Result<Option<(ProgramToken, Timestamp)>> {
    let now = cx.now();
    cx.opt::<Bearer>(
        "SELECT g.person_id, u.email, g.client_id, p.product_slug, a.scopes, g.id, g.used_at
         FROM access_tokens a JOIN program_grants g ON g.id = a.grant_id
         JOIN programs p ON p.client_id = g.client_id JOIN people u ON u.id = g.person_id
         WHERE a.token_hash = $1 AND a.expires_at > $2 AND g.ended_at IS NULL",
        &[&token.hash(), &now],
    )
    .map(|row| row.map(|row| row.0))
}

struct Bearer((ProgramToken, Timestamp));

impl FromRow for Bearer {
    fn from_row(row: &mut Row) -> Result<Self> {
        let token = ProgramToken {
            person: row.take()?,
            email: row.take()?,
            client_id: row.take()?,
            product: row.take()?,
            scopes: row.take()?,
            consent: row.take()?,
        };
        Ok(Bearer((token, row.take()?)))
    }
}

pub(super) fn holder(cx: &mut Read, person: PersonId) -> Result<Holder> {
    cx.one(
        "SELECT id, first_name, last_name, email, verified_at, language, time_zone FROM people WHERE id = $1",
        &[&person],
    )
}

/// Whether the letters were free.
pub(super) fn insert_device_code(cx: &mut Command, code: &Secret, new: &NewDeviceCode) -> Result<bool> {
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO device_codes (code_hash, user_code, client_id, scopes, device_name, program_version, address,
            created_at, expires_at, poll_interval)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (user_code) DO NOTHING",
        &[
            &code.hash(),
            &new.user_code.letters(),
            &new.client_id,
            &new.scopes.to_string(),
            &new.device_name,
            &new.program_version,
            &new.address,
            &now,
            &new.expires_at,
            &new.interval,
        ],
    )?;
    Ok(inserted == 1)
}

const DEVICE: &str = "expires_at, poll_interval, polled_at, grant_id, denied_at, used_at";

/// The request behind a device code, locked until the command ends, if it is of this program.
pub(super) fn device_request(
    cx: &mut Command,
    code: &Secret,
    client_id: &str,
) -> Result<Option<DeviceRequest>> {
    cx.opt(
        &format!("SELECT {DEVICE} FROM device_codes WHERE code_hash = $1 AND client_id = $2 FOR UPDATE"),
        &[&code.hash(), &client_id],
    )
}

impl FromRow for DeviceRequest {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(DeviceRequest {
            expires_at: row.take()?,
            interval: row.take()?,
            polled_at: row.take()?,
            grant: row.take()?,
            denied: row.take::<Option<Timestamp>>()?.is_some(),
            used: row.take::<Option<Timestamp>>()?.is_some(),
        })
    }
}

pub(super) fn device_by_user_code(cx: &mut Read, code: &UserCode) -> Result<Option<AskedDevice>> {
    cx.opt(
        "SELECT d.client_id, p.name, d.scopes, d.device_name, d.program_version, d.address, d.created_at, d.expires_at,
            d.user_code
         FROM device_codes d JOIN programs p ON p.client_id = d.client_id
         WHERE d.user_code = $1 AND d.grant_id IS NULL AND d.denied_at IS NULL",
        &[&code.letters()],
    )
}

/// Whether it was still open.
pub(super) fn decide_device(cx: &mut Command, code: &UserCode, grant: Option<ConsentId>) -> Result<bool> {
    let now = cx.now();
    let denied_at = grant.is_none().then_some(now);
    let decided = cx.execute(
        "UPDATE device_codes SET grant_id = $2, denied_at = $3
         WHERE user_code = $1 AND grant_id IS NULL AND denied_at IS NULL AND expires_at > $4",
        &[&code.letters(), &grant, &denied_at, &now],
    )?;
    Ok(decided == 1)
}

pub(super) fn note_poll(cx: &mut Command, code: &Secret, interval: i64, used: bool) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE device_codes SET polled_at = $2, poll_interval = $3, used_at = $4 WHERE code_hash = $1",
        &[&code.hash(), &now, &interval, &used.then_some(now)],
    )?;
    Ok(())
}

pub(super) fn signing_key(cx: &mut Read, purpose: &str) -> Result<Option<(KeyId, Vec<u8>)>> {
    cx.opt(
        "SELECT id, private_key FROM signing_keys WHERE purpose = $1 AND retired_at IS NULL
         ORDER BY created_at, id LIMIT 1",
        &[&purpose],
    )
}

pub(super) fn public_keys(cx: &mut Read, purpose: &str) -> Result<Vec<(String,)>> {
    cx.all(
        "SELECT public_key FROM signing_keys WHERE purpose = $1 AND retired_at IS NULL ORDER BY created_at, id",
        &[&purpose],
    )
}

pub(super) fn insert_key(
    cx: &mut Command,
    id: KeyId,
    purpose: &str,
    private: &Vec<u8>,
    public: &str,
) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO signing_keys (id, purpose, private_key, public_key, created_at) VALUES ($1, $2, $3, $4, $5)",
        &[&id, &purpose, private, &public, &now],
    )?;
    Ok(())
}
