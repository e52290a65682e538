//! Signed-in sessions: a random cookie, kept as a hash, with an idle and an absolute end.

use kernel::{
    Actor, ContractId, Grant, Lang, OrganizationId, PartnerId, PersonId, Result, Role, Scope, Secret,
    SessionId, TeamId, Timestamp,
    clock::{days, hours, minutes},
};
use std::time::Duration;
use store::{Command, FromRow, Read, Row};

/// Ends after this long without a visit; `stay` is the box "stay signed in". Its cookie is renewed by each visit, and
/// never outlives the absolute end.
pub const fn idle_limit(stay: bool) -> Duration {
    if stay { days(14) } else { hours(12) }
}
const ABSOLUTE_LIMIT: Duration = days(30);

/// A role of the visitor, with the names that the frame shows.
#[derive(Debug, Clone)]
pub struct Place {
    pub grant: Grant,
    /// The team, contract number or partner.
    pub name: String,
    pub organization_name: String,
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub session: SessionId,
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub lang: Lang,
    pub time_zone: String,
    pub scheme: String,
    pub places: Vec<Place>,
}

impl Visitor {
    pub fn actor(&self) -> Actor {
        Actor::person(self.person, self.email.clone(), self.places.iter().map(|place| place.grant).collect())
    }
    /// The teams of the visitor, with the role there.
    pub fn teams(&self) -> impl Iterator<Item = (TeamId, OrganizationId, &Place)> {
        self.places.iter().filter_map(|place| match place.grant.scope {
            Scope::Team(team, organization) => Some((team, organization, place)),
            _ => None,
        })
    }
    /// The teams that the visitor administers (mission S5).
    pub fn administered(&self) -> impl Iterator<Item = (TeamId, OrganizationId, &Place)> {
        self.teams().filter(|(_, _, place)| place.grant.role.is_team_admin())
    }
    pub fn holds(&self, role: Role) -> bool {
        self.places.iter().any(|place| place.grant.role == role)
    }
    /// The visitor's time zone; UTC where the name is not known any more.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.time_zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// One session, for the list under the profile.
#[derive(Debug, Clone)]
pub struct SessionRow {
    pub id: SessionId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub user_agent: String,
    pub address: String,
}

impl FromRow for SessionRow {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(SessionRow {
            id: row.take()?,
            created_at: row.take()?,
            seen_at: row.take()?,
            user_agent: row.take()?,
            address: row.take()?,
        })
    }
}

/// Makes a session; the token goes into the cookie and nowhere else.
pub fn begin(
    cx: &mut Command,
    person: PersonId,
    stay: bool,
    user_agent: &str,
    address: &str,
) -> Result<(SessionId, Secret)> {
    let (id, token, now) = (cx.id(), cx.secret("ses"), cx.now());
    let user_agent: String = user_agent.chars().filter(|c| !c.is_control()).take(300).collect();
    cx.execute(
        "INSERT INTO sessions (id, token_hash, person_id, created_at, seen_at, expires_at, stay, user_agent, address)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)",
        &[&id, &token.hash(), &person, &now, &now.plus(ABSOLUTE_LIMIT), &stay, &user_agent, &address],
    )?;
    Ok((id, token))
}

/// Ends one session of the person; whether there was one to end.
pub fn end(cx: &mut Command, person: PersonId, session: SessionId) -> Result<bool> {
    let now = cx.now();
    let ended = cx.execute(
        "UPDATE sessions SET ended_at = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL",
        &[&session, &person, &now],
    )?;
    Ok(ended > 0)
}

/// Ends all sessions of a person but one; how many.
pub fn end_others(cx: &mut Command, person: PersonId, but: Option<SessionId>) -> Result<u64> {
    let (now, but) = (cx.now(), but.map(|id| id.to_string()).unwrap_or_default());
    cx.execute(
        "UPDATE sessions SET ended_at = $3 WHERE person_id = $1 AND id <> $2 AND ended_at IS NULL",
        &[&person, &but, &now],
    )
}

/// The open sessions of a person, latest first.
pub fn open_sessions(cx: &mut Read, person: PersonId) -> Result<Vec<SessionRow>> {
    let now = cx.now();
    cx.all(
        "SELECT id, created_at, seen_at, user_agent, address FROM sessions
         WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2
         AND seen_at > CASE WHEN stay = 1 THEN CAST($3 AS BIGINT) ELSE CAST($4 AS BIGINT) END
         ORDER BY seen_at DESC, id DESC LIMIT 200",
        &[&person, &now, &now.minus(idle_limit(true)), &now.minus(idle_limit(false))],
    )
}

/// The visitor of a cookie.
pub(crate) fn visitor(cx: &mut Read, token: &Secret) -> Result<Option<Found>> {
    let now = cx.now();
    let Some(mut found) = cx.opt::<Found>(
        "SELECT s.id, s.seen_at, s.expires_at, s.stay, p.id, p.first_name, p.last_name, p.email, p.language, p.time_zone, p.scheme
         FROM sessions s JOIN people p ON p.id = s.person_id
         WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
         AND s.seen_at > CASE WHEN s.stay = 1 THEN CAST($3 AS BIGINT) ELSE CAST($4 AS BIGINT) END",
        &[&token.hash(), &now, &now.minus(idle_limit(true)), &now.minus(idle_limit(false))],
    )?
    else {
        return Ok(None);
    };
    found.visitor.places = places(cx, found.visitor.person)?;
    Ok(Some(found))
}

pub(crate) struct Found {
    pub visitor: Visitor,
    seen_at: Timestamp,
    expires_at: Timestamp,
    stays: bool,
}

impl Found {
    /// Whether it is time to note that they were here.
    pub fn touch_is_due(&self, now: Timestamp) -> bool {
        now.since(self.seen_at) > minutes(1)
    }
    /// How long the cookie is to live from now on; None when it goes with the browser.
    pub fn cookie_age(&self, now: Timestamp) -> Option<Duration> {
        self.stays.then(|| idle_limit(true).min(self.expires_at.since(now)))
    }
}

impl FromRow for Found {
    fn from_row(row: &mut Row) -> Result<Self> {
        let session = row.take()?;
        let (seen_at, expires_at, stays) = (row.take()?, row.take()?, row.take()?);
        let visitor = Visitor {
            session,
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            lang: row.take()?,
            time_zone: row.take()?,
            scheme: row.take()?,
            places: vec![],
        };
        Ok(Found { visitor, seen_at, expires_at, stays })
    }
}

/// Every role that the person holds, teams first by name.
pub fn places(cx: &mut Read, person: PersonId) -> Result<Vec<Place>> {
    cx.all(
        "SELECT role, scope, scope_id, organization_id, scope_name, organization_name FROM grants
         WHERE person_id = $1 ORDER BY organization_name, scope_name, scope_id",
        &[&person],
    )
}

impl FromRow for Place {
    fn from_row(row: &mut Row) -> Result<Self> {
        let (role, scope): (Role, String) = (row.take()?, row.take()?);
        let (id, organization): (String, String) = (row.take()?, row.take()?);
        let scope = match scope.as_str() {
            "vendor" => Scope::Vendor,
            "partner" => Scope::Partner(read::<PartnerId>(&id)?),
            "team" => Scope::Team(read(&id)?, read(&organization)?),
            _ => Scope::Contract(read::<ContractId>(&id)?, read(&organization)?),
        };
        Ok(Place { grant: Grant { role, scope }, name: row.take()?, organization_name: row.take()? })
    }
}

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T> {
    text.parse().map_err(kernel::Error::fault)
}

pub(crate) fn touch(cx: &mut Command, session: SessionId, person: PersonId) -> Result<()> {
    cx.quiet();
    let now = cx.now();
    // The person before the session, as everybody who ends sessions holds them: so no two wait for each other.
    cx.execute("UPDATE people SET seen_at = $2 WHERE id = $1", &[&person, &now])?;
    cx.execute("UPDATE sessions SET seen_at = $2 WHERE id = $1", &[&session, &now])?;
    Ok(())
}
