//! What may be seen of contract managers and of applications, and by whom.

use super::{Party, Takeover, apply::require_applicant, document, document::DocumentKind};
use crate::{
    contract::Contract,
    placing::own_partners,
    queries::{self, takeovers},
};
use catalog::FileName;
use kernel::{ContractId, Error, Kind, PartnerId, Permission, Result, Scope, TakeoverId, TeamId};
use store::{Command, Read};

/// More applications a contract does not show.
const MOST: i64 = 100;

/// Allowed at one of the places; else what is said to whoever belongs to one of them.
pub(super) fn require_any(
    cx: &Read,
    permission: Permission,
    places: impl IntoIterator<Item = Scope>,
) -> Result<()> {
    let mut refusal = Error::not_found();
    for place in places {
        match cx.require(permission, place) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() == Kind::NotFound => {}
            Err(error) => refusal = error,
        }
    }
    Err(refusal)
}

/// Who manages a contract, and what the actor can do about it.
#[derive(Debug, Clone)]
pub struct ManagerPage {
    pub contract: Contract,
    pub open: Option<Takeover>,
    pub may_hand_over: bool,
    pub may_apply: bool,
    /// Whom the role can be handed to at a click.
    pub admins: Vec<Party>,
}

/// For the manager, the admins of teams with seats of the contract, its partner and the vendor.
pub fn manager_page(cx: &mut Read, id: ContractId) -> Result<ManagerPage> {
    let contract = queries::contract(cx, id)?;
    let by_partner =
        contract.partner.is_some_and(|id| cx.may(Permission::DecideTakeover, Scope::Partner(id)));
    if !by_partner && !cx.may(Permission::SeeContract, contract.scope()) {
        let teams = takeovers::teams_of(cx, id)?;
        let scopes = teams.into_iter().map(|team| Scope::Team(team, contract.organization));
        require_any(cx, Permission::SeeSeats, scopes.chain([contract.scope()]))?;
    }
    let may_apply = match cx.actor().person_id() {
        Some(person) => require_applicant(cx, &contract, person).is_ok(),
        None => false,
    };
    let may_hand_over = cx.may(Permission::HandOverContract, contract.scope());
    let admins = match may_hand_over {
        true => takeovers::admins_of(cx, contract.organization, 20)?,
        false => vec![],
    };
    Ok(ManagerPage { open: takeovers::open_of(cx, id)?, contract, may_hand_over, may_apply, admins })
}

/// Refuses whoever could not apply, before anything is sent.
pub fn may_apply(cx: &mut Read, id: ContractId) -> Result<()> {
    let applicant = cx.actor().signed_in()?;
    let contract = queries::contract(cx, id)?;
    require_applicant(cx, &contract, applicant)
}

/// An application, and what the actor can do about it now.
#[derive(Debug, Clone)]
pub struct TakeoverPage {
    pub takeover: Takeover,
    pub is_applicant: bool,
    pub may_answer: bool,
    pub may_decide: bool,
}

/// For both sides, and for those who decide.
pub fn takeover(cx: &mut Read, id: TakeoverId) -> Result<TakeoverPage> {
    let takeover = takeovers::takeover(cx, id)?;
    require_seen(cx, &takeover)?;
    let person = cx.actor().person_id();
    let is_manager = queries::contract(cx, takeover.contract)?.manager == takeover.manager.id;
    Ok(TakeoverPage {
        is_applicant: person == Some(takeover.applicant.id),
        may_answer: is_manager && person == Some(takeover.manager.id),
        may_decide: cx.may(Permission::DecideTakeover, takeover.decided_in())
            && person != Some(takeover.applicant.id),
        takeover,
    })
}

pub(super) fn require_seen(cx: &Read, takeover: &Takeover) -> Result<()> {
    let person = cx.actor().person_id();
    if [takeover.applicant.id, takeover.manager.id].iter().any(|party| person == Some(*party)) {
        return Ok(());
    }
    match cx.may(Permission::DecideTakeover, takeover.decided_in()) {
        true => Ok(()),
        false => cx.require(Permission::SeeContract, takeover.contract_scope()),
    }
}

/// The application and its contract, locked; seen by the actor.
pub(super) fn held(cx: &mut Command, id: TakeoverId) -> Result<Takeover> {
    let contract = takeovers::contract_of(cx, id)?;
    takeovers::lock_contract(cx, contract)?;
    let takeover = takeovers::takeover(cx, id)?;
    require_seen(cx, &takeover)?;
    Ok(takeover)
}

/// The document, for whoever sees the application.
pub fn document_of(cx: &mut Read, id: TakeoverId) -> Result<(FileName, DocumentKind, Vec<u8>)> {
    let takeover = takeovers::takeover(cx, id)?;
    require_seen(cx, &takeover)?;
    let (name, kind, content) = takeovers::document(cx, id)?;
    let kind = takeovers::document_kind(&kind)?;
    Ok((document::name_of(&name, kind)?, kind, content))
}

/// The applications of a contract that the actor may see, newest first.
pub fn of_contract(cx: &mut Read, id: ContractId) -> Result<Vec<Takeover>> {
    manager_page(cx, id)?;
    let mut found = takeovers::takeovers_of(cx, id, MOST)?;
    found.retain(|takeover| require_seen(cx, takeover).is_ok());
    Ok(found)
}

/// The open application of a contract; whether the actor may see the contract is for the caller to require.
pub fn open_of_contract(cx: &mut Read, id: ContractId) -> Result<Option<Takeover>> {
    takeovers::open_of(cx, id)
}

/// The open applications that the actor made or is to answer, oldest first.
pub fn own_open(cx: &mut Read) -> Result<Vec<Takeover>> {
    let person = cx.actor().signed_in()?;
    takeovers::open_with(cx, person)
}

/// The open applications that the actor decides on, oldest first: all for the vendor, a partner's own.
pub fn to_decide(cx: &mut Read, after: Option<TakeoverId>, limit: i64) -> Result<Vec<Takeover>> {
    let partners = deciding_for(cx)?;
    takeovers::open_takeovers(cx, partners.as_deref(), after, limit)
}

/// None for the vendor.
fn deciding_for(cx: &Read) -> Result<Option<Vec<PartnerId>>> {
    if cx.may(Permission::DecideTakeover, Scope::Vendor) {
        return Ok(None);
    }
    let own = own_partners(cx.actor());
    match own.is_empty() {
        true => cx.require(Permission::DecideTakeover, Scope::Vendor).map(|()| None),
        false => Ok(Some(own)),
    }
}

/// The contracts with seats in the teams that the actor administers and that somebody else manages.
pub fn of_teams(cx: &mut Read) -> Result<Vec<Contract>> {
    let person = cx.actor().signed_in()?;
    let grants = cx.actor().grants.clone();
    let teams: Vec<TeamId> = grants
        .iter()
        .filter_map(|grant| match grant.scope {
            Scope::Team(team, _) if grant.role.is_team_admin() => Some(team),
            _ => None,
        })
        .take(500)
        .collect();
    let found = takeovers::contracts_behind(cx, &teams, person)?;
    found.into_iter().map(|contract| queries::contract(cx, contract)).collect()
}
