//! What the devices of a person tell about one program.

use kernel::{ProductId, Timestamp};
use licensing::{OwnDevice, OwnLease};

fn at_work_with(devices: &[OwnDevice], product: ProductId) -> impl Iterator<Item = &OwnLease> {
    let leases = devices.iter().flat_map(|device| &device.leases);
    leases.filter(move |lease| lease.product == product && lease.ended_at.is_none())
}

/// Until when the program works on one of the devices without the server.
pub(crate) fn offline_until(devices: &[OwnDevice], product: ProductId) -> Option<Timestamp> {
    at_work_with(devices, product).map(|lease| lease.works_until).max()
}

/// The newest version that the person has at work.
pub(crate) fn newest_at_work(devices: &[OwnDevice], product: ProductId) -> Option<catalog::Version> {
    let versions =
        at_work_with(devices, product).filter_map(|lease| lease.version.parse::<catalog::Version>().ok());
    versions.max_by(|one, other| one.sort_key().cmp(other.sort_key()))
}
