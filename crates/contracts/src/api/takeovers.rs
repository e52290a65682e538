//! Who manages a contract, and applications to take that over.

use super::answers;
use crate::{
    pages::takeovers::{apply, document_answer},
    takeover::{self, Decision, Reply},
};
use axum::{
    Json,
    extract::{Multipart, Path},
    http::{StatusCode, header},
    response::IntoResponse,
};
use kernel::{ContractId, Error, Result, TakeoverId};
use web::{Fields, Handled, Listing, PartParams, Sent, Visit};
use wire::{
    contracts::Contract,
    takeovers::{NewAnswer, NewDecision, NewManager, NewTakeover, Takeover, TakeoverList},
};

/// Hand the role of the manager to a member of any team of the organization. People need a sign-in of the last ten
/// minutes. To whom has it already, nothing changes.
#[utoipa::path(
    put,
    path = "/api/v1/contracts/{contract}/manager",
    tag = "contracts",
    operation_id = "set_contract_manager",
    params(("contract" = String, Path, description = "`con_...`")),
    request_body = NewManager,
    responses(
        (status = 200, body = Contract),
        (status = 403, body = wire::Problem, description = "`fresh-sign-in-needed`: the sign-in is too old"),
        (status = 404, body = wire::Problem),
        (status = 422, body = wire::Problem, description = "`not-of-organization`: no member of its teams"),
    )
)]
pub(super) async fn set_manager(
    visit: Visit,
    Path(id): Path<ContractId>,
    Sent(ask): Sent<NewManager>,
) -> Handled<Json<Contract>> {
    let contract = visit.command_on(id, move |cx| takeover::hand_over(cx, id, &ask.manager)).await?;
    Ok(Json(answers::contract(&contract)))
}

/// Apply to become the manager of a contract: for the primary admin of a team that has seats of it. The same again
/// changes nothing and answers 200 instead of 201.
#[utoipa::path(
    post,
    path = "/api/v1/contracts/{contract}/takeovers",
    tag = "contracts",
    operation_id = "create_takeover",
    security(("session" = [])),
    params(("contract" = String, Path, description = "`con_...`")),
    request_body(content = NewTakeover, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = Takeover),
        (status = 200, body = Takeover, description = "The same application is open already"),
        (status = 401, body = wire::Problem),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`takeover-open`, `already-contract-manager`, `not-primary-admin`"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn create(visit: Visit, Path(id): Path<ContractId>, form: Multipart) -> Handled {
    let applied = apply::take(&visit, id, form, &mut String::new()).await?;
    let status = if applied.repeated { StatusCode::OK } else { StatusCode::CREATED };
    let place = format!("/api/v1/takeovers/{}", applied.takeover.id);
    let answer = answers::takeover(&applied.takeover, visit.now());
    Ok((status, [(header::LOCATION, place)], Json(answer)).into_response())
}

/// The applications at a contract that you may see, newest first, at most 100: for its manager, the vendor and its
/// partner all of them; for applicants their own.
#[utoipa::path(
    get,
    path = "/api/v1/contracts/{contract}/takeovers",
    tag = "contracts",
    operation_id = "list_contract_takeovers",
    params(("contract" = String, Path, description = "`con_...`")),
    responses(
        (status = 200, body = TakeoverList),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
    )
)]
pub(super) async fn of_contract(visit: Visit, Path(id): Path<ContractId>) -> Handled<Json<TakeoverList>> {
    let found = visit.read(move |cx| takeover::of_contract(cx, id)).await?;
    let items = found.iter().map(|takeover| answers::takeover(takeover, visit.now())).collect();
    Ok(Json(TakeoverList { items, next: None }))
}

/// The open applications that you decide on, oldest first: all for the vendor, those at contracts of its orders for a
/// partner.
#[utoipa::path(
    get,
    path = "/api/v1/takeovers",
    tag = "contracts",
    operation_id = "list_takeovers",
    params(PartParams),
    responses(
        (status = 200, body = TakeoverList),
        (status = 404, body = wire::Problem),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (after, limit) = (part.cursor()?, part.one_more());
    let found = visit.read(move |cx| takeover::to_decide(cx, after, limit)).await?;
    let (found, next) = part.cut(found, |takeover| takeover.id.to_string());
    let now = visit.now();
    let items = found.iter().map(|takeover| answers::takeover(takeover, now)).collect();
    part.answer(next, |next| TakeoverList { items, next })
}

/// An application: for both sides, the vendor, and the partner that the contract was ordered from.
#[utoipa::path(
    get,
    path = "/api/v1/takeovers/{takeover}",
    tag = "contracts",
    operation_id = "get_takeover",
    params(("takeover" = String, Path, description = "`tko_...`")),
    responses((status = 200, body = Takeover), (status = 404, body = wire::Problem))
)]
pub(super) async fn show(visit: Visit, Path(id): Path<TakeoverId>) -> Handled<Json<Takeover>> {
    let found = visit.read(move |cx| takeover::takeover(cx, id)).await?;
    Ok(Json(answers::takeover(&found.takeover, visit.now())))
}

/// The document that the applicant sent.
#[utoipa::path(
    get,
    path = "/api/v1/takeovers/{takeover}/document",
    tag = "contracts",
    operation_id = "get_takeover_document",
    params(("takeover" = String, Path, description = "`tko_...`")),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/octet-stream",
            description = "As a file; its type is that of its content"),
        (status = 404, body = wire::Problem),
    )
)]
pub(super) async fn document(visit: Visit, Path(id): Path<TakeoverId>) -> Handled {
    Ok(document_answer(&visit, id).await?)
}

/// Agree or object, as the manager who was asked. Agreeing needs a sign-in of the last ten minutes. The same answer
/// again changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/takeovers/{takeover}/answer",
    tag = "contracts",
    operation_id = "answer_takeover",
    security(("session" = [])),
    params(("takeover" = String, Path, description = "`tko_...`")),
    request_body = NewAnswer,
    responses(
        (status = 200, body = Takeover),
        (status = 401, body = wire::Problem),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`takeover-answered`, `takeover-over`"),
        (status = 410, body = wire::Problem, description = "`takeover-answer-too-late`"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn answer(
    visit: Visit,
    Path(id): Path<TakeoverId>,
    Sent(ask): Sent<NewAnswer>,
) -> Handled<Json<Takeover>> {
    let reply = match ask.answer.as_str() {
        "agree" => Reply::Agree,
        "object" => Reply::Object,
        _ => return Err(Error::field("answer", "not-understood").into()),
    };
    let note = readable(&ask.note)?;
    let found = visit.command(move |cx| takeover::answer(cx, id, reply, &note)).await?;
    Ok(Json(answers::takeover(&found, visit.now())))
}

/// Grant or refuse, after the manager agreed or kept silent. People need a sign-in of the last ten minutes. The same
/// decision again changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/takeovers/{takeover}/decision",
    tag = "contracts",
    operation_id = "decide_takeover",
    params(("takeover" = String, Path, description = "`tko_...`")),
    request_body = NewDecision,
    responses(
        (status = 200, body = Takeover),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`takeover-still-waiting`, `takeover-over`, `applicant-left`"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn decide(
    visit: Visit,
    Path(id): Path<TakeoverId>,
    Sent(ask): Sent<NewDecision>,
) -> Handled<Json<Takeover>> {
    let decision = match ask.decision.as_str() {
        "grant" => Decision::Grant,
        "refuse" => Decision::Refuse,
        _ => return Err(Error::field("decision", "not-understood").into()),
    };
    let note = readable(&ask.note)?;
    let found = visit.command(move |cx| takeover::decide(cx, id, decision, &note)).await?;
    Ok(Json(answers::takeover(&found, visit.now())))
}

/// Take the application back, as the applicant. Once more changes nothing.
#[utoipa::path(
    delete,
    path = "/api/v1/takeovers/{takeover}",
    tag = "contracts",
    operation_id = "withdraw_takeover",
    security(("session" = [])),
    params(("takeover" = String, Path, description = "`tko_...`")),
    responses(
        (status = 200, body = Takeover),
        (status = 401, body = wire::Problem),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`takeover-over`"),
    )
)]
pub(super) async fn withdraw(visit: Visit, Path(id): Path<TakeoverId>) -> Handled<Json<Takeover>> {
    let found = visit.command(move |cx| takeover::withdraw(cx, id)).await?;
    Ok(Json(answers::takeover(&found, visit.now())))
}

fn readable(note: &str) -> Result<String> {
    let mut fields = Fields::filled(&[("note", note)]);
    match fields.text("note", crate::pages::takeovers::LONGEST) {
        Some(note) => Ok(note),
        None => Err(fields.into_error()),
    }
}
