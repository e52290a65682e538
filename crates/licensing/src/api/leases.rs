//! `/api/v1/leases`: a program asks for the right to work, and gives it back.

use crate::{AskForLease, Keys, end_lease, grant_lease};
use accounts::oauth::LicenseAccess;
use axum::{
    Extension, Json,
    extract::Path,
    http::{HeaderMap, StatusCode},
};
use kernel::{Error, LeaseId, Result};
use web::{Handled, Sent, Visit};
use wire::{Lease, NewLease, Problem};

/// Get a lease for this device, or the next one of the same. Asking again is safe: a device has one lease of a product.
/// With an `Idempotency-Key` a repeated request gets the same document.
#[utoipa::path(post, path = "/api/v1/leases", tag = "licensing", operation_id = "create_lease",
    security(("program" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "Up to 255 characters; remembered for 24 hours")),
    request_body = NewLease, responses(
    (status = 200, body = Lease, description = "The device had a lease; this is the next one of the same id"),
    (status = 201, body = Lease),
    (status = 401, body = Problem, description = "No access token, or one that is over"),
    (status = 403, body = Problem, description = "`no-seat`, `seat-taken-back`, `session-ended`; without the scope `license`: `forbidden`"),
    (status = 404, body = Problem, description = "No such product"),
    (status = 409, body = Problem, description = "`too-many-devices`, `privacy-not-accepted`"),
    (status = 422, body = Problem, description = "`invalid-fields`, `idempotency-key-reused`"),
))]
pub(super) async fn create(
    LicenseAccess(access): LicenseAccess,
    visit: Visit,
    Extension(keys): Extension<Keys>,
    headers: HeaderMap,
    Sent(request): Sent<NewLease, false>,
) -> Handled<(StatusCode, Json<Lease>)> {
    let ask = AskForLease::read(&access.token, &request, idempotency_key(&headers)?)?;
    let grant = move |cx: &mut store::Command| grant_lease(cx, &ask);
    let granted = visit.site.db.command_on(access.token.person, &access.actor, grant).await?;
    let status = if granted.is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(granted.signed(&keys))))
}

/// Give a lease back, as at signing out.
#[utoipa::path(delete, path = "/api/v1/leases/{lease}", tag = "licensing", operation_id = "delete_lease",
    security(("program" = [])),
    params(("lease" = String, Path, description = "`lse_...`")), responses(
    (status = 204, description = "The device is free, now or already before"),
    (status = 401, body = Problem),
    (status = 403, body = Problem),
    (status = 404, body = Problem),
))]
pub(super) async fn delete(
    LicenseAccess(access): LicenseAccess,
    visit: Visit,
    Path(lease): Path<String>,
) -> Handled<StatusCode> {
    let lease: LeaseId = lease.parse().map_err(|_| Error::not_found())?;
    let (person, token) = (access.token.person, access.token);
    let end = move |cx: &mut store::Command| end_lease(cx, &token, lease);
    visit.site.db.command_on(person, &access.actor, end).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>> {
    let sent = headers.get("idempotency-key").map(|value| value.to_str());
    sent.transpose().map_err(|_| Error::field("idempotency-key", "not-understood"))
}
