//! Teams that change, as far as subscriptions and seats have to do with it (mission B12): a team rests, a subscription
//! goes to another team. Seats follow the people, and nobody is without one on the way.
//!
//! Every act has a plan, which the page shows; the act makes the same plan anew, under the locks, and refuses if it is
//! not what was shown. Locks: the organization, the subscriptions, the teams, their groups, their pools, each by id.
//! Who may: whoever administers all the teams that take part, and the vendor. A contract manager may not as such: the
//! contract says what was bought, the admins of the teams say who works on it.

mod archive;
mod fingerprint;
mod move_subscription;
mod people;

pub use archive::{InTheWay, archive_team, in_the_way};
pub use move_subscription::{Along, MovePlan, MoveSubscription, move_subscription, plan_move};
pub use people::names_in;
