//! `/api/v1/license-keys`: the signed key set, for everyone who verifies leases.

use crate::Keys;
use axum::{Extension, Json};
use wire::licensing::LicenseKeys;

/// The keys that sign leases. Believe them only by the vendor's root key, which you have from elsewhere.
#[utoipa::path(get, path = "/api/v1/license-keys", tag = "licensing", operation_id = "get_license_keys",
    responses((status = 200, body = LicenseKeys)), security(()))]
pub(super) async fn get(Extension(keys): Extension<Keys>) -> Json<LicenseKeys> {
    Json(LicenseKeys { keys: keys.signed_set().to_owned() })
}
