//! The events, and the orders in which they can come.

/// What happens to one address. Each pair is an ask and what a person does with the mail that it brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// She makes an account for herself.
    Register,
    FollowRegistration,
    /// A partner's order names her as contract manager.
    Order,
    FollowWelcome,
    /// An admin of another company invites her to a team.
    Invite,
    Accept,
    /// She asks for a new password.
    Forget,
    FollowReset,
}

use Event::*;

pub const CHAINS: [[Event; 2]; 4] =
    [[Register, FollowRegistration], [Order, FollowWelcome], [Invite, Accept], [Forget, FollowReset]];

/// Moments, one after the other; what stands in one moment happens at the same time.
pub type Day = Vec<Vec<Event>>;

/// All orders in which nobody follows a mail before it was asked for.
pub fn every_order() -> Vec<Day> {
    fn go(left: [usize; 4], so_far: &mut Vec<Event>, all: &mut Vec<Day>) {
        if left == [0; 4] {
            all.push(so_far.iter().map(|event| vec![*event]).collect());
        }
        for (at, chain) in CHAINS.iter().enumerate() {
            if left[at] > 0 {
                let mut rest = left;
                rest[at] -= 1;
                so_far.push(chain[2 - left[at]]);
                go(rest, so_far, all);
                so_far.pop();
            }
        }
    }
    let mut all = vec![];
    go([2; 4], &mut vec![], &mut all);
    all
}

/// Whether she follows the link to a new password before anything else happens.
pub fn resets_in_one_go(day: &Day) -> bool {
    day.windows(2).any(|two| two[0] == [Forget] && two[1] == [FollowReset])
}

/// A day of three moments, another for each number below 81.
pub fn moments(number: usize) -> Day {
    let mut day = vec![vec![]; 3];
    for (at, chain) in CHAINS.into_iter().enumerate() {
        // First and second, first and third, second and third.
        let (ask, follow) = [(0, 1), (0, 2), (1, 2)][number / 3_usize.pow(at as u32) % 3];
        day[ask].push(chain[0]);
        day[follow].push(chain[1]);
    }
    day
}

pub fn all_asked_then_all_followed() -> Day {
    vec![CHAINS.map(|[ask, _]| ask).to_vec(), CHAINS.map(|[_, follow]| follow).to_vec()]
}
