//! The SQL of sessions.

use super::{ABSOLUTE_LIMIT, Found, Place, SessionRow, idle_limit};
use kernel::{PersonId, Result, Secret, SessionId};
use store::{Command, Read};

pub(super) struct NewSession<'a> {
    pub id: SessionId,
    pub token: &'a Secret,
    pub person: PersonId,
    pub stay: bool,
    pub user_agent: &'a str,
    pub address: &'a str,
}

pub(super) fn insert(cx: &mut Command, new: &NewSession<'_>) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO sessions (id, token_hash, person_id, created_at, seen_at, expires_at, stay, user_agent, address)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)",
        &[
            &new.id,
            &new.token.hash(),
            &new.person,
            &now,
            &now.plus(ABSOLUTE_LIMIT),
            &new.stay,
            &new.user_agent,
            &new.address,
        ],
    )?;
    Ok(())
}

pub(super) fn end(cx: &mut Command, person: PersonId, session: SessionId) -> Result<bool> {
    let now = cx.now();
    let ended = cx.execute(
        "UPDATE sessions SET ended_at = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL",
        &[&session, &person, &now],
    )?;
    Ok(ended > 0)
}

pub(super) fn end_others(cx: &mut Command, person: PersonId, but: Option<SessionId>) -> Result<u64> {
    let (now, but) = (cx.now(), but.map(|id| id.to_string()).unwrap_or_default());
    cx.execute(
        "UPDATE sessions SET ended_at = $3 WHERE person_id = $1 AND id <> $2 AND ended_at IS NULL",
        &[&person, &but, &now],
    )
}

pub(super) fn open_sessions(cx: &mut Read, person: PersonId) -> Result<Vec<SessionRow>> {
    let now = cx.now();
    cx.all(
        "SELECT id, created_at, seen_at, user_agent, address FROM sessions
         WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2
         AND seen_at > CASE WHEN stay = 1 THEN CAST($3 AS BIGINT) ELSE CAST($4 AS BIGINT) END
         ORDER BY seen_at DESC, id DESC LIMIT 200",
        &[&person, &now, &now.minus(idle_limit(true)), &now.minus(idle_limit(false))],
    )
}

/// The session and its person; the places come by another question.
pub(super) fn visitor(cx: &mut Read, token: &Secret) -> Result<Option<Found>> {
    let now = cx.now();
    cx.opt(
        "SELECT s.id, s.seen_at, s.expires_at, s.stay, s.created_at, p.id, p.first_name, p.last_name, p.email, p.language,
            p.time_zone, p.scheme
         FROM sessions s JOIN people p ON p.id = s.person_id
         WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
         AND s.seen_at > CASE WHEN s.stay = 1 THEN CAST($3 AS BIGINT) ELSE CAST($4 AS BIGINT) END",
        &[&token.hash(), &now, &now.minus(idle_limit(true)), &now.minus(idle_limit(false))],
    )
}

pub(super) fn places(cx: &mut Read, person: PersonId) -> Result<Vec<Place>> {
    cx.all(
        "SELECT role, scope, scope_id, organization_id, scope_name, organization_name, archived_at FROM grants
         WHERE person_id = $1 ORDER BY organization_name, scope_name, scope_id",
        &[&person],
    )
}

pub(super) fn touch(cx: &mut Command, session: SessionId) -> Result<()> {
    let now = cx.now();
    cx.execute("UPDATE sessions SET seen_at = $2 WHERE id = $1", &[&session, &now])?;
    Ok(())
}
