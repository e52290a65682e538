//! Organizations and their teams.

use crate::{
    Refused,
    events::{MemberAdded, OrganizationFounded, TeamFounded},
    queries::{self, TeamWindow},
};
use kernel::{
    Actor, Error, Name, OrganizationId, Permission, PersonId, Result, Role, Scope, TeamId, Timestamp, Who,
};
use store::{Command, FromRow, Read, Row};

/// A customer company. The vendor knows it by its customer number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    pub id: OrganizationId,
    pub number: String,
    pub name: String,
}

impl FromRow for Organization {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Organization { id: row.take()?, number: row.take()?, name: row.take()? })
    }
}

/// A set of people with their own admins and their own seat pools.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    /// Since when it rests: it takes no people, seats and orders, and lists leave it out.
    pub archived_at: Option<Timestamp>,
}

impl Team {
    pub fn scope(&self) -> Scope {
        Scope::Team(self.id, self.organization)
    }
    /// Whether it takes people, seats and orders.
    pub fn is_open(&self) -> Result<(), Refused> {
        match self.archived_at {
            Some(_) => Err(Refused::TeamArchived { team: self.name.clone() }),
            None => Ok(()),
        }
    }
}

impl FromRow for Team {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Team {
            id: row.take()?,
            name: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            archived_at: row.take()?,
        })
    }
}

/// The organization with this customer number, made if there is none. Two orders at once make one.
pub fn organization_for(cx: &mut Command, number: &str, name: &Name) -> Result<(Organization, bool)> {
    if let Some(found) = queries::organization_by_number(cx, number)? {
        return Ok((found, false));
    }
    let id = cx.id();
    let created = queries::insert_organization(cx, id, number, name.as_str())?;
    let found = queries::organization_by_number(cx, number)?
        .ok_or_else(|| Error::fault("an organization vanished"))?;
    if created {
        cx.record(OrganizationFounded { organization: found.id, name: found.name.clone() });
    }
    Ok((found, created))
}

pub fn organization(cx: &mut Read, id: OrganizationId) -> Result<Organization> {
    queries::organization(cx, id)
}

pub fn organization_by_number(cx: &mut Read, number: &str) -> Result<Option<Organization>> {
    queries::organization_by_number(cx, number)
}

/// The team; whether the actor may see it is for the caller to require.
pub fn team(cx: &mut Read, id: TeamId) -> Result<Team> {
    queries::team(cx, id)
}

/// The teams of an organization that do not rest, by name.
pub fn teams_of(cx: &mut Read, organization: OrganizationId) -> Result<Vec<Team>> {
    queries::teams_of(cx, organization)
}

/// Which part of the list of teams.
#[derive(Debug, Clone, Default)]
pub struct TeamList {
    /// A part of the name of the team or of its organization, or of the customer number.
    pub search: String,
    /// Those that rest, instead of those that do not.
    pub archived: bool,
    /// Those that are younger than this one.
    pub after: Option<TeamId>,
    pub limit: i64,
}

/// The teams that the actor administers, oldest first; all of them for the vendor.
pub fn teams(cx: &mut Read, list: &TeamList) -> Result<Vec<Team>> {
    if cx.actor().who == Who::Nobody {
        return Err(Error::sign_in_needed());
    }
    let own = match cx.may(Permission::SeeMembers, Scope::Vendor) {
        true => None,
        false => Some(administered(cx.actor())),
    };
    if own.as_ref().is_some_and(Vec::is_empty) {
        return Ok(vec![]);
    }
    let TeamList { search, archived, after, limit } = list;
    let window =
        TeamWindow { teams: own.as_deref(), search, archived: *archived, after: *after, limit: *limit };
    queries::teams(cx, &window)
}

fn administered(actor: &Actor) -> Vec<TeamId> {
    let teams = actor.grants.iter().filter_map(|grant| match grant.scope {
        Scope::Team(team, _) if grant.role.is_team_admin() => Some(team),
        _ => None,
    });
    teams.collect()
}

/// The teams of the organization in which the person is PA or SA and that do not rest: where an order of theirs can
/// land (B10).
pub fn administered_teams(
    cx: &mut Read,
    organization: OrganizationId,
    person: PersonId,
) -> Result<Vec<Team>> {
    queries::administered_teams(cx, organization, person)
}

/// A further team (S17); who makes it is its primary admin.
pub fn create_team(cx: &mut Command, organization: OrganizationId, name: &Name) -> Result<Team> {
    cx.require(Permission::CreateTeam, Scope::Organization(organization))?;
    let founder = cx.actor().signed_in()?;
    let id = queries::insert_team(cx, organization, name.as_str())?.ok_or(Refused::TeamNameTaken)?;
    begin(cx, id, founder)
}

/// A team with its primary admin, for rooms that have decided that there is to be one. A taken name gets a number.
pub fn found_team(
    cx: &mut Command,
    organization: OrganizationId,
    name: &str,
    primary_admin: PersonId,
) -> Result<Team> {
    for number in 1..1000 {
        let name = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
        if let Some(id) = queries::insert_team(cx, organization, &name)? {
            return begin(cx, id, primary_admin);
        }
    }
    Err(Refused::TeamNameTaken.into())
}

fn begin(cx: &mut Command, id: TeamId, primary_admin: PersonId) -> Result<Team> {
    let team = queries::team(cx, id)?;
    queries::insert_member(cx, id, primary_admin, Role::PrimaryAdmin)?;
    cx.record(TeamFounded { team: id, organization: team.organization, name: team.name.clone() });
    record_member(cx, &team, primary_admin, Role::PrimaryAdmin)?;
    Ok(team)
}

/// Adds a person to a team as a user; whether that was new. No mail, no seat; the caller has checked the right to.
pub fn add_member(cx: &mut Command, team: &Team, person: PersonId) -> Result<bool> {
    let added = queries::insert_member(cx, team.id, person, Role::User)?;
    if added {
        record_member(cx, team, person, Role::User)?;
    }
    Ok(added)
}

pub(crate) fn record_member(cx: &mut Command, team: &Team, person: PersonId, role: Role) -> Result<()> {
    let (email, role) = (accounts::person(cx, person)?.email, role.name().to_owned());
    cx.record(MemberAdded { team: team.id, organization: team.organization, person, email, role });
    Ok(())
}
