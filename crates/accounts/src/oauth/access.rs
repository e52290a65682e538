//! Programs that call the API with an access token: whom they speak for, and what they may do (RFC 6750).

use super::{
    queries,
    scope::{ProgramScope, Scopes},
};
use axum::{
    Json,
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use kernel::{Actor, ConsentId, Error, PersonId, Result, Secret, clock::minutes};
use store::{Command, Read};
use web::{Fault, Visit};

/// What a living access token says.
#[derive(Debug, Clone)]
pub struct ProgramToken {
    pub person: PersonId,
    pub email: String,
    pub client_id: String,
    /// The short name of the product that the program belongs to.
    pub product: Option<String>,
    pub scopes: Scopes,
    pub consent: ConsentId,
}

impl ProgramToken {
    /// The person, without any role: a program never acts as an admin, whoever started it.
    pub fn actor(&self) -> Actor {
        Actor::person(self.person, self.email.clone(), vec![])
    }
}

/// Whom an access token speaks for, and whether it is time to note that the program is in use, as once a minute; None
/// when it is unknown or over.
pub fn program_token(cx: &mut Read, token: &Secret) -> Result<Option<(ProgramToken, bool)>> {
    if !is_access_token(token) {
        return Ok(None);
    }
    let found = queries::bearer(cx, token)?;
    Ok(found.map(|(found, used_at)| (found, cx.now().since(used_at) > minutes(1))))
}

fn note_program(cx: &mut Command, consent: ConsentId) -> Result<()> {
    cx.quiet();
    queries::touch_grant(cx, consent)
}

/// Whether a token looks like an access token. It opens the few doors that ask for it ([`ProgramAccess`],
/// [`LicenseAccess`]) and none that are meant for the person.
pub fn is_access_token(token: &Secret) -> bool {
    token.is_well_formed("at")
}

/// Extractor: the request carries an access token of a program. Answers 401 otherwise.
#[derive(Debug, Clone)]
pub struct ProgramAccess {
    pub token: ProgramToken,
    /// The person, in this request, without any role. Commands run as this: `visit.site.db.command(&access.actor, ..)`.
    pub actor: Actor,
}

/// Extractor: the same, and the token has the scope `license`. Answers 403 otherwise.
#[derive(Debug, Clone)]
pub struct LicenseAccess(pub ProgramAccess);

impl<S: Send + Sync> FromRequestParts<S> for ProgramAccess {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, state).await.unwrap_or_else(|never| match never {});
        access(&visit, parts).await
    }
}

impl<S: Send + Sync> FromRequestParts<S> for LicenseAccess {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, state).await.unwrap_or_else(|never| match never {});
        let access = access(&visit, parts).await?;
        match access.token.scopes.has(ProgramScope::License) {
            true => Ok(LicenseAccess(access)),
            false => Err(refuse(
                &visit,
                &Error::forbidden(),
                "Bearer error=\"insufficient_scope\", scope=\"license\"",
            )),
        }
    }
}

async fn access(visit: &Visit, parts: &Parts) -> Result<ProgramAccess, Response> {
    let Some(token) = web::bearer(&parts.headers) else {
        return Err(refuse(visit, &Error::sign_in_needed(), "Bearer"));
    };
    match look_up(visit, token).await.map_err(|error| Fault::from(error).into_response())? {
        Some(token) => {
            let actor = Actor { request_id: visit.actor.request_id.clone(), ..token.actor() };
            Ok(ProgramAccess { token, actor })
        }
        None => Err(refuse(visit, &Error::sign_in_needed(), "Bearer error=\"invalid_token\"")),
    }
}

/// On a reader; the writer is asked only when there is something to note.
async fn look_up(visit: &Visit, token: Secret) -> Result<Option<ProgramToken>> {
    let db = &visit.site.db;
    let found = db.read(&Actor::nobody(), move |cx| program_token(cx, &token)).await?;
    let Some((found, note_due)) = found else { return Ok(None) };
    if note_due {
        let consent = found.consent;
        db.command(&Actor::nobody(), move |cx| note_program(cx, consent)).await?;
    }
    Ok(Some(found))
}

/// Problem and challenge in one answer, which `Fault` alone does not know how to give.
fn refuse(visit: &Visit, error: &Error, challenge: &'static str) -> Response {
    let status = if challenge.contains("scope") { StatusCode::FORBIDDEN } else { StatusCode::UNAUTHORIZED };
    let body = web::problem::body(visit, error, status);
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    response
}
