//! Take a seat back. The assignment moves to those that were released, from where it can be restored.

use crate::{
    assignment::Candidate, events::SeatReleased, pool::Pool, queries, refusal::SeatRefusal, suspend,
};
use kernel::{AssignmentId, Permission, PersonId, PoolId, Result};
use std::collections::BTreeSet;
use store::Command;

/// What was taken back in one act.
#[derive(Debug, Clone)]
pub struct Released {
    /// Names the act, for [`restore_seats`](crate::restore_seats).
    pub release: AssignmentId,
    pub product: String,
    pub people: Vec<Candidate>,
}

/// Touches one pool: submit it with `command_on(pool, ..)`.
pub fn release_seat(cx: &mut Command, pool: PoolId, person: PersonId) -> Result<Released> {
    release_seats(cx, pool, &[person])
}

/// The seats of several people at once: of all of them, or of nobody.
pub fn release_seats(cx: &mut Command, pool: PoolId, people: &[PersonId]) -> Result<Released> {
    let pool = queries::locked_pool(cx, pool)?;
    cx.require(Permission::AssignSeats, pool.scope())?;

    let people: BTreeSet<PersonId> = people.iter().copied().collect();
    let holder = |person| queries::holder(cx, &pool, person)?.ok_or_else(|| SeatRefusal::NotAssigned.into());
    let holders = people.into_iter().map(holder).collect::<Result<Vec<_>>>()?;
    let Some((release, _)) = holders.first() else { return Err(SeatRefusal::NobodyChosen.into()) };
    let release = *release;
    nothing_comes_along(cx, &pool, &holders)?;

    take_back(cx, &pool, release, &holders)?;
    let people = holders.into_iter().map(|(_, person)| person).collect();
    Ok(Released { release, product: pool.product_name, people })
}

/// What a group or the default brings would come back at once; there is the exception for that.
fn nothing_comes_along(cx: &mut Command, pool: &Pool, holders: &[(AssignmentId, Candidate)]) -> Result<()> {
    let people: Vec<PersonId> = holders.iter().map(|(_, holder)| holder.person).collect();
    let standings = queries::standings(cx, pool, &people)?;
    let Some(standing) = standings.iter().find(|standing| standing.should_have_if(false)) else {
        return Ok(());
    };
    let groups = queries::groups_behind(cx, pool.id, standing.candidate.person)?;
    Err(SeatRefusal::ComesAlong {
        product: pool.product_name.clone(),
        person: standing.candidate.name(),
        groups: groups.into_iter().map(|group| group.name).collect(),
    }
    .into())
}

/// Seats that become free go to those who wait suspended.
pub(crate) fn take_back(
    cx: &mut Command,
    pool: &Pool,
    release: AssignmentId,
    holders: &[(AssignmentId, Candidate)],
) -> Result<()> {
    let mut freed = 0;
    for (id, holder) in holders {
        let Some(was_suspended) = queries::release(cx, *id, release)? else {
            return Err(SeatRefusal::NotAssigned.into());
        };
        freed += i64::from(!was_suspended);
        cx.record(SeatReleased::of(pool, *id, holder.person, &holder.email));
    }
    queries::free_seats(cx, pool.id, freed)?;
    suspend::resume(cx, pool, freed, Some(release))
}
