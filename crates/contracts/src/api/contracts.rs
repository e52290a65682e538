//! Contracts: the own ones, one of them, and where its orders land.

use super::answers;
use crate::{
    choose_landing::{Choice, ChooseLanding},
    reads,
};
use axum::{Json, extract::Path};
use kernel::{ContractId, Error, FieldError, OrderId, Result};
use web::{Handled, Sent, Visit};
use wire::contracts::{ContractOut, ContractPage, LandingIn, TeamRef};

/// The contracts that you manage, newest first.
#[utoipa::path(
    get,
    path = "/api/v1/contracts",
    tag = "contracts",
    operation_id = "list_contracts",
    security(("session" = [])),
    responses((status = 200, body = ContractPage), (status = 401, body = wire::Problem))
)]
pub(super) async fn list(visit: Visit) -> Handled<Json<ContractPage>> {
    let person = visit.actor.signed_in()?;
    let found = visit.read(move |cx| reads::contracts_of(cx, person)).await?;
    Ok(Json(ContractPage { contracts: found.iter().map(answers::contract).collect() }))
}

/// A contract with its subscriptions: for its manager and the vendor.
#[utoipa::path(
    get,
    path = "/api/v1/contracts/{contract}",
    tag = "contracts",
    operation_id = "get_contract",
    params(("contract" = String, Path, description = "`con_...`")),
    responses((status = 200, body = ContractOut), (status = 404, body = wire::Problem))
)]
pub(super) async fn show(visit: Visit, Path(id): Path<ContractId>) -> Handled<Json<ContractOut>> {
    let contract = visit.read(move |cx| reads::contract(cx, id)).await?;
    Ok(Json(answers::contract(&contract)))
}

/// Choose the team that an order of the contract lands in. The same choice again changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/contracts/{contract}/landing",
    tag = "contracts",
    operation_id = "create_landing",
    params(("contract" = String, Path, description = "`con_...`")),
    request_body = LandingIn,
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
    Sent(ask): Sent<LandingIn>,
) -> Handled<Json<TeamRef>> {
    let ask = read(contract, &ask)?;
    let team = visit.command(move |cx| crate::choose_landing(cx, &ask)).await?;
    Ok(Json(answers::team_ref(team.id, &team.name)))
}

fn read(contract: ContractId, ask: &LandingIn) -> Result<ChooseLanding> {
    let refuse = |field: &str| Error::fields(vec![FieldError::new(field, "not-understood")]);
    let order: OrderId = ask.order.parse().map_err(|_| refuse("order"))?;
    let choice = match ask.team.as_str() {
        "new" => Choice::NewTeam,
        team => Choice::Team(team.parse().map_err(|_| refuse("team"))?),
    };
    Ok(ChooseLanding { contract, order, choice })
}
