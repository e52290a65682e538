//! The pools of a team.

use crate::{pool::Pool, reads};
use axum::{Json, extract::Path};
use kernel::TeamId;
use web::{Handled, Visit};

/// The pools of a team, by product.
#[utoipa::path(
    get,
    path = "/api/v1/teams/{team}/pools",
    tag = "seats",
    operation_id = "list_pools",
    params(("team" = String, Path, description = "`team_...`")),
    responses(
        (status = 200, body = wire::seats::PoolList),
        (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
    )
)]
pub(super) async fn list(visit: Visit, Path(team): Path<TeamId>) -> Handled<Json<wire::seats::PoolList>> {
    let pools = visit.read(move |cx| reads::pools_of_team(cx, team)).await?;
    Ok(Json(wire::seats::PoolList { items: pools.iter().map(on_the_wire).collect() }))
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
