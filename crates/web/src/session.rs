//! Signed-in sessions: a random cookie, kept as a hash, with an idle and an absolute end.

mod queries;

use kernel::{
    Actor, ContractId, Grant, Lang, OrganizationId, PartnerId, PersonId, Result, Role, Scope, Secret,
    SessionId, TeamId, Timestamp,
    clock::{days, hours, minutes},
};
use std::time::Duration;
use store::{Command, FromRow, Read, Row, Spent};

/// Ends after this long without a visit; `stay` is the box "stay signed in". Its cookie is renewed by each visit, and
/// never outlives the absolute end.
pub const fn idle_limit(stay: bool) -> Duration {
    if stay { days(14) } else { hours(12) }
}
const ABSOLUTE_LIMIT: Duration = days(30);

/// Sessions that are over. Browser and address stay for a month, for whoever asks afterwards who was in; then they are
/// nobody's business any more.
pub const SPENT: Spent =
    Spent { table: "sessions", key: "id", over: "expires_at < $1 OR ended_at < $1", kept: days(30) };

/// A role of the visitor, with the names that the frame shows.
#[derive(Debug, Clone)]
pub struct Place {
    pub grant: Grant,
    /// The team, contract number or partner.
    pub name: String,
    pub organization_name: String,
    /// Since when the team rests; menus leave it out.
    pub archived_at: Option<Timestamp>,
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub session: SessionId,
    /// When the password was given.
    pub signed_in_at: Timestamp,
    /// Whether the session stays when the browser is closed.
    pub stays: bool,
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
        let grants = self.places.iter().map(|place| place.grant).collect();
        let signed_in_at = Some(self.signed_in_at);
        Actor { signed_in_at, ..Actor::person(self.person, self.email.clone(), grants) }
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
    let (id, token) = (cx.id(), cx.secret("ses"));
    let user_agent: String = user_agent.chars().filter(|c| !c.is_control()).take(300).collect();
    let new = queries::NewSession { id, token: &token, person, stay, user_agent: &user_agent, address };
    queries::insert(cx, &new)?;
    Ok((id, token))
}

/// Ends one session of the person; whether there was one to end.
pub fn end(cx: &mut Command, person: PersonId, session: SessionId) -> Result<bool> {
    queries::end(cx, person, session)
}

/// Ends all sessions of a person but one; how many.
pub fn end_others(cx: &mut Command, person: PersonId, but: Option<SessionId>) -> Result<u64> {
    queries::end_others(cx, person, but)
}

/// The open sessions of a person, latest first.
pub fn open_sessions(cx: &mut Read, person: PersonId) -> Result<Vec<SessionRow>> {
    queries::open_sessions(cx, person)
}

/// The visitor of a cookie.
pub(crate) fn visitor(cx: &mut Read, token: &Secret) -> Result<Option<Found>> {
    let Some(mut found) = queries::visitor(cx, token)? else { return Ok(None) };
    found.visitor.places = places(cx, found.visitor.person)?;
    Ok(Some(found))
}

pub(crate) struct Found {
    pub visitor: Visitor,
    seen_at: Timestamp,
    expires_at: Timestamp,
}

impl Found {
    /// Whether it is time to note that they were here.
    pub fn touch_is_due(&self, now: Timestamp) -> bool {
        now.since(self.seen_at) > minutes(1)
    }
    /// How long the cookie is to live from now on; None when it goes with the browser.
    pub fn cookie_age(&self, now: Timestamp) -> Option<Duration> {
        self.visitor.stays.then(|| idle_limit(true).min(self.expires_at.since(now)))
    }
}

impl FromRow for Found {
    fn from_row(row: &mut Row) -> Result<Self> {
        let session = row.take()?;
        let (seen_at, expires_at) = (row.take()?, row.take()?);
        let visitor = Visitor {
            session,
            stays: row.take()?,
            signed_in_at: row.take()?,
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            lang: row.take()?,
            time_zone: row.take()?,
            scheme: row.take()?,
            places: vec![],
        };
        Ok(Found { visitor, seen_at, expires_at })
    }
}

/// Every role that the person holds, teams first by name.
pub fn places(cx: &mut Read, person: PersonId) -> Result<Vec<Place>> {
    queries::places(cx, person)
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
        Ok(Place {
            grant: Grant { role, scope },
            name: row.take()?,
            organization_name: row.take()?,
            archived_at: row.take()?,
        })
    }
}

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T> {
    text.parse().map_err(kernel::Error::fault)
}

pub(crate) fn touch(cx: &mut Command, session: SessionId) -> Result<()> {
    cx.quiet();
    queries::touch(cx, session)
}
