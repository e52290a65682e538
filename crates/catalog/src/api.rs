//! The catalog as JSON: the same commands as the pages.

mod builds;
mod offerings;
mod privacy;
mod products;
mod releases;

use kernel::{Error, Permission, Result, policy::permissions};
use serde::Deserialize;
use store::Read;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn routes() -> OpenApiRouter<web::Site> {
    OpenApiRouter::new()
        .routes(routes!(products::list, products::create))
        .routes(routes!(products::one))
        .routes(routes!(privacy::get))
        .routes(routes!(releases::list, releases::create))
        .routes(routes!(releases::one))
        .routes(routes!(builds::put))
        .routes(routes!(offerings::list, offerings::create))
        .routes(routes!(offerings::one, offerings::patch))
}

/// Which part of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Part {
    /// `next` of the page before.
    #[serde(default)]
    after: Option<String>,
    /// At most 200; 50 unless it is said.
    #[serde(default)]
    limit: Option<i64>,
}

impl Part {
    fn limit(&self) -> Result<i64> {
        match self.limit.unwrap_or(50) {
            limit @ 1..=200 => Ok(limit),
            ..1 => Err(Error::fields(vec![kernel::FieldError::new("limit", "too-small").bound(1)])),
            _ => Err(Error::fields(vec![kernel::FieldError::new("limit", "too-large").bound(200)])),
        }
    }
}

/// What was asked for with one more, cut to size; and where the next page begins.
fn page<T>(mut found: Vec<T>, limit: i64, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let more = found.len() as i64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(0));
    let next = if more { found.last().map(key) } else { None };
    (found, next)
}

/// The catalog is read by those who keep it and by those who place orders from it.
fn may_read(cx: &mut Read) -> Result<()> {
    let orders = |role| permissions(role).contains(&Permission::PlaceOrder);
    match cx.actor().grants.iter().any(|grant| orders(grant.role)) {
        true => Ok(()),
        false => cx.require(Permission::ManageCatalog, kernel::Scope::Vendor),
    }
}
