//! Clients that work at the same time, and remember what was promised to them.

mod invitations;
mod leases;
mod orders;
mod seats;

pub use invitations::{Invitations, invitation};
pub use leases::Leases;
pub use orders::Orders;
pub use seats::Seats;

use crate::found::Found;
use testkit::http::{Caller, Lost};

/// One client at work. What it was told is done has to be there after every restart.
pub trait Client: Send {
    /// One command. Err when no answer came: it is in doubt from then on.
    fn step(&mut self, nobody: &Caller) -> Result<(), Lost>;
    /// Compares what was promised with what is there.
    fn check(&mut self, found: &Found);
    /// Asks again for what is in doubt.
    fn settle(&mut self, nobody: &Caller);
}
