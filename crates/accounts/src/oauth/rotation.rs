//! When a refresh token is taken: once, and once more for an answer that got lost on the way.

use std::time::Duration;

/// A refresh token that nobody uses for so long is over; each use begins anew.
pub const IDLE_LIMIT: Duration = kernel::clock::days(90);

/// Each use makes a token of the next generation. A used token is taken again as long as none of a later generation was
/// used: then its answer was lost, or two processes of one program were at it together. After that only somebody who
/// holds a copy can come with it, and the grant ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Taken; the next token is of this generation.
    Goes { on_as: i64 },
    /// A copy is about.
    Ends,
}

/// `used` is the latest generation of the grant that was used; 0 before any was. The first token is of generation 1.
///
/// ```
/// use accounts::oauth::rotation::{Turn, turn};
/// assert_eq!(turn(1, 0), Turn::Goes { on_as: 2 });
/// assert_eq!(turn(1, 1), Turn::Goes { on_as: 2 }); // the answer was lost
/// assert_eq!(turn(1, 2), Turn::Ends);              // the answer had arrived
/// ```
pub const fn turn(presented: i64, used: i64) -> Turn {
    if presented < used { Turn::Ends } else { Turn::Goes { on_as: presented + 1 } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whoever uses tokens in any order: once a token and its successor were used, it is never taken again.
        #[test]
        fn a_token_whose_successor_was_used_is_dead(order in proptest::collection::vec(0usize..8, 1..40)) {
            let (mut tokens, mut used) = (vec![1], 0);
            for pick in order {
                let presented = tokens[pick % tokens.len()];
                match turn(presented, used) {
                    Turn::Goes { on_as } => {
                        prop_assert!(presented >= used);
                        used = presented;
                        tokens.push(on_as);
                    }
                    Turn::Ends => {
                        prop_assert!(presented < used);
                        return Ok(());
                    }
                }
            }
        }
    }

    #[test]
    fn two_processes_with_one_token_both_go_on() {
        let mut used = 0;
        for presented in [1, 1, 2, 2] {
            assert_eq!(turn(presented, used), Turn::Goes { on_as: presented + 1 });
            used = presented;
        }
    }
}
