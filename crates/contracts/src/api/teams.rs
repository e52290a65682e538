//! Teams that change: a subscription goes to another team, a team rests and comes back.

use super::answers;
use crate::teams::{self, Along, MovePlan, MoveSubscription};
use axum::{
    Json,
    extract::{Path, Query},
};
use kernel::{Error, FieldError, Refusal, Result, SubscriptionId, TeamId};
use seats::moving::{Fate, Going, Level};
use web::{Handled, Sent, Visit};
use wire::{Problem, contracts as out};

#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(super) struct DryRun {
    /// `true`: say what would happen, and to whom, and change nothing.
    dry_run: bool,
}

/// Move a subscription, or a part of it, to another team of the same organization. Nobody is without a seat on the way.
#[utoipa::path(post, path = "/api/v1/subscriptions/{subscription}/move", tag = "contracts",
    operation_id = "move_subscription",
    params(("subscription" = String, Path, description = "`sub_...`"), DryRun), request_body = out::NewMove,
    responses((status = 200, body = out::Move), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`seats-in-use`, `no-room`, `plan-changed`, \
            `subscription-ended`, `not-landed`, `team-archived`, `not-holders`"),
        (status = 422, body = Problem)))]
pub(super) async fn move_subscription(
    visit: Visit,
    Path(id): Path<SubscriptionId>,
    Query(params): Query<DryRun>,
    Sent(new): Sent<out::NewMove>,
) -> Handled<Json<out::Move>> {
    let ask = read(id, &new)?;
    let plan = match params.dry_run {
        true => visit.read(move |cx| teams::plan_move(cx, &ask)).await?,
        false => visit.command(move |cx| teams::move_subscription(cx, &ask, new.plan.as_deref())).await?,
    };
    Ok(Json(shown(&plan)))
}

fn read(subscription: SubscriptionId, new: &out::NewMove) -> Result<MoveSubscription> {
    let mut refused = vec![];
    let mut refuse = |field: &str| refused.push(FieldError::new(field, "not-understood"));
    let to: Option<TeamId> = new.team.parse().ok();
    if to.is_none() {
        refuse("team");
    }
    let along = match (new.along.as_deref(), &new.people) {
        (None | Some("needed"), None) => Along::AsNeeded,
        (Some("nobody"), None) => Along::Nobody,
        (None | Some("these"), Some(people)) => Along::These(people.clone()),
        (Some("these"), None) => Along::These(vec![]),
        _ => {
            refuse("along");
            Along::AsNeeded
        }
    };
    match to {
        Some(to) if refused.is_empty() => Ok(MoveSubscription { subscription, to, seats: new.seats, along }),
        _ => Err(Error::fields(refused)),
    }
}

/// More are not told by name.
const TOLD: usize = 1000;

fn shown(plan: &MovePlan) -> out::Move {
    let going = || plan.pool.iter().flat_map(|pool| &pool.going);
    out::Move {
        plan: plan.fingerprint(),
        subscription: plan.subscription.id.to_string(),
        product: plan.subscription.product_name.clone(),
        from: answers::team_ref(plan.from.id, &plan.from.name),
        to: answers::team_ref(plan.to.id, &plan.to.name),
        seats: plan.seats,
        refused: plan.fits().err().map(|refused| refused.code().to_owned()),
        seats_after: plan
            .pool
            .as_ref()
            .map(|pool| out::SeatsAfter { from: level(&pool.here), to: level(&pool.there) }),
        people_count: going().count() as i64,
        people: going().take(TOLD).map(person).collect(),
    }
}

fn level(level: &Level) -> out::SeatLevel {
    out::SeatLevel { capacity: level.capacity, assigned: level.assigned, waiting: level.waiting }
}

fn person(going: &Going) -> out::MovedPerson {
    out::MovedPerson {
        person: going.person.to_string(),
        double: going.fate != Fate::Moves,
        has_seat: going.has_seat,
        leaves: going.leaves,
    }
}

/// Put a team to rest: it takes no people, seats and orders until it is brought back.
#[utoipa::path(put, path = "/api/v1/teams/{team}/archive", tag = "organizations", operation_id = "archive_team",
    params(("team" = String, Path, description = "`team_...`")),
    responses((status = 200, body = wire::organizations::Team), (status = 403, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`team-in-use`: it has subscriptions or seats")))]
pub(super) async fn archive(
    visit: Visit,
    Path(id): Path<TeamId>,
) -> Handled<Json<wire::organizations::Team>> {
    let team = visit.command(move |cx| teams::archive_team(cx, id)).await?;
    Ok(Json(organizations::team_shown(team)))
}

/// Bring an archived team back.
#[utoipa::path(delete, path = "/api/v1/teams/{team}/archive", tag = "organizations",
    operation_id = "bring_team_back",
    params(("team" = String, Path, description = "`team_...`")),
    responses((status = 200, body = wire::organizations::Team), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(super) async fn bring_back(
    visit: Visit,
    Path(id): Path<TeamId>,
) -> Handled<Json<wire::organizations::Team>> {
    let team = visit.command(move |cx| organizations::return_team(cx, id)).await?;
    Ok(Json(organizations::team_shown(team)))
}
