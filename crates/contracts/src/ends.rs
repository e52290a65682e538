//! When the seats of a pool go: what its subscriptions do to it, and what the rule of the pool makes of that.

pub use crate::queries::Coming;

use crate::queries;
use kernel::{PoolId, Result, TeamId, Timestamp, clock::days};
use seats::{Change, Outlook};
use std::collections::BTreeMap;
use store::Read;

/// What is near enough to be said in a list.
const SOON: u64 = 30;

/// Of a pool whose seats one may see: who loses the seat when, and by which contracts.
pub fn outlook(cx: &mut Read, pool: PoolId) -> Result<(Outlook, Vec<Coming>)> {
    let coming = queries::coming_to_pool(cx, pool)?;
    Ok((seats::outlook(cx, pool, &changes(&coming))?, coming))
}

/// The pools of a team in which people lose the seat at this very moment, each with only that turn.
pub(crate) fn lost_at(cx: &mut Read, team: TeamId, at: Timestamp) -> Result<Vec<Outlook>> {
    let mut by_pool: BTreeMap<PoolId, Vec<Coming>> = BTreeMap::new();
    for coming in queries::coming_in_team(cx, team)? {
        by_pool.entry(coming.pool).or_default().push(coming);
    }
    by_pool.retain(|_, coming| coming.iter().any(|coming| coming.at == at));
    let mut lost = vec![];
    for (pool, mut coming) in by_pool {
        coming.retain(|coming| coming.at <= at);
        let mut outlook = seats::outlook(cx, pool, &changes(&coming))?;
        outlook.turns.retain(|turn| turn.at == at && turn.lose > 0);
        if !outlook.turns.is_empty() {
            lost.push(outlook);
        }
    }
    Ok(lost)
}

/// So many seats of a pool go before long, the first of them at that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingSoon {
    pub seats: i64,
    pub first: Coming,
    /// Whether all of them go at that moment.
    pub at_once: bool,
}

/// What ends in the next 30 days, less what starts at the same moments.
pub fn ending_soon(coming: &[Coming], pool: PoolId, now: Timestamp) -> Option<EndingSoon> {
    let until = now.plus(days(SOON));
    let of_pool = coming.iter().filter(|coming| coming.pool == pool && coming.at <= until);
    let mut moments: BTreeMap<Timestamp, (i64, &Coming)> = BTreeMap::new();
    for coming in of_pool {
        moments.entry(coming.at).or_insert((0, coming)).0 += coming.seats;
    }
    let mut falls = moments.into_values().filter(|(seats, _)| *seats < 0);
    let (seats, first) = falls.next()?;
    let more: i64 = falls.map(|(seats, _)| seats).sum();
    Some(EndingSoon { seats: -(seats + more), first: first.clone(), at_once: more == 0 })
}

fn changes(coming: &[Coming]) -> Vec<Change> {
    coming.iter().map(|coming| Change { at: coming.at, seats: coming.seats }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Chance, Id, id::Named};

    fn id<K: Named>(n: i64) -> Id<K> {
        Id::new(Timestamp::from_millis(n), &Chance::new(|bytes| bytes.fill(1)))
    }

    fn coming(day: u64, seats: i64) -> Coming {
        Coming {
            pool: id(1),
            at: Timestamp::from_millis(0).plus(days(day)),
            seats,
            contract: id(2),
            number: "N-1".into(),
            manager: id(3),
            time_zone: "Europe/Stockholm".into(),
        }
    }

    #[test]
    fn what_is_renewed_at_the_same_moment_does_not_end() {
        let now = Timestamp::from_millis(0);
        let soon =
            |all: &[Coming]| ending_soon(all, id(1), now).map(|ending| (ending.seats, ending.first.at));
        assert_eq!(soon(&[coming(9, -5), coming(9, 5)]), None);
        assert_eq!(soon(&[coming(9, -5), coming(9, 3)]), Some((2, coming(9, 0).at)));
        assert_eq!(soon(&[coming(9, -5), coming(20, -2), coming(31, -9)]), Some((7, coming(9, 0).at)));
        assert_eq!(soon(&[coming(31, -9), coming(3, 9)]), None);
        assert_eq!(ending_soon(&[coming(9, -5)], id(4), now), None, "another pool");
    }
}
