//! Who acts, and with which roles. Every command and every query is made by an actor.

use crate::{ApiKeyId, Error, Grant, Permission, PersonId, Result, Scope, Timestamp, clock::minutes};
use std::time::Duration;

/// How old the sign-in may be of whoever does something weighty.
pub const FRESH: Duration = minutes(10);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Not signed in.
    Nobody,
    Person(PersonId),
    /// A program of the vendor or of a partner.
    ApiKey(ApiKeyId),
    /// Plats itself, in the named job.
    System(&'static str),
}

#[derive(Debug, Clone)]
pub struct Actor {
    pub who: Who,
    /// The address, name or job, for the audit log.
    pub label: String,
    pub grants: Vec<Grant>,
    /// When the person gave the password; None where nobody signs in.
    pub signed_in_at: Option<Timestamp>,
    /// Names the request in the log; empty for jobs.
    pub request_id: String,
}

impl Actor {
    pub fn nobody() -> Self {
        Actor {
            who: Who::Nobody,
            label: "nobody".into(),
            grants: vec![],
            signed_in_at: None,
            request_id: String::new(),
        }
    }
    /// Plats itself; may do everything, and is named in the audit log.
    pub fn system(job: &'static str) -> Self {
        Actor {
            who: Who::System(job),
            label: job.into(),
            grants: vec![],
            signed_in_at: None,
            request_id: String::new(),
        }
    }
    pub fn person(id: PersonId, label: impl Into<String>, grants: Vec<Grant>) -> Self {
        Actor {
            who: Who::Person(id),
            label: label.into(),
            grants,
            signed_in_at: None,
            request_id: String::new(),
        }
    }

    pub fn person_id(&self) -> Option<PersonId> {
        match self.who {
            Who::Person(id) => Some(id),
            _ => None,
        }
    }
    /// The signed-in person, or a refusal: one that leads to the sign-in page, or that this is for people.
    pub fn signed_in(&self) -> Result<PersonId> {
        self.person_id().ok_or_else(|| match self.who {
            Who::Nobody => Error::sign_in_needed(),
            _ => Error::forbidden(),
        })
    }

    /// Refuses a person whose sign-in is older than [`FRESH`]: somebody else may sit at the browser by now. Keys and
    /// Plats itself do not sign in.
    pub fn require_fresh_sign_in(&self, now: Timestamp) -> Result<()> {
        let is_fresh = self.signed_in_at.is_some_and(|at| now.since(at) <= FRESH);
        match self.who {
            Who::Nobody => Err(Error::sign_in_needed()),
            Who::Person(_) if !is_fresh => Err(Error::fresh_sign_in_needed()),
            _ => Ok(()),
        }
    }

    pub fn may(&self, permission: Permission, scope: Scope) -> bool {
        matches!(self.who, Who::System(_)) || self.grants.iter().any(|grant| grant.allows(permission, scope))
    }

    /// Refuses unless the table allows it. A stranger learns nothing: not found. Who belongs there learns that
    /// the right is missing: forbidden.
    pub fn require(&self, permission: Permission, scope: Scope) -> Result<()> {
        match self.may(permission, scope) {
            true => Ok(()),
            false if self.who == Who::Nobody => Err(Error::sign_in_needed()),
            false if self.grants.iter().any(|grant| grant.scope.covers(scope)) => Err(Error::forbidden()),
            false => Err(Error::not_found()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chance, Kind, OrganizationId, Role, TeamId};

    fn ids() -> (TeamId, TeamId, OrganizationId) {
        let chance = Chance::new(|bytes| bytes.fill(1));
        let at = Timestamp::from_millis;
        (TeamId::new(at(1), &chance), TeamId::new(at(2), &chance), OrganizationId::new(at(3), &chance))
    }

    fn maja(role: Role, scope: Scope) -> Actor {
        let id = PersonId::new(Timestamp::from_millis(4), &Chance::new(|bytes| bytes.fill(2)));
        Actor::person(id, "maja@bygg.example", vec![Grant { role, scope }])
    }

    #[test]
    fn an_admin_rules_the_own_team_and_no_other() {
        let (malmo, gothenburg, bygg) = ids();
        let maja = maja(Role::PrimaryAdmin, Scope::Team(malmo, bygg));
        assert!(maja.require(Permission::AssignSeats, Scope::Team(malmo, bygg)).is_ok());
        let refused = maja.require(Permission::AssignSeats, Scope::Team(gothenburg, bygg)).unwrap_err();
        assert_eq!(refused.kind(), Kind::NotFound);
        assert!(maja.require(Permission::CreateTeam, Scope::Organization(bygg)).is_ok());
    }

    #[test]
    fn a_user_of_the_team_hears_forbidden_and_a_stranger_not_found() {
        let (malmo, gothenburg, bygg) = ids();
        let user = maja(Role::User, Scope::Team(malmo, bygg));
        let ask = |scope| user.require(Permission::InviteUsers, scope).unwrap_err().kind();
        assert_eq!(ask(Scope::Team(malmo, bygg)), Kind::Forbidden);
        assert_eq!(ask(Scope::Team(gothenburg, bygg)), Kind::NotFound);
        assert_eq!(
            Actor::nobody().require(Permission::InviteUsers, Scope::Vendor).unwrap_err().kind(),
            Kind::SignInNeeded
        );
    }

    #[test]
    fn a_sign_in_is_fresh_for_ten_minutes() {
        let (malmo, _, bygg) = ids();
        let signed_in = Timestamp::from_millis(1_000);
        let maja = maja(Role::PrimaryAdmin, Scope::Team(malmo, bygg));
        let asked = |actor: &Actor, now| actor.require_fresh_sign_in(now).map_err(|error| error.kind());
        assert_eq!(asked(&maja, signed_in), Err(Kind::FreshSignInNeeded));
        let maja = Actor { signed_in_at: Some(signed_in), ..maja };
        assert_eq!(asked(&maja, signed_in.plus(FRESH)), Ok(()));
        let late = signed_in.plus(FRESH).plus(Duration::from_millis(1));
        assert_eq!(asked(&maja, late), Err(Kind::FreshSignInNeeded));
        assert_eq!(asked(&Actor::system("a job"), late), Ok(()));
        assert_eq!(asked(&Actor::nobody(), late), Err(Kind::SignInNeeded));
    }

    #[test]
    fn what_is_for_people_is_not_for_keys() {
        let who = Who::ApiKey(ApiKeyId::new(Timestamp::from_millis(5), &Chance::new(|bytes| bytes.fill(3))));
        let key = Actor { who, ..Actor::nobody() };
        assert_eq!(key.signed_in().unwrap_err().kind(), Kind::Forbidden);
        assert_eq!(Actor::nobody().signed_in().unwrap_err().kind(), Kind::SignInNeeded);
    }
}
