//! Apply to become the manager of a contract (mission S13).

use super::{Takeover, document::Document, events::TakeoverApplied, mail, refusal::Refused, wait};
use crate::{
    contract::Contract,
    queries::{self, takeovers},
};
use kernel::{ContractId, Permission, PersonId, Result, Scope, clock::days};
use store::{Command, Read};

#[derive(Debug, Clone)]
pub struct Apply {
    pub contract: ContractId,
    pub reason: String,
    pub document: Document,
}

#[derive(Debug, Clone)]
pub struct Applied {
    pub takeover: Takeover,
    /// Whether the same application was open before: nothing changed.
    pub repeated: bool,
}

/// Who may apply: the primary admin of a team that has seats of the contract which have not ended. That person answers
/// for the people who work by the contract; other teams of the organization have no part in it, and secondary admins
/// ask their primary admin. There is one open application at a time.
pub fn apply(cx: &mut Command, ask: &Apply) -> Result<Applied> {
    let applicant = cx.actor().signed_in()?;
    takeovers::lock_contract(cx, ask.contract)?;
    let contract = queries::contract(cx, ask.contract)?;
    require_applicant(cx, &contract, applicant)?;
    if let Some(open) = takeovers::open_of(cx, contract.id)? {
        return repeated(cx, ask, open, applicant);
    }
    let id = cx.id();
    let answer_by = cx.now().plus(days(u64::from(cx.house().takeovers.days)));
    let Apply { reason, document, .. } = ask;
    let new = takeovers::NewTakeover {
        id,
        contract: contract.id,
        applicant,
        manager: contract.manager,
        reason,
        answer_by,
        document,
    };
    if !takeovers::insert_takeover(cx, &new)? {
        return Err(Refused::Open { by: String::new() }.into());
    }

    let takeover = takeovers::takeover(cx, id)?;
    cx.record(TakeoverApplied {
        organization: takeover.organization,
        takeover: id,
        contract: takeover.contract,
        number: takeover.contract_number.clone(),
        applicant,
        email: takeover.applicant.email.clone(),
        manager: takeover.manager.id,
    });
    wait::begin(cx, &takeover);
    mail::applied(cx, &takeover)?;
    Ok(Applied { takeover, repeated: false })
}

/// The manager hears that nothing is to be applied for; all others are answered by the table.
pub(super) fn require_applicant(cx: &mut Read, contract: &Contract, applicant: PersonId) -> Result<()> {
    if contract.manager == applicant {
        return Err(Refused::AlreadyManager.into());
    }
    let teams = takeovers::teams_of(cx, contract.id)?;
    let scopes = teams.into_iter().map(|team| Scope::Team(team, contract.organization));
    super::reads::require_any(cx, Permission::ApplyToManage, scopes.chain([contract.scope()]))?;
    match takeovers::is_primary_admin(cx, contract.id, applicant)? {
        true => Ok(()),
        false => Err(Refused::NotPrimaryAdmin.into()),
    }
}

/// The same once more, by a button that was pressed twice, is no mistake.
fn repeated(cx: &mut Command, ask: &Apply, open: Takeover, applicant: PersonId) -> Result<Applied> {
    let same = open.applicant.id == applicant
        && open.reason == ask.reason
        && takeovers::document_sha256(cx, open.id)? == ask.document.sha256;
    match same {
        true => Ok(Applied { takeover: open, repeated: true }),
        false => Err(Refused::Open { by: open.applicant.name() }.into()),
    }
}
