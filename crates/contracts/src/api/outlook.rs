//! Before seats go: who will lose one.

use crate::ends;
use axum::extract::Path;
use kernel::{PoolId, Timestamp};
use seats::{Holder, Turn};
use web::{Handled, Listing, PartParams, Visit};
use wire::{Problem, seats as out};

/// When seats of the pool come and go with its subscriptions, and who loses the seat then: who is pinned keeps it before
/// the others, in the order of pinning, then those who have had it longest. What is changed until then changes the
/// answer.
#[utoipa::path(get, path = "/api/v1/pools/{pool}/outlook", tag = "seats", operation_id = "get_outlook",
    params(("pool" = String, Path, description = "`pool_...`"), PartParams),
    responses((status = 200, body = out::Outlook), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn show(visit: Visit, Path(pool): Path<PoolId>, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (outlook, _) = visit.read(move |cx| ends::outlook(cx, pool)).await?;
    let losses = outlook.losers().map(|(at, holder)| loss(at, holder)).collect();
    let (items, next) =
        part.of_all(losses, |loss: &out::OutlookLoss| format!("{}_{}", loss.at, loss.person))?;
    let (pool, turns) = (&outlook.pool, outlook.turns.iter().map(turn).collect());
    let (capacity, assigned, suspended) = (pool.capacity, pool.assigned, pool.suspended);
    part.answer(next, |next| out::Outlook { capacity, assigned, suspended, turns, items, next })
}

fn turn(turn: &Turn) -> out::OutlookTurn {
    out::OutlookTurn {
        at: turn.at.rfc3339(),
        before: turn.before,
        capacity: turn.capacity,
        lose: turn.lose,
        regain: turn.regain,
    }
}

fn loss(at: Timestamp, holder: &Holder) -> out::OutlookLoss {
    out::OutlookLoss {
        at: at.rfc3339(),
        person: holder.person.to_string(),
        name: holder.name(),
        email: holder.email.clone(),
        assigned_at: holder.since.rfc3339(),
        pinned_at: holder.pinned_at.map(|at| at.rfc3339()),
    }
}
