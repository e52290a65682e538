//! Who may get a seat, who has one, and what that looks like from the person's side.

use crate::keeping::{Place, Placed};
use kernel::{
    AssignmentId, Email, Error, Lang, OfferingId, OrganizationId, PersonId, PoolId, ProductId, Result,
    TeamId, Timestamp,
};

/// A seat given to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub id: AssignmentId,
    pub pool: PoolId,
    pub person: PersonId,
    pub assigned_at: Timestamp,
    /// The id of the person or key that gave it, or the name of the job.
    pub assigned_by: String,
    /// Since when there is no seat for it.
    pub suspended_at: Option<Timestamp>,
    /// Given to the person as such; else it came along with a group or the default.
    pub direct: bool,
    /// Since when it is to be kept before those that are not pinned.
    pub pinned_at: Option<Timestamp>,
}

/// A member of the pool's team who is to get a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub sort_name: String,
    pub lang: Lang,
    /// The seat of this very pool that the person has already, suspended or not.
    pub seat: Option<AssignmentId>,
}

impl Candidate {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
    pub(crate) fn address(&self) -> Result<Email> {
        Email::parse("email", &self.email)
            .map_err(|error| Error::fault(format!("a person has no address: {}", error.code)))
    }
}

/// A row of "who has a seat".
#[derive(Debug, Clone)]
pub struct Holder {
    pub assignment: AssignmentId,
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub seen_at: Option<Timestamp>,
    pub since: Timestamp,
    pub suspended_at: Option<Timestamp>,
    /// Given to the person as such; else it came along with a group or the default.
    pub direct: bool,
    /// Whether the person ever had the seat; who has not waits for the first.
    pub had_seat: bool,
    /// Since when it is to be kept before those that are not pinned.
    pub pinned_at: Option<Timestamp>,
}

impl Placed for Holder {
    fn place(&self) -> Place {
        Place::of(self.pinned_at, self.since, self.assignment)
    }
}

impl Holder {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// What an offering allows the holder of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    pub max_devices: u32,
    pub offline_days: u32,
    pub refresh_hours: u32,
}

/// A product as its user sees it.
#[derive(Debug, Clone)]
pub struct OwnProduct {
    pub product: ProductId,
    pub slug: String,
    pub name: String,
    pub icon: String,
    pub pool: PoolId,
    pub team: TeamId,
    pub team_name: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    pub offering: OfferingId,
    pub offering_name: String,
    pub policy: Policy,
    pub since: Timestamp,
    pub suspended_at: Option<Timestamp>,
}

/// What licensing wants to know before it writes a lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    pub assignment: AssignmentId,
    pub pool: PoolId,
    pub team: TeamId,
    pub organization: OrganizationId,
    pub policy: Policy,
    pub suspended_at: Option<Timestamp>,
}

/// A product of a person, for lists of people.
#[derive(Debug, Clone)]
pub struct HeldProduct {
    pub pool: PoolId,
    pub product: ProductId,
    pub name: String,
    pub icon: String,
    pub suspended_at: Option<Timestamp>,
    /// Given to the person as such.
    pub direct: bool,
    /// It is kept before those that are not pinned.
    pub pinned: bool,
}
