//! Which person is on which contract (mission B9), and how an admin chooses it.

use crate::{
    events::{SeatBound, SeatUnbound},
    queries::{self, Bound},
    refusal::Refused,
    spread::{Share, Spread},
};
use kernel::{
    AssignmentId, ContractId, Error, Permission, PersonId, PoolId, Result, SubscriptionId, TeamId, Timestamp,
};
use seats::Pool;
use store::{Command, Read};

/// A running subscription of a pool, with its contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub share: Share,
    pub contract: ContractId,
    pub number: String,
    pub line: i64,
}

/// A seat, and the subscription that it counts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    pub assignment: AssignmentId,
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub since: Timestamp,
    /// Who has no seat at the moment counts to none.
    pub suspended_at: Option<Timestamp>,
    /// Given to the person as such; else it came along with a group or the team.
    pub direct: bool,
    pub counts_to: Option<Counted>,
    /// By an admin; else by rule.
    pub chosen: bool,
}

/// From where a list goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub assigned_at: Timestamp,
    /// Empty before the first.
    pub assignment: String,
    /// How many before it are not bound.
    pub unbound: i64,
}

impl Mark {
    pub const START: Mark =
        Mark { assigned_at: Timestamp::from_millis(i64::MIN), assignment: String::new(), unbound: 0 };

    /// Behind this seat.
    pub fn behind(cx: &mut Read, pool: PoolId, id: AssignmentId) -> Result<Mark> {
        let unknown = || Error::field("cursor", "unknown");
        let at = queries::assigned_at(cx, pool, id)?.ok_or_else(unknown)?;
        let own = queries::unbound_before(cx, pool, (at, id))?;
        let next =
            queries::seats(cx, pool, &Mark { assigned_at: at, assignment: id.to_string(), unbound: own }, 1)?;
        let unbound = match next.first() {
            Some(next) => queries::unbound_before(cx, pool, (next.charge.since, next.charge.assignment))?,
            None => own,
        };
        Ok(Mark { assigned_at: at, assignment: id.to_string(), unbound })
    }
}

/// So many seats of a pool in the order in which they were assigned, and where the list goes on, if it does.
pub fn charges(cx: &mut Read, pool: PoolId, after: &Mark, size: i64) -> Result<(Vec<Charge>, Option<Mark>)> {
    seats::pool(cx, pool)?;
    let counted = queries::counted(cx, pool)?;
    let mut seats = queries::seats(cx, pool, after, size + 1)?;
    let more = seats.len() as i64 > size;
    seats.truncate(usize::try_from(size).unwrap_or_default());
    let mut unbound = after.unbound;
    let charge = |seat: Bound| {
        let before = unbound;
        unbound += i64::from(seat.to.is_none() && seat.charge.suspended_at.is_none());
        charged(&counted, seat, before)
    };
    let charges: Vec<Charge> = seats.into_iter().map(charge).collect();
    let next = charges.last().filter(|_| more).map(|last| Mark {
        assigned_at: last.since,
        assignment: last.assignment.to_string(),
        unbound,
    });
    Ok((charges, next))
}

fn charged(counted: &[Counted], seat: Bound, before: i64) -> Charge {
    let spread = Spread(counted.iter().map(|one| one.share).collect());
    let chosen = spread.bound(seat.to);
    let to = match seat.charge.suspended_at {
        Some(_) => None,
        None => chosen.or_else(|| spread.unbound(before)),
    };
    let counts_to = counted.iter().find(|one| Some(one.share.subscription) == to).cloned();
    Charge { counts_to, chosen: chosen.is_some(), ..seat.charge }
}

/// A product of a person, to which subscription it counts, and which there are.
#[derive(Debug, Clone)]
pub struct OwnCharge {
    pub pool: Pool,
    pub charge: Charge,
    pub choices: Vec<Counted>,
}

/// What a person has in a team.
pub fn charges_of(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Vec<OwnCharge>> {
    let mut own = vec![];
    for pool in seats::pools_of_team(cx, team)? {
        let Some(seat) = queries::seat_of(cx, pool.id, person)? else { continue };
        let choices = queries::counted(cx, pool.id)?;
        let before = queries::unbound_before(cx, pool.id, (seat.charge.since, seat.charge.assignment))?;
        let charge = charged(&choices, seat, before);
        own.push(OwnCharge { pool, charge, choices });
    }
    Ok(own)
}

/// From now on the person's seat counts to this subscription; to None: by rule. It outlives the seat for as long as the
/// place is not needed, so that a seat that is given back counts as before.
pub fn bind_seat(cx: &mut Command, pool: PoolId, person: PersonId, to: Option<SubscriptionId>) -> Result<()> {
    let pool = seats::pool(cx, pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;
    let seat = queries::seat_of(cx, pool.id, person)?.ok_or(Refused::NoSeatToBind)?;
    let Pool { product_name, team, organization, .. } = pool;
    let email = seat.charge.email;
    let Some(to) = to else {
        if queries::unbind(cx, pool.id, person)? {
            cx.record(SeatUnbound { organization, person, email, pool: pool.id, product_name, team });
        } else {
            cx.quiet();
        }
        return Ok(());
    };
    let counted = queries::counted(cx, pool.id)?.into_iter().find(|one| one.share.subscription == to);
    let counted = counted.ok_or_else(|| Error::field("subscription", "unknown"))?;
    if queries::locked_quantity(cx, to)? <= queries::bound_to(cx, pool.id, to, person)? {
        return Err(Refused::SubscriptionFull { number: counted.number }.into());
    }
    queries::bind(cx, pool.id, person, to)?;
    let number = counted.number;
    cx.record(SeatBound {
        organization,
        person,
        email,
        pool: pool.id,
        product_name,
        team,
        subscription: to,
        number,
    });
    Ok(())
}
