//! What waits for a person: each is a row of "Needs you" on the home page.

use contracts::takeover::{State, Takeover};
use kernel::{ContractId, PersonId, Role, TeamId, Timestamp};

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
    /// Somebody wants to take over a contract that the person manages.
    Takeover(Box<Takeover>),
    /// For those who decide on such applications.
    TakeoversToDecide {
        count: usize,
    },
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

/// The applications that the person is to answer now.
pub(crate) fn to_answer(person: PersonId, open: Vec<Takeover>, now: Timestamp) -> impl Iterator<Item = Need> {
    let asked = move |takeover: &Takeover| {
        takeover.manager.id == person && takeover.standing().at(now) == State::Waiting
    };
    open.into_iter().filter(asked).map(|takeover| Need::Takeover(Box::new(takeover)))
}

/// The vendor's people look after contracts without a partner; a partner's after their own.
pub(crate) fn to_decide(role: Role, open: &[Takeover], now: Timestamp) -> Option<Need> {
    let is_theirs = |takeover: &&Takeover| takeover.partner.is_none() || role == Role::Partner;
    let waits = |takeover: &&Takeover| takeover.waits_for_decision(now);
    let count = open.iter().filter(is_theirs).filter(waits).count();
    (count > 0).then_some(Need::TakeoversToDecide { count })
}
