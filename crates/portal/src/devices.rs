//! The machines on which a person works, as home shows them.

use kernel::{DeviceId, ProductId, Timestamp};

#[derive(Debug, Clone)]
pub(crate) struct Device {
    pub id: DeviceId,
    pub name: Option<String>,
    pub platform: String,
    pub seen_at: Timestamp,
}

/// An open lease: the proof that a program works there.
#[derive(Debug, Clone)]
pub(crate) struct Lease {
    pub device: DeviceId,
    pub product: ProductId,
    pub product_name: String,
    /// Of the program.
    pub version: String,
    pub expires_at: Timestamp,
}

/// Until when a program works on one of the devices without the server.
pub(crate) fn offline_until(leases: &[Lease], product: ProductId) -> Option<Timestamp> {
    leases.iter().filter(|lease| lease.product == product).map(|lease| lease.expires_at).max()
}

/// The newest version that the person has at work.
pub(crate) fn at_work(leases: &[Lease], product: ProductId) -> Option<catalog::Version> {
    let own = leases.iter().filter(|lease| lease.product == product);
    own.filter_map(|lease| lease.version.parse::<catalog::Version>().ok())
        .max_by(|one, other| one.sort_key().cmp(other.sort_key()))
}
