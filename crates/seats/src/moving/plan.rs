//! What becomes of the people of one pool when seats go from it to the pool of another team.

use crate::pool::Pool;
use kernel::{AssignmentId, PersonId, Timestamp};

/// An assignment, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub id: AssignmentId,
    pub since: Timestamp,
    /// There is no seat for it: it stands in the line.
    pub waits: bool,
    /// An admin gave it to this very person.
    pub direct: bool,
}

/// Somebody who goes, and what speaks for a seat at both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goer {
    pub person: PersonId,
    pub here: Place,
    /// In the pool of the other team, for who has a seat of that one as well.
    pub there: Option<Place>,
    /// A group or the default would bring a seat here again, to who stays in this team.
    pub comes_along_here: bool,
    /// A group or the default brings one there, and no exception holds against it.
    pub comes_along_there: bool,
    /// In this team no longer.
    pub leaves: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Level {
    pub capacity: i64,
    /// How many people work on the seats.
    pub assigned: i64,
    /// How many stand in the line.
    pub waiting: i64,
}

impl Level {
    pub fn of(pool: &Pool) -> Level {
        Level { capacity: pool.capacity, assigned: pool.assigned, waiting: pool.suspended }
    }
    pub fn free(&self) -> i64 {
        (self.capacity - self.assigned).max(0)
    }
    /// Those who wait get what is free. How many that are.
    fn rise(&mut self) -> i64 {
        let rising = self.free().min(self.waiting);
        self.assigned += rising;
        self.waiting -= rising;
        rising
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolFacts {
    pub here: Level,
    pub there: Level,
    /// So much of the capacity goes to the other team.
    pub seats: i64,
    pub goers: Vec<Goer>,
}

/// What becomes of an assignment that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands in the other pool now.
    Moves,
    /// The person has two: the one there is kept, the one here is given up.
    Keeps,
    /// The person has two: the one here is the better one and takes the place of the one there.
    Replaces,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Going {
    pub person: PersonId,
    pub fate: Fate,
    /// Whether the person works on a seat there; else they stand in the line.
    pub has_seat: bool,
    /// The seat is the person's own from now on, whatever groups bring.
    pub direct: bool,
    /// An exception keeps the groups here from giving another one.
    pub excepted_here: bool,
    /// In this team no longer.
    pub leaves: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoolPlan {
    pub here: Level,
    pub there: Level,
    pub going: Vec<Going>,
    /// People who had two seats, and have one.
    pub doubles: i64,
    /// Out of the line, as seats become free.
    pub rise_here: i64,
    pub rise_there: i64,
    /// So many people who stay here would have no seat: then nothing is done.
    pub missing_here: i64,
    /// So many who would be there have none.
    pub missing_there: i64,
}

impl PoolPlan {
    pub fn fits(&self) -> bool {
        self.missing_here == 0 && self.missing_there == 0
    }
}

/// Nobody who has a seat is without one afterwards, and nobody has two of one pool. Who cannot be seated is counted, and
/// then nothing may be done.
pub fn plan(facts: &PoolFacts) -> PoolPlan {
    let PoolFacts { mut here, mut there, seats, .. } = *facts;
    let (mut going, mut doubles) = (Vec::with_capacity(facts.goers.len()), 0);
    for goer in &facts.goers {
        let one = fate(goer);
        take(&mut here, &goer.here);
        if let Some(place) = &goer.there {
            doubles += i64::from(!goer.here.waits && !place.waits);
            take(&mut there, place);
        }
        match one.has_seat {
            true => there.assigned += 1,
            false => there.waiting += 1,
        }
        going.push(one);
    }
    here.capacity -= seats;
    there.capacity += seats;
    let missing = |level: &Level| (level.assigned - level.capacity.max(0)).max(0);
    let (missing_here, missing_there) = (missing(&here), missing(&there));
    let (rise_here, rise_there) = (here.rise(), there.rise());
    PoolPlan { here, there, going, doubles, rise_here, rise_there, missing_here, missing_there }
}

fn take(level: &mut Level, place: &Place) {
    match place.waits {
        true => level.waiting -= 1,
        false => level.assigned -= 1,
    }
}

/// A seat is better than a place in the line, and the elder place better than the younger one.
fn fate(goer: &Goer) -> Going {
    let rank = |place: &Place| (place.waits, place.since, place.id);
    let fate = match &goer.there {
        None => Fate::Moves,
        // Both are seats: the one there is in its place already.
        Some(there) if !there.waits => Fate::Keeps,
        Some(there) if rank(there) <= rank(&goer.here) => Fate::Keeps,
        Some(_) => Fate::Replaces,
    };
    let was_direct = goer.here.direct || goer.there.as_ref().is_some_and(|there| there.direct);
    let has_seat = !goer.here.waits || goer.there.as_ref().is_some_and(|there| !there.waits);
    Going {
        person: goer.person,
        fate,
        has_seat,
        direct: was_direct || !goer.comes_along_there,
        excepted_here: goer.comes_along_here && !goer.leaves,
        leaves: goer.leaves,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Chance;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn at(n: usize) -> Timestamp {
        Timestamp::from_millis(n as i64 + 1)
    }
    fn person(n: usize) -> PersonId {
        PersonId::new(at(n), &Chance::new(|bytes| bytes.fill(1)))
    }
    fn place(n: usize, waits: bool, direct: bool) -> Place {
        let id = AssignmentId::new(at(n), &Chance::new(|bytes| bytes.fill(2)));
        Place { id, since: at(n), waits, direct }
    }

    /// Everybody of two pools: here and there as `Some(waits)`, and whether the person goes.
    #[derive(Debug, Clone)]
    struct Somebody {
        here: Option<bool>,
        there: Option<bool>,
        goes: bool,
        flags: [bool; 4],
        ages: (usize, usize),
    }

    fn somebody() -> impl Strategy<Value = Somebody> {
        let place = || proptest::option::of(any::<bool>());
        (place(), place(), any::<bool>(), any::<[bool; 4]>(), (0..90usize, 0..90usize))
            .prop_map(|(here, there, goes, flags, ages)| Somebody { here, there, goes, flags, ages })
    }

    fn facts(people: &[Somebody], free: (i64, i64), seats: i64) -> PoolFacts {
        let level = |place: fn(&Somebody) -> Option<bool>, free: i64| {
            let count = |waits| people.iter().filter(|one| place(one) == Some(waits)).count() as i64;
            let (assigned, waiting) = (count(false), count(true));
            // Nobody waits while a seat is free.
            Level { capacity: assigned + if waiting > 0 { 0 } else { free }, assigned, waiting }
        };
        let (here, there) = (level(|one| one.here, free.0), level(|one| one.there, free.1));
        let goers = people.iter().enumerate().filter(|(_, one)| one.goes);
        let goers = goers.filter_map(|(n, one)| {
            let [direct, along_here, along_there, leaves] = one.flags;
            Some(Goer {
                person: person(n),
                here: place(one.ages.0 * 2, one.here?, direct),
                there: one.there.map(|waits| place(one.ages.1 * 2 + 1, waits, !direct)),
                comes_along_here: along_here,
                comes_along_there: along_there,
                leaves,
            })
        });
        PoolFacts { here, there, seats: seats.min(here.capacity), goers: goers.collect() }
    }

    proptest! {
        #[test]
        fn nobody_loses_a_seat_and_no_pool_holds_more_than_it_has(
            people in proptest::collection::vec(somebody(), 0..40), free in (0..9i64, 0..9i64), seats in 0..30i64,
        ) {
            let facts = facts(&people, free, seats);
            let plan = plan(&facts);
            let fates: BTreeMap<_, _> = plan.going.iter().map(|one| (one.person, one)).collect();
            prop_assert_eq!(fates.len(), facts.goers.len(), "each person goes once");

            // The two pools as they are before anybody rises out of a line.
            let (mut here, mut there) = (BTreeSet::new(), BTreeSet::new());
            let (mut line_here, mut line_there) = (0, 0);
            for (n, one) in people.iter().enumerate() {
                let going = fates.get(&person(n));
                let had = one.here == Some(false) || one.there == Some(false);
                match going {
                    Some(going) => {
                        let sits = going.has_seat;
                        prop_assert_eq!(sits, had, "{:?}", one);
                        match sits {
                            true => prop_assert!(there.insert(n), "one seat a person"),
                            false => line_there += 1,
                        }
                    }
                    None => {
                        here.extend((one.here == Some(false)).then_some(n));
                        there.extend((one.there == Some(false)).then_some(n));
                        line_here += i64::from(one.here == Some(true));
                        line_there += i64::from(one.there == Some(true));
                    }
                }
            }
            prop_assert_eq!(plan.here.assigned, here.len() as i64 + plan.rise_here);
            prop_assert_eq!(plan.there.assigned, there.len() as i64 + plan.rise_there);
            prop_assert_eq!(plan.here.waiting, line_here - plan.rise_here);
            prop_assert_eq!(plan.there.waiting, line_there - plan.rise_there);

            // Seats are neither made nor lost.
            prop_assert_eq!(
                plan.here.capacity + plan.there.capacity, facts.here.capacity + facts.there.capacity);
            let too_many = here.len() as i64 > plan.here.capacity || there.len() as i64 > plan.there.capacity;
            prop_assert_eq!(plan.fits(), !too_many);
            if plan.fits() {
                for level in [plan.here, plan.there] {
                    prop_assert!(level.assigned <= level.capacity);
                    prop_assert!(level.free() == 0 || level.waiting == 0, "nobody waits while a seat is free");
                }
            }
        }

        /// Nothing that holds afterwards takes a seat from who has one, and nothing gives a second one.
        #[test]
        fn what_speaks_for_a_seat_speaks_for_it_afterwards(people in proptest::collection::vec(somebody(), 1..30)) {
            let facts = facts(&people, (3, 3), 0);
            for (goer, one) in facts.goers.iter().zip(plan(&facts).going) {
                prop_assert!(one.direct || goer.comes_along_there);
                prop_assert!(one.excepted_here || goer.leaves || !goer.comes_along_here);
                prop_assert_eq!(one.fate == Fate::Moves, goer.there.is_none());
            }
        }

        /// Whoever has a seat in both teams frees one.
        #[test]
        fn a_second_seat_becomes_free(people in proptest::collection::vec(somebody(), 0..40)) {
            let facts = facts(&people, (0, 0), 0);
            let both = |goer: &&Goer| !goer.here.waits && goer.there.as_ref().is_some_and(|there| !there.waits);
            let plan = plan(&facts);
            prop_assert_eq!(plan.doubles, facts.goers.iter().filter(both).count() as i64);
            let (before, after) = (facts.here.assigned + facts.there.assigned, plan.here.assigned + plan.there.assigned);
            let risen = plan.rise_here + plan.rise_there;
            prop_assert_eq!(after - risen, before - plan.doubles);
        }
    }

    #[test]
    fn the_better_of_two_places_is_kept() {
        let goer = |here: (usize, bool), there: (usize, bool)| Goer {
            person: person(1),
            here: place(here.0, here.1, false),
            there: Some(place(there.0, there.1, false)),
            comes_along_here: false,
            comes_along_there: true,
            leaves: true,
        };
        let fate = |here, there| fate(&goer(here, there)).fate;
        assert_eq!(fate((1, false), (2, false)), Fate::Keeps, "the seat there is in its place");
        assert_eq!(fate((1, false), (0, true)), Fate::Replaces, "a seat is better than a line");
        assert_eq!(fate((0, true), (1, false)), Fate::Keeps);
        assert_eq!(fate((0, true), (1, true)), Fate::Replaces, "who waits longer stands before");
        assert_eq!(fate((2, true), (1, true)), Fate::Keeps);
    }
}
