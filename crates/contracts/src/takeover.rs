//! Take over the role of a contract's manager (mission S13, B1): applied for with a reason and a document, answered by
//! the present manager within a time, decided by the partner's or the vendor's people. Start with [`Standing`], which
//! is the rule, and [`apply()`].

mod answer;
mod apply;
mod decide;
mod document;
pub(crate) mod events;
mod hand_over;
mod mail;
mod reads;
mod refusal;
mod standing;
mod wait;
mod withdraw;

pub use answer::{Reply, answer};
pub use apply::{Applied, Apply, apply};
pub use decide::{Decision, decide};
pub use document::{Document, DocumentKind, MOST as LARGEST_DOCUMENT};
pub use events::*;
pub use hand_over::hand_over;
pub use reads::{
    ManagerPage, TakeoverPage, document_of, manager_page, may_apply, of_contract, of_teams, open_of_contract,
    own_open, takeover, to_decide,
};
pub use refusal::Refused;
pub use standing::{Answer, Outcome, Standing, State, Step};
pub use withdraw::withdraw;

pub(crate) use wait::{carry_out_close, carry_out_remind};

use kernel::{ContractId, OrganizationId, PartnerId, PersonId, Result, Scope, TakeoverId, Timestamp};
use store::{FromRow, Row};

/// Somebody, as both sides see each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub id: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
}

impl Party {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}

impl FromRow for Party {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Party { id: row.take()?, first_name: row.take()?, last_name: row.take()?, email: row.take()? })
    }
}

/// An application to become the manager of a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeover {
    pub id: TakeoverId,
    pub contract: ContractId,
    pub contract_number: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    /// IANA, of the contract: its days end there.
    pub time_zone: String,
    pub partner: Option<PartnerId>,
    pub applicant: Party,
    /// Who was manager at the time, and is asked.
    pub manager: Party,
    pub reason: String,
    pub applied_at: Timestamp,
    pub answer_by: Timestamp,
    pub answer: Option<Answer>,
    pub answered_at: Option<Timestamp>,
    pub answer_note: String,
    pub outcome: Option<Outcome>,
    pub ended_at: Option<Timestamp>,
    /// Who decided, as the audit log has it.
    pub ended_by: String,
    pub outcome_note: String,
    pub document_name: String,
    pub document_size: i64,
}

impl Takeover {
    pub fn standing(&self) -> Standing {
        let state = match (self.outcome, self.answer) {
            (Some(outcome), _) => State::Ended(outcome),
            (None, Some(Answer::Agreed)) => State::Agreed,
            (None, Some(Answer::Silent)) => State::Silent,
            (None, Some(Answer::Objected)) => State::Ended(Outcome::Objected),
            (None, None) => State::Waiting,
        };
        Standing { state, answer_by: self.answer_by }
    }
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
    pub fn waits_for_decision(&self, now: Timestamp) -> bool {
        matches!(self.standing().at(now), State::Agreed | State::Silent)
    }
    /// Where it is decided: by the partner of the contract, or by the vendor.
    pub fn decided_in(&self) -> Scope {
        self.partner.map_or(Scope::Vendor, Scope::Partner)
    }
    pub fn contract_scope(&self) -> Scope {
        Scope::Contract(self.contract, self.organization)
    }
}

impl FromRow for Takeover {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Takeover {
            id: row.take()?,
            contract: row.take()?,
            contract_number: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            time_zone: row.take()?,
            partner: row.take()?,
            applicant: Party::from_row(row)?,
            manager: Party::from_row(row)?,
            reason: row.take()?,
            applied_at: row.take()?,
            answer_by: row.take()?,
            answer: row.take::<Option<String>>()?.as_deref().and_then(Answer::from_name),
            answered_at: row.take()?,
            answer_note: row.take()?,
            outcome: row.take::<Option<String>>()?.as_deref().and_then(Outcome::from_name),
            ended_at: row.take()?,
            ended_by: row.take()?,
            outcome_note: row.take()?,
            document_name: row.take()?,
            document_size: row.take()?,
        })
    }
}
