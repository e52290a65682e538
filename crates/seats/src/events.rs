//! What happened to seats, for the audit log and for the rooms above.

use crate::pool::Pool;
use kernel::{AssignmentId, GroupId, ImportId, OrganizationId, PersonId, PoolId, ProductId, TeamId};
use serde::{Deserialize, Serialize};
use store::Event;

macro_rules! seat_events {
    ($($(#[$doc:meta])* $event:ident $action:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $event {
            pub assignment: AssignmentId,
            pub person: PersonId,
            pub email: String,
            pub pool: PoolId,
            pub product: ProductId,
            pub product_name: String,
            pub team: TeamId,
            pub organization: OrganizationId,
        }

        impl $event {
            pub(crate) fn of(pool: &Pool, assignment: AssignmentId, person: PersonId, email: &str) -> Self {
                $event {
                    assignment,
                    person,
                    email: email.to_owned(),
                    pool: pool.id,
                    product: pool.product,
                    product_name: pool.product_name.clone(),
                    team: pool.team,
                    organization: pool.organization,
                }
            }
        }

        impl Event for $event {
            const ACTION: &'static str = $action;
            fn organization(&self) -> Option<OrganizationId> {
                Some(self.organization)
            }
            fn subject(&self) -> String {
                self.person.to_string()
            }
            fn label(&self) -> String {
                format!("{}: {}", self.email, self.product_name)
            }
        }
    )*};
}

seat_events! {
    SeatAssigned "seat.assigned";
    SeatReleased "seat.released";
    /// There is none free for the person, who stands in line now.
    SeatAwaited "seat.awaited";
    /// The capacity fell below the people; this one keeps the assignment and loses the seat.
    SeatSuspended "seat.suspended";
    /// There is a seat again.
    SeatResumed "seat.resumed";
    /// When seats go, the person keeps this one before all who are not pinned.
    SeatPinned "seat.pinned";
    SeatUnpinned "seat.unpinned";
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapacityChanged {
    pub pool: PoolId,
    pub product: ProductId,
    pub product_name: String,
    pub team: TeamId,
    pub organization: OrganizationId,
    pub before: i64,
    pub after: i64,
}

impl CapacityChanged {
    pub(crate) fn of(pool: &Pool, after: i64) -> Self {
        CapacityChanged {
            pool: pool.id,
            product: pool.product,
            product_name: pool.product_name.clone(),
            team: pool.team,
            organization: pool.organization,
            before: pool.capacity,
            after,
        }
    }
}

impl Event for CapacityChanged {
    const ACTION: &'static str = "pool.capacity-changed";
    fn organization(&self) -> Option<OrganizationId> {
        Some(self.organization)
    }
    fn subject(&self) -> String {
        self.pool.to_string()
    }
    fn label(&self) -> String {
        self.product_name.clone()
    }
}

store::events! {
    of an organization;
    GroupCreated "group.created" { group: GroupId, name: String, team: TeamId } group name;
    GroupRenamed "group.renamed" { group: GroupId, name: String, before: String, team: TeamId } group name;
    GroupDeleted "group.deleted" { group: GroupId, name: String, team: TeamId } group name;
    GroupJoined "group.member-added" { person: PersonId, email: String, group: GroupId, name: String, team: TeamId } person email;
    GroupLeft "group.member-removed" { person: PersonId, email: String, group: GroupId, name: String, team: TeamId } person email;
    GroupBringsProduct "group.product-added" { group: GroupId, name: String, pool: PoolId, product_name: String, team: TeamId } group name;
    GroupWithdrewProduct "group.product-removed" { group: GroupId, name: String, pool: PoolId, product_name: String, team: TeamId } group name;
    /// Seats went to the pool of another team, and people with them; `doubles` had one there already.
    SeatsMoved "pool.seats-moved" {
        pool: PoolId, into: PoolId, product_name: String, team: TeamId, into_team: TeamId, seats: i64, people: i64,
        doubles: i64,
    } pool product_name;
    DefaultSet "pool.default-set" { pool: PoolId, product_name: String, team: TeamId } pool product_name;
    DefaultEnded "pool.default-ended" { pool: PoolId, product_name: String, team: TeamId } pool product_name;
    ImportConfirmed "import.confirmed" { import: ImportId, act: String, rows: i64, team: TeamId } import act;
    ImportStopped "import.stopped" { import: ImportId, act: String, team: TeamId } import act;
    /// All rows were gone through, forth or back.
    ImportEnded "import.ended" { import: ImportId, act: String, state: String, rows: i64, failed: i64, team: TeamId } import act;
    ImportUndone "import.undone" { import: ImportId, act: String, team: TeamId } import act;
    ExceptionMade "seat.exception-made" { person: PersonId, email: String, pool: PoolId, product_name: String, team: TeamId } person email;
    ExceptionLifted "seat.exception-lifted" { person: PersonId, email: String, pool: PoolId, product_name: String, team: TeamId } person email;
}
