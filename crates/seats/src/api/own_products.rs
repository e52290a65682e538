//! The products of the one who asks (mission S16).

use crate::{assignment::OwnProduct, reads};
use web::{Handled, Listing, PartParams, Visit};

/// The products that you may use, in all your teams.
#[utoipa::path(
    get,
    path = "/api/v1/me/products",
    tag = "seats",
    operation_id = "list_own_products",
    security(("session" = [])),
    params(PartParams),
    responses(
        (status = 200, body = wire::seats::OwnProductList),
        (status = 401, body = wire::Problem),
        (status = 403, body = wire::Problem, description = "For people, not for keys"),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let person = visit.actor.signed_in()?;
    let part = listing.part(&[])?;
    let products = visit.read(move |cx| reads::products_of(cx, person)).await?;
    let (products, next) = part.of_all(products, |own| own.pool.to_string())?;
    let items = products.into_iter().map(on_the_wire).collect();
    part.answer(next, |next| wire::seats::OwnProductList { items, next })
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
