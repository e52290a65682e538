//! The end of leases before their time: by the program, the person, the end of a session, or the loss of the seat.

use crate::{events::LeaseEnded, queries};
use kernel::{ConsentId, DeviceId, LeaseId, OrganizationId, PersonId, PoolId, ProductId, Result, Timestamp};
use store::Command;

/// Who or what ended a lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// It gave the lease back, and works on it no longer.
    Program,
    Person,
    Session,
    Seat,
}

impl By {
    pub const fn name(self) -> &'static str {
        match self {
            By::Program => "program",
            By::Person => "person",
            By::Session => "session",
            By::Seat => "seat",
        }
    }
}

/// Which leases of a person.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Which {
    Lease(LeaseId),
    Device(DeviceId),
    Grant(ConsentId),
    Pool(PoolId),
}

/// A lease that was ended, as the log tells it.
#[derive(Debug, Clone)]
pub(crate) struct Ended {
    pub lease: LeaseId,
    pub person: PersonId,
    pub email: String,
    pub device: DeviceId,
    pub product: ProductId,
    pub product_name: String,
    pub organization: Option<OrganizationId>,
    pub grant: ConsentId,
    pub expires_at: Timestamp,
}

/// Ends those that are open. The caller holds the lock of what the person holds.
pub(crate) fn end_leases(cx: &mut Command, person: PersonId, which: Which, by: By) -> Result<Vec<Ended>> {
    let open = queries::open_leases(cx, person, which)?;
    for one in &open {
        queries::end(cx, one.lease, by)?;
        cx.record(LeaseEnded {
            lease: one.lease,
            person: one.person,
            email: one.email.clone(),
            device: one.device,
            product: one.product,
            product_name: one.product_name.clone(),
            organization: one.organization,
            by: by.name().to_owned(),
        });
    }
    Ok(open)
}
