//! To which subscription each seat of a pool counts (mission B9): the one that an admin chose, else by rule.

use kernel::SubscriptionId;

/// A running subscription of the pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub subscription: SubscriptionId,
    pub quantity: i64,
    /// How many people on a seat are bound to it.
    pub bound: i64,
}

/// The subscriptions of a pool, the one that started first in front. Whoever is not bound counts to the first that has
/// room, in the order in which the seats were assigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread(pub Vec<Share>);

impl Spread {
    /// Where somebody counts before whom so many unbound people stand; None when there are more people than seats.
    pub fn unbound(&self, before: i64) -> Option<SubscriptionId> {
        let mut before = before;
        for share in &self.0 {
            let room = (share.quantity - share.bound).max(0);
            if before < room {
                return Some(share.subscription);
            }
            before -= room;
        }
        None
    }

    /// Where somebody counts who is bound to this one, if it is one of the pool's.
    pub fn bound(&self, to: Option<SubscriptionId>) -> Option<SubscriptionId> {
        to.filter(|to| self.0.iter().any(|share| share.subscription == *to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Chance, Timestamp};
    use proptest::prelude::*;

    fn subscription(n: usize) -> SubscriptionId {
        SubscriptionId::new(Timestamp::from_millis(n as i64), &Chance::new(|bytes| bytes.fill(1)))
    }

    fn shares() -> impl Strategy<Value = Spread> {
        let one = (1..6i64).prop_flat_map(|quantity| (Just(quantity), 0..=quantity));
        proptest::collection::vec(one, 0..5).prop_map(|some| {
            let share = |(at, (quantity, bound))| Share { subscription: subscription(at), quantity, bound };
            Spread(some.into_iter().enumerate().map(share).collect())
        })
    }

    proptest! {
        /// No subscription gets more than it has, and as long as there are seats everybody counts to exactly one.
        #[test]
        fn everybody_counts_somewhere_and_nowhere_are_too_many(spread in shares(), people in 0..40i64) {
            let landed: Vec<_> = (0..people).map(|before| spread.unbound(before)).collect();
            for share in &spread.0 {
                let here = landed.iter().filter(|to| **to == Some(share.subscription)).count() as i64;
                prop_assert!(share.bound + here <= share.quantity);
            }
            let room: i64 = spread.0.iter().map(|share| share.quantity - share.bound).sum();
            prop_assert_eq!(landed.iter().flatten().count() as i64, people.min(room));
        }

        /// Whoever got the seat later counts to no older subscription.
        #[test]
        fn the_first_count_to_the_oldest(spread in shares(), people in 0..40i64) {
            let landed: Vec<_> = (0..people).map_while(|before| spread.unbound(before)).collect();
            prop_assert!(landed.is_sorted());
        }
    }

    #[test]
    fn a_subscription_of_another_pool_binds_nobody() {
        let spread = Spread(vec![Share { subscription: subscription(1), quantity: 2, bound: 1 }]);
        assert_eq!(spread.bound(Some(subscription(1))), Some(subscription(1)));
        assert_eq!((spread.bound(Some(subscription(2))), spread.bound(None)), (None, None));
    }
}
