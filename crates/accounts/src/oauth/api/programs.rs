//! List and register programs.

use crate::oauth::{
    program::{Program, RegisterProgram, TypedProgram},
    register_program as verbs,
    scope::ProgramScope,
};
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::Error;
use web::{Handled, Listing, PartParams, Sent, Visit};
use wire::programs::{self as wired, NewProgram, ProgramList, RegisteredProgram};

/// The programs that sign people in here.
#[utoipa::path(get, path = "/api/v1/programs", tag = "programs", operation_id = "list_programs",
    params(PartParams), responses((status = 200, body = ProgramList),
        (status = 404, body = wire::Problem, description = "Not for this caller"),
        (status = 422, body = wire::Problem)))]
pub async fn get(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let programs = visit.read(verbs::programs).await?;
    let (programs, next) = part.of_all(programs, |program| program.client_id.clone())?;
    part.answer(next, |next| ProgramList { items: programs.iter().map(shown).collect(), next })
}

/// Registers a program. The secret of a confidential one is in this answer and nowhere else.
#[utoipa::path(post, path = "/api/v1/programs", tag = "programs", operation_id = "create_program",
    request_body = NewProgram, responses((status = 201, body = RegisteredProgram),
        (status = 404, body = wire::Problem), (status = 409, body = wire::Problem, description = "`client-id-taken`"),
        (status = 422, body = wire::Problem)))]
pub async fn post(visit: Visit, Sent(new): Sent<NewProgram>) -> Handled {
    let ask = read(&new)?;
    let registered = visit.command(move |cx| verbs::register_program(cx, &ask)).await?;
    let client_secret = registered.secret.map(|secret| secret.expose().to_owned());
    let body = RegisteredProgram { program: shown(&registered.program), client_secret };
    let response: Response = (StatusCode::CREATED, Json(body)).into_response();
    Ok(response)
}

fn read(new: &NewProgram) -> Result<RegisterProgram, Error> {
    let uris: Vec<_> = new.redirect_uris.iter().map(String::as_str).collect();
    let scopes: Vec<_> = new.scopes.iter().map(String::as_str).collect();
    let typed = TypedProgram {
        client_id: &new.client_id,
        name: &new.name,
        product: new.product.as_deref().unwrap_or_default(),
        kind: &new.kind,
        redirect_uris: &uris,
        scopes: &scopes,
    };
    RegisterProgram::read(typed).map_err(Error::fields)
}

fn shown(program: &Program) -> wired::Program {
    wired::Program {
        client_id: program.client_id.clone(),
        name: program.name.clone(),
        product: program.product.clone(),
        kind: program.kind.name().to_owned(),
        redirect_uris: program.redirect_uris.iter().map(ToString::to_string).collect(),
        scopes: program.scopes.iter().map(ProgramScope::name).map(str::to_owned).collect(),
        created_at: program.created_at.rfc3339(),
    }
}
