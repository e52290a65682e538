//! What waits for a person: each is a row of "Needs you" on the home page.

use kernel::{ContractId, PersonId, TeamId};

#[derive(Debug, Clone)]
pub(crate) struct WaitingLanding {
    pub contract: ContractId,
    pub contract_number: String,
    pub order_number: String,
    pub organization_name: String,
}

#[derive(Debug, Clone)]
pub(crate) struct FailedInvitation {
    pub team: TeamId,
    pub person: PersonId,
    pub email: String,
    pub answer: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct ExpiredInvitations {
    pub team: TeamId,
    pub names: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct FailedMail {
    pub team: TeamId,
    pub person: PersonId,
    pub to: String,
    pub subject: String,
    pub answer: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) enum Need {
    Landing(WaitingLanding),
    FailedInvitation(FailedInvitation),
    /// More of them than home lists: the rest is in the team's list.
    MoreFailedInvitations {
        team: TeamId,
        count: usize,
    },
    ExpiredInvitations(ExpiredInvitations),
    FailedMail(FailedMail),
    /// For operators: mails of all organizations.
    FailedMails {
        count: usize,
    },
}

/// Where counting stops.
pub(crate) const MOST: usize = 50;
/// How many of one kind have a row of their own.
const SHOWN: usize = 3;

/// The first few by themselves, the rest as a number.
pub(crate) fn failed_invitations(team: TeamId, found: Vec<FailedInvitation>) -> Vec<Need> {
    let rest = found.len().saturating_sub(SHOWN);
    let more = (rest > 0).then_some(Need::MoreFailedInvitations { team, count: rest });
    found.into_iter().take(SHOWN).map(Need::FailedInvitation).chain(more).collect()
}
