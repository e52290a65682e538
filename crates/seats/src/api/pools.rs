//! The pools of a team.

use crate::{pool::Pool, reads};
use axum::extract::Path;
use kernel::TeamId;
use web::{Handled, Listing, PartParams, Visit};

/// The pools of a team, by product.
#[utoipa::path(
    get,
    path = "/api/v1/teams/{team}/pools",
    tag = "seats",
    operation_id = "list_pools",
    params(("team" = String, Path, description = "`team_...`"), PartParams),
    responses(
        (status = 200, body = wire::seats::PoolList),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 422, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, Path(team): Path<TeamId>, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let pools = visit.read(move |cx| reads::pools_of_team(cx, team)).await?;
    let (pools, next) = part.of_all(pools, |pool| pool.id.to_string())?;
    part.answer(next, |next| wire::seats::PoolList { items: pools.iter().map(on_the_wire).collect(), next })
}

fn on_the_wire(pool: &Pool) -> wire::seats::Pool {
    wire::seats::Pool {
        id: pool.id.to_string(),
        team: pool.team.to_string(),
        product: pool.product.to_string(),
        product_name: pool.product_name.clone(),
        offering: pool.offering.to_string(),
        offering_name: pool.offering_name.clone(),
        capacity: pool.capacity,
        assigned: pool.assigned,
        free: pool.free(),
        suspended: pool.suspended,
    }
}
