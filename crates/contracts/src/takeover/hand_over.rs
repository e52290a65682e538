//! The role of a contract's manager goes to somebody else (mission S22). The primary admins of teams stay who they are.

use super::{Party, decide, events::ManagerChanged, mail, refusal::Refused, standing::Outcome};
use crate::{
    contract::Contract,
    queries::{self, takeovers},
};
use kernel::{ContractId, Email, Error, Permission, PersonId, Result, TakeoverId};
use store::{Command, Read};

/// By the manager or the vendor, freshly signed in, to a member of any team of the organization. An open application
/// ends by it: granted, if the role goes to the applicant. To the present manager it changes nothing.
pub fn hand_over(cx: &mut Command, id: ContractId, named: &str) -> Result<Contract> {
    takeovers::lock_contract(cx, id)?;
    let contract = queries::contract(cx, id)?;
    cx.require(Permission::HandOverContract, contract.scope())?;
    cx.actor().require_fresh_sign_in(cx.now())?;
    let to = colleague(cx, &contract, named)?;
    if to.id == contract.manager {
        return Ok(contract);
    }
    if let Some(open) = takeovers::open_of(cx, id)? {
        let outcome = if open.applicant.id == to.id { Outcome::Granted } else { Outcome::Lapsed };
        decide::end(cx, &open, outcome, "")?;
    }
    change_manager(cx, &contract, &to, None)?;
    queries::contract(cx, id)
}

/// By User ID or address.
fn colleague(cx: &mut Read, contract: &Contract, named: &str) -> Result<Party> {
    let key = match named.trim().parse::<PersonId>() {
        Ok(person) => person.to_string(),
        Err(_) => {
            Email::parse("manager", named).map_err(|error| Error::fields(vec![error]))?.key().to_owned()
        }
    };
    let found = takeovers::colleague(cx, contract.organization, &key)?;
    found.ok_or_else(|| Refused::NotOfOrganization.into())
}

/// The caller has checked the right to, and holds the contract.
pub(super) fn change_manager(
    cx: &mut Command,
    contract: &Contract,
    to: &Party,
    takeover: Option<TakeoverId>,
) -> Result<()> {
    takeovers::set_manager(cx, contract.id, to)?;
    cx.record(ManagerChanged {
        organization: contract.organization,
        contract: contract.id,
        number: contract.number.clone(),
        manager: to.id,
        email: to.email.clone(),
        before: contract.manager,
        before_email: contract.manager_email.clone(),
        takeover,
    });
    mail::manager_changed(cx, contract, to)
}
