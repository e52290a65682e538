//! What is known of a pool before seats go from it to another team.

use crate::{
    moving::plan::{Goer, Level, Place, PoolFacts},
    pool::Pool,
    queries,
};
use kernel::{AssignmentId, OfferingId, PersonId, PoolId, Result, Role, TeamId, Timestamp};
use store::{FromRow, Read, Row};

/// Whose seats go along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    Nobody,
    /// So many as would have no seat otherwise: first who is in the other team as well, then those who would lose the seat
    /// first, who came last and are not pinned. When no seat stays, everybody, the line too.
    AsNeeded,
    People(Vec<PersonId>),
}

/// `to` is the pool of the other team, if that one has any seats of the offering.
pub fn pool_facts(
    cx: &mut Read,
    (from, to, to_team): (&Pool, Option<&Pool>, TeamId),
    seats: i64,
    whose: &Whose,
) -> Result<PoolFacts> {
    let (here, there) = (Level::of(from), to.map(Level::of).unwrap_or_default());
    let pair = (from.id, to.map(|pool| pool.id), from.team, to_team);
    let needed = here.assigned - (here.capacity - seats).max(0);
    let found = match whose {
        Whose::Nobody => vec![],
        Whose::AsNeeded if seats >= here.capacity => queries::goers(cx, pair, None)?,
        Whose::AsNeeded => queries::goers_needed(cx, pair, needed.max(0))?,
        Whose::People(people) => queries::goers(cx, pair, Some(people))?,
    };
    let goers = found.into_iter().map(Found::goer).collect();
    Ok(PoolFacts { here, there, seats, goers })
}

/// The pool of the offering in the team. It asks for no permission, like all in this module: the caller has checked that.
pub fn pool_of(cx: &mut Read, team: TeamId, offering: OfferingId) -> Result<Option<Pool>> {
    queries::pool_of(cx, team, offering)
}

/// A row of the question who goes.
pub(crate) struct Found {
    pub person: PersonId,
    pub here: Place,
    pub there: Option<Place>,
    pub along_here: bool,
    pub excepted_here: bool,
    pub along_there: bool,
    pub excepted_there: bool,
    pub role: Option<Role>,
    pub has_more: bool,
}

impl Found {
    /// Who has nothing else in the team leaves it; an admin stays.
    fn goer(self) -> Goer {
        let is_admin = self.role.is_some_and(Role::is_team_admin);
        Goer {
            person: self.person,
            here: self.here,
            there: self.there,
            comes_along_here: self.along_here && !self.excepted_here,
            comes_along_there: self.along_there && !self.excepted_there,
            leaves: !self.has_more && !is_admin,
        }
    }
}

impl FromRow for Found {
    fn from_row(row: &mut Row) -> Result<Self> {
        let person = row.take()?;
        let here = Place {
            id: row.take()?,
            since: row.take()?,
            waits: row.take::<Option<Timestamp>>()?.is_some(),
            direct: row.take()?,
        };
        let (id, since): (Option<AssignmentId>, Option<Timestamp>) = (row.take()?, row.take()?);
        let (suspended, direct): (Option<Timestamp>, Option<bool>) = (row.take()?, row.take()?);
        let there = id.zip(since).map(|(id, since)| Place {
            id,
            since,
            waits: suspended.is_some(),
            direct: direct.unwrap_or_default(),
        });
        Ok(Found {
            person,
            here,
            there,
            along_here: row.take()?,
            excepted_here: row.take()?,
            along_there: row.take()?,
            excepted_there: row.take()?,
            role: row.take()?,
            has_more: row.take()?,
        })
    }
}

/// From which pool, into which one, of which team, of which other team.
pub(crate) type Pair = (PoolId, Option<PoolId>, TeamId, TeamId);
