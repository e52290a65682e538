//! Contracts: those that one may see, one of them, and where its orders land.

use super::answers;
use crate::{
    choose_landing::{Choice, ChooseLanding},
    reads,
};
use axum::{Json, extract::Path};
use kernel::{ContractId, Error, FieldError, OrderId, Result};
use web::{Handled, Listing, PartParams, SearchParams, Sent, Visit};
use wire::contracts::{Contract, ContractList, NewLanding, TeamRef};

/// The contracts that you may see, newest first: all for the vendor, those of its orders for a partner, for people
/// those that they manage.
#[utoipa::path(
    get,
    path = "/api/v1/contracts",
    tag = "contracts",
    operation_id = "list_contracts",
    security(("bearer" = []), ("session" = [])),
    params(PartParams, SearchParams, ("number" = Option<String>, Query, description = "The whole contract number")),
    responses(
        (status = 200, body = ContractList),
        (status = 401, body = wire::Problem),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&["q", "number"])?;
    let list = reads::ContractList {
        search: part.q(),
        number: part.value("number"),
        after: part.cursor()?,
        limit: part.one_more(),
    };
    let found = visit.read(move |cx| reads::contracts(cx, &list)).await?;
    let (found, next) = part.cut(found, |contract| contract.id.to_string());
    part.answer(next, |next| ContractList { items: found.iter().map(answers::contract).collect(), next })
}

/// A contract with its subscriptions: for its manager, the vendor, and the partner that it was ordered from.
#[utoipa::path(
    get,
    path = "/api/v1/contracts/{contract}",
    tag = "contracts",
    operation_id = "get_contract",
    params(("contract" = String, Path, description = "`con_...`")),
    responses(
        (status = 200, body = Contract),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
    )
)]
pub(super) async fn show(visit: Visit, Path(id): Path<ContractId>) -> Handled<Json<Contract>> {
    let contract = visit.read(move |cx| reads::ordered_contract(cx, id)).await?;
    Ok(Json(answers::contract(&contract)))
}

/// Choose the team that an order of the contract lands in. The same choice again changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/contracts/{contract}/landing",
    tag = "contracts",
    operation_id = "create_landing",
    params(("contract" = String, Path, description = "`con_...`")),
    request_body = NewLanding,
    responses(
        (status = 200, body = TeamRef),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`landing-chosen`: it has landed in another team"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn choose_landing(
    visit: Visit,
    Path(contract): Path<ContractId>,
    Sent(ask): Sent<NewLanding>,
) -> Handled<Json<TeamRef>> {
    let ask = read(contract, &ask)?;
    let team = visit.command(move |cx| crate::choose_landing(cx, &ask)).await?;
    Ok(Json(answers::team_ref(team.id, &team.name)))
}

fn read(contract: ContractId, ask: &NewLanding) -> Result<ChooseLanding> {
    let refuse = |field: &str| Error::fields(vec![FieldError::new(field, "not-understood")]);
    let order: OrderId = ask.order.parse().map_err(|_| refuse("order"))?;
    let choice = match ask.team.as_str() {
        "new" => Choice::NewTeam,
        team => Choice::Team(team.parse().map_err(|_| refuse("team"))?),
    };
    Ok(ChooseLanding { contract, order, choice })
}
