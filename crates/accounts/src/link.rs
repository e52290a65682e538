//! Links in mails that let a person in: single use, bound to the person and the address, with an end.
//!
//! A GET only looks at a link (mail scanners fetch them); a POST uses it.

use crate::queries;
use kernel::{
    PersonId, Result, Secret, TeamId, Timestamp,
    clock::{days, hours},
};
use std::time::Duration;
use store::{Command, FromRow, Read, Row};

/// What a link is for. Whatever the purpose, following it proves the address and sets a password: that is why every
/// order of register, order, invite, accept and reset ends in the same state (mission S3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// For the contract manager of a first order (mail 2).
    Welcome,
    /// The person asked for an account.
    Registration,
    /// The person forgot the password.
    Reset,
    /// An admin invited the person to a team.
    Invitation,
}

impl Purpose {
    pub const ALL: [Purpose; 4] =
        [Purpose::Welcome, Purpose::Registration, Purpose::Reset, Purpose::Invitation];

    pub const fn name(self) -> &'static str {
        match self {
            Purpose::Welcome => "welcome",
            Purpose::Registration => "registration",
            Purpose::Reset => "reset",
            Purpose::Invitation => "invitation",
        }
    }
    pub const fn lasts(self) -> Duration {
        match self {
            Purpose::Welcome | Purpose::Registration => hours(24),
            Purpose::Reset => hours(1),
            Purpose::Invitation => days(7),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Link {
    pub purpose: Purpose,
    pub person: PersonId,
    pub email_key: String,
    pub team: Option<TeamId>,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// How a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    Used,
    Expired,
    /// A newer link took its place, or the invitation was taken back.
    Revoked,
}

impl Link {
    pub fn standing(&self, now: Timestamp) -> Standing {
        match () {
            () if self.used_at.is_some() => Standing::Used,
            () if self.revoked_at.is_some() => Standing::Revoked,
            () if self.expires_at <= now => Standing::Expired,
            () => Standing::Open,
        }
    }
}

impl FromRow for Link {
    fn from_row(row: &mut Row) -> Result<Self> {
        let purpose: String = row.take()?;
        Ok(Link {
            purpose: Purpose::ALL.into_iter().find(|known| known.name() == purpose).unwrap_or(Purpose::Reset),
            person: row.take()?,
            email_key: row.take()?,
            team: row.take()?,
            expires_at: row.take()?,
            used_at: row.take()?,
            revoked_at: row.take()?,
        })
    }
}

/// A new link; the open ones of the same purpose and team die. `from` is when the mail leaves.
pub fn issue_link(
    cx: &mut Command,
    purpose: Purpose,
    person: PersonId,
    team: Option<TeamId>,
    from: Timestamp,
) -> Result<(Secret, Timestamp)> {
    let email_key = queries::held_person(cx, person)?.address()?.key().to_owned();
    queries::revoke_links(cx, person, Some(purpose), team)?;
    let token = cx.secret("link");
    let expires_at = from.plus(purpose.lasts());
    let link = Link { purpose, person, email_key, team, expires_at, used_at: None, revoked_at: None };
    queries::insert_link(cx, &token, &link)?;
    Ok((token, expires_at))
}

/// Looks, and changes nothing.
pub fn look_at_link(cx: &mut Read, token: &Secret) -> Result<Option<Link>> {
    if !token.is_well_formed("link") {
        return Ok(None);
    }
    queries::look_at_link(cx, token)
}

/// Ends the open links of an invitation that was taken back or sent anew.
pub fn revoke_invitation_links(cx: &mut Command, person: PersonId, team: TeamId) -> Result<()> {
    queries::revoke_links(cx, person, Some(Purpose::Invitation), Some(team))
}

/// Open invitations of these people to one team are such to another team from now on.
pub fn move_invitation_links(cx: &mut Command, teams: (TeamId, TeamId), people: &[PersonId]) -> Result<()> {
    queries::move_links(cx, Purpose::Invitation, teams, people)
}

/// The path of the page that a link opens; the token is filled in when the mail leaves.
pub const LINK_PATH: &str = "/welcome/{secret}";
