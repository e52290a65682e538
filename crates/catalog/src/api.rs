//! The catalog as JSON: the same commands as the pages.

mod builds;
mod offerings;
mod privacy;
mod products;
mod releases;

use kernel::{Permission, Result, policy::permissions};
use store::Read;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn routes() -> OpenApiRouter<web::Site> {
    OpenApiRouter::new()
        .routes(routes!(products::list, products::create))
        .routes(routes!(products::one))
        .routes(routes!(privacy::get, privacy::put))
        .routes(routes!(releases::list, releases::create))
        .routes(routes!(releases::one))
        .routes(routes!(builds::put))
        .routes(routes!(offerings::list, offerings::create))
        .routes(routes!(offerings::one, offerings::patch))
}

/// The catalog is read by those who keep it and by those who place orders from it.
fn may_read(cx: &mut Read) -> Result<()> {
    let orders = |role| permissions(role).contains(&Permission::PlaceOrder);
    match cx.actor().grants.iter().any(|grant| orders(grant.role)) {
        true => Ok(()),
        false => cx.require(Permission::ManageCatalog, kernel::Scope::Vendor),
    }
}
