//! What somebody has in a team, noted when they leave it, so that it can be given back.

use crate::queries;
use kernel::{AssignmentId, GroupId, PersonId, PoolId, Result, TeamId};
use std::{fmt, str::FromStr};
use store::Read;

/// Written as a line for each thing; what cannot be read is passed over, as is what is not there any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Belongings {
    /// Each with its assignment, which names its release.
    pub seats: Vec<(PoolId, AssignmentId)>,
    pub groups: Vec<GroupId>,
    /// Pools whose product the person does not get.
    pub exceptions: Vec<PoolId>,
}

impl Belongings {
    pub(crate) fn of(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Belongings> {
        let groups = queries::groups_with(cx, team, person)?;
        Ok(Belongings {
            seats: queries::seats_held(cx, team, person)?,
            groups: groups.into_iter().map(|group| group.id).collect(),
            exceptions: queries::exceptions_of(cx, team, person)?,
        })
    }
}

impl fmt::Display for Belongings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (pool, seat) in &self.seats {
            writeln!(f, "seat {pool} {seat}")?;
        }
        for group in &self.groups {
            writeln!(f, "group {group}")?;
        }
        for pool in &self.exceptions {
            writeln!(f, "exception {pool}")?;
        }
        Ok(())
    }
}

impl FromStr for Belongings {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut had = Belongings::default();
        for line in text.lines() {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["seat", pool, seat] => had.seats.extend(pool.parse().ok().zip(seat.parse().ok())),
                ["group", group] => had.groups.extend(group.parse::<GroupId>()),
                ["exception", pool] => had.exceptions.extend(pool.parse::<PoolId>()),
                _ => {}
            }
        }
        Ok(had)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Chance, Timestamp};

    #[test]
    fn what_was_noted_is_read_again() {
        let (at, chance) = (Timestamp::from_millis(1), Chance::new(|bytes| bytes.fill(1)));
        let pool = PoolId::new(at, &chance);
        let had = Belongings {
            seats: vec![(pool, AssignmentId::new(at, &chance))],
            groups: vec![GroupId::new(at, &chance)],
            exceptions: vec![pool],
        };
        assert_eq!(had.to_string().parse(), Ok(had));
        assert_eq!("".parse(), Ok(Belongings::default()));
        assert_eq!("seat x y\nbook z\ngroup\n".parse(), Ok(Belongings::default()));
    }
}
