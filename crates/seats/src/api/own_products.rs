//! The products of the one who asks (mission S16).

use crate::{assignment::OwnProduct, reads};
use axum::Json;
use web::{Handled, Visit};

/// The products that you may use, in all your teams.
#[utoipa::path(
    get,
    path = "/api/v1/me/products",
    tag = "seats",
    operation_id = "list_own_products",
    security(("session" = [])),
    responses((status = 200, body = wire::seats::OwnProductList), (status = 401, body = wire::Problem))
)]
pub(super) async fn list(visit: Visit) -> Handled<Json<wire::seats::OwnProductList>> {
    let person = visit.actor.signed_in()?;
    let products = visit.read(move |cx| reads::products_of(cx, person)).await?;
    Ok(Json(wire::seats::OwnProductList { items: products.into_iter().map(on_the_wire).collect() }))
}

fn on_the_wire(own: OwnProduct) -> wire::seats::OwnProduct {
    wire::seats::OwnProduct {
        product: own.product.to_string(),
        slug: own.slug,
        name: own.name,
        pool: own.pool.to_string(),
        team: own.team.to_string(),
        team_name: own.team_name,
        organization: own.organization.to_string(),
        organization_name: own.organization_name,
        max_devices: own.policy.max_devices,
        offline_days: own.policy.offline_days,
        refresh_hours: own.policy.refresh_hours,
        since: own.since.rfc3339(),
        suspended_at: own.suspended_at.map(|at| at.rfc3339()),
    }
}
