//! A program gives a token back (RFC 7009).

use super::{Call, Refused};
use crate::oauth::end_grant::revoke_token;
use axum::http::StatusCode;
use kernel::Secret;
use web::Visit;

/// 200, whether there was such a token or not.
pub async fn post(visit: Visit, call: Call) -> Result<StatusCode, Refused> {
    let token = Secret::new(call.wants("token", "token is missing")?);
    visit.command(move |cx| revoke_token(cx, &call.client, &token)).await?;
    Ok(StatusCode::OK)
}
