//! What others may ask: the pools of a team, who has a seat, which products a person has.

use crate::{
    assignment::{HeldProduct, Holder, OwnProduct, Seat},
    people::{Listed, Member, Window},
    pool::Pool,
    queries,
};
use kernel::{Error, Permission, PersonId, PoolId, ProductId, Result, Scope, TeamId, Timestamp};
use std::collections::HashMap;
use store::Read;

/// Who pins more than these has said nothing.
const PINNED_SHOWN: i64 = 500;

pub fn pools_of_team(cx: &mut Read, team: TeamId) -> Result<Vec<Pool>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::SeeSeats, scope)?;
    queries::team_pools(cx, team)
}

pub fn pool(cx: &mut Read, pool: PoolId) -> Result<Pool> {
    let pool = queries::pool(cx, pool)?;
    cx.require(Permission::SeeSeats, pool.scope())?;
    Ok(pool)
}

/// The pool as one of this team, for addresses that name both.
pub(crate) fn pool_in(cx: &mut Read, team: TeamId, id: PoolId) -> Result<Pool> {
    let pool = pool(cx, id)?;
    if pool.team != team {
        return Err(Error::not_found());
    }
    Ok(pool)
}

/// Who has a seat of the pool, suspended or not, by name.
pub fn holders(cx: &mut Read, id: PoolId, window: &Window) -> Result<Listed<Holder>> {
    let pool = pool(cx, id)?;
    queries::holders(cx, &pool, window)
}

/// Who keeps the seat before all others, the first pinned first.
pub fn pinned(cx: &mut Read, id: PoolId) -> Result<Vec<Holder>> {
    let pool = pool(cx, id)?;
    queries::pinned(cx, pool.id, PINNED_SHOWN)
}

/// Who of the team has none, by name.
pub fn without_seat(cx: &mut Read, id: PoolId, window: &Window) -> Result<Listed<Member>> {
    let pool = pool(cx, id)?;
    queries::members_without_seat(cx, &pool, window)
}

/// The products of each of these people in one team, for a page of a list.
pub fn products_by_person(
    cx: &mut Read,
    team: TeamId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<HeldProduct>>> {
    let scope = queries::team_scope(cx, team)?;
    cx.require(Permission::SeeSeats, scope)?;
    queries::held_in_team(cx, team, people)
}

/// All products of a person in all teams (mission S16): for that person, and for the vendor.
pub fn products_of(cx: &mut Read, person: PersonId) -> Result<Vec<OwnProduct>> {
    if cx.actor().person_id() != Some(person) {
        cx.require(Permission::ManageVendor, Scope::Vendor)?;
    }
    queries::own_products(cx, person)
}

/// The seat on which the person works with the product. It asks for no permission: licensing has found out who asks.
pub fn seat_for(cx: &mut Read, person: PersonId, product: ProductId) -> Result<Option<Seat>> {
    queries::seat(cx, person, product)
}

/// When a seat of the product was last taken from the person. It asks for no permission, like [`seat_for`].
pub fn was_taken_back(cx: &mut Read, person: PersonId, product: ProductId) -> Result<Option<Timestamp>> {
    queries::last_release(cx, person, product)
}
