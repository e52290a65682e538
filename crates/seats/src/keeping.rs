//! The one order in which seats are kept: who loses the seat when there are fewer, and who gets one when there are more.

use crate::pool::Resized;
use kernel::{AssignmentId, Timestamp};
use std::collections::BTreeMap;

/// The place of an assignment in its pool: first the pinned, in the order in which they were pinned, then those who
/// have had it longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    not_pinned: bool,
    pinned_at: Option<Timestamp>,
    assigned_at: Timestamp,
    assignment: AssignmentId,
}

impl Place {
    pub fn of(pinned_at: Option<Timestamp>, assigned_at: Timestamp, assignment: AssignmentId) -> Place {
        Place { not_pinned: pinned_at.is_none(), pinned_at, assigned_at, assignment }
    }
}

/// Something that has a place.
pub trait Placed {
    fn place(&self) -> Place;
}

/// Those on a seat and those who wait, as far as a change may reach: the last of the one and the first of the other.
#[derive(Debug, Clone)]
pub struct Line<T> {
    seated: BTreeMap<Place, T>,
    waiting: BTreeMap<Place, T>,
}

/// To whom a change happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned<T> {
    /// Who loses the seat first comes first.
    pub lose: Vec<T>,
    /// Who gets one first comes first.
    pub regain: Vec<T>,
}

impl<T: Placed + Clone> Line<T> {
    pub fn of(seated: Vec<T>, waiting: Vec<T>) -> Line<T> {
        let placed = |some: Vec<T>| some.into_iter().map(|one| (one.place(), one)).collect();
        Line { seated: placed(seated), waiting: placed(waiting) }
    }

    /// The last on a seat go and stand in the line; the first in the line come.
    pub fn turn(&mut self, change: Resized) -> Turned<T> {
        let mut turned = Turned { lose: vec![], regain: vec![] };
        for _ in 0..change.suspend {
            let Some((place, one)) = self.seated.pop_last() else { break };
            turned.lose.push(one.clone());
            self.waiting.insert(place, one);
        }
        for _ in 0..change.resume {
            let Some((place, one)) = self.waiting.pop_first() else { break };
            turned.regain.push(one.clone());
            self.seated.insert(place, one);
        }
        turned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Chance;
    use proptest::prelude::*;

    impl Placed for Place {
        fn place(&self) -> Place {
            *self
        }
    }

    fn place(pinned: Option<i64>, assigned: i64, n: i64) -> Place {
        let at = Timestamp::from_millis;
        Place::of(pinned.map(at), at(assigned), AssignmentId::new(at(n), &Chance::new(|bytes| bytes.fill(1))))
    }

    fn people() -> impl Strategy<Value = Vec<Place>> {
        let one = (proptest::option::of(0..5i64), 0..5i64);
        proptest::collection::vec(one, 0..12).prop_map(|some| {
            let numbered = some.into_iter().zip(0..);
            numbered.map(|((pinned, assigned), n)| place(pinned, assigned, n)).collect()
        })
    }

    #[test]
    fn the_pinned_come_first_in_the_order_of_pinning_then_the_longest_assigned() {
        let (late_pin, early_pin) = (place(Some(9), 1, 1), place(Some(3), 8, 2));
        let (long, short) = (place(None, 2, 3), place(None, 5, 4));
        let mut all = [short, late_pin, long, early_pin];
        all.sort();
        assert_eq!(all, [early_pin, late_pin, long, short]);
    }

    proptest! {
        /// Nobody who loses the seat stands before anybody who keeps it, and nobody disappears.
        #[test]
        fn whoever_keeps_the_seat_stands_before_all_who_lose_it(people in people(), suspend in 0..14i64) {
            let mut line = Line::of(people.clone(), vec![]);
            let turned = line.turn(Resized { suspend, resume: 0 });
            let kept: Vec<_> = line.seated.keys().copied().collect();
            prop_assert!(turned.lose.iter().all(|lost| kept.iter().all(|keeps| keeps < lost)));
            prop_assert_eq!(turned.lose.len() + kept.len(), people.len());
            prop_assert!(turned.lose.is_sorted_by(|one, next| one > next), "the last loses it first");
        }

        /// The same as many come back, in the order in which they would have kept it.
        #[test]
        fn as_many_seats_again_bring_back_the_same_people(people in people(), count in 0..14i64) {
            let mut line = Line::of(people, vec![]);
            let mut lost = line.turn(Resized { suspend: count, resume: 0 }).lose;
            lost.reverse();
            prop_assert_eq!(line.turn(Resized { suspend: 0, resume: count }).regain, lost);
        }

        /// In one step or in several: the same people lose it.
        #[test]
        fn steps_add_up(people in people(), one in 0..6i64, two in 0..6i64) {
            let fall = |line: &mut Line<Place>, suspend| line.turn(Resized { suspend, resume: 0 }).lose;
            let (mut at_once, mut stepwise) = (Line::of(people.clone(), vec![]), Line::of(people, vec![]));
            let mut steps = fall(&mut stepwise, one);
            steps.extend(fall(&mut stepwise, two));
            prop_assert_eq!(fall(&mut at_once, one + two), steps);
        }
    }
}
