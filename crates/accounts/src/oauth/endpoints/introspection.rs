//! Is this token still good (RFC 7662)?

use super::{Call, Refused, answer};
use crate::oauth::introspect::introspect;
use axum::{http::StatusCode, response::Response};
use kernel::Secret;
use web::Visit;

pub async fn post(visit: Visit, call: Call) -> Result<Response, Refused> {
    let token = Secret::new(call.wants("token", "token is missing")?);
    let said = visit.read(move |cx| introspect(cx, &call.client, &token)).await?;
    Ok(answer(StatusCode::OK, &said))
}
