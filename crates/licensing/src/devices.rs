//! The devices that people work on, for themselves and for those who give them seats.

use crate::queries;
use kernel::{DeviceId, LeaseId, Permission, PersonId, PoolId, ProductId, Result, Scope, Timestamp};
use std::{cmp::Reverse, collections::HashMap};
use store::Read;

/// A device on which the person may work, or on which a program may still work without a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDevice {
    pub id: DeviceId,
    /// The host name, where the machine told it.
    pub name: Option<String>,
    /// `linux-x64`, `windows-x64`, `macos-arm64`.
    pub platform: String,
    /// When a program on it last asked for its lease.
    pub seen_at: Timestamp,
    /// One of each product, by name.
    pub leases: Vec<OwnLease>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLease {
    pub id: LeaseId,
    pub product: ProductId,
    pub product_name: String,
    pub icon: String,
    pub version: String,
    /// Until then the program works without a connection.
    pub works_until: Timestamp,
    /// The place is free already; only a program that stays offline works on.
    pub ended_at: Option<Timestamp>,
}

/// How many devices of a product are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceUse {
    pub product: ProductId,
    pub product_name: String,
    pub used: u32,
    pub most: u32,
}

impl OwnDevice {
    /// Whether it takes a place.
    pub fn is_in_use(&self) -> bool {
        self.leases.iter().any(|lease| lease.ended_at.is_none())
    }
    /// The last moment at which a program may work there without a connection.
    pub fn works_until(&self) -> Option<Timestamp> {
        self.leases.iter().map(|lease| lease.works_until).max()
    }
    /// `Windows` rather than `windows-x64`.
    pub fn system(&self) -> &str {
        system(&self.platform)
    }
}

pub(crate) fn system(platform: &str) -> &str {
    match platform.split('-').next() {
        Some("windows") => "Windows",
        Some("macos") => "macOS",
        Some("linux") => "Linux",
        _ => platform,
    }
}

/// A row as it is read: one lease of one device.
pub(crate) struct Line {
    pub device: DeviceId,
    pub name: Option<String>,
    pub platform: String,
    pub issued_at: Timestamp,
    pub lease: OwnLease,
}

/// The devices of a person, last seen first: for that person, and for the vendor.
pub fn own_devices(cx: &mut Read, person: PersonId) -> Result<Vec<OwnDevice>> {
    if cx.actor().person_id() != Some(person) {
        cx.require(Permission::ManageVendor, Scope::Vendor)?;
    }
    Ok(gather(queries::lines(cx, person)?))
}

/// Of several leases of one product on a device the open one counts, else the one that lasts longest.
fn gather(lines: Vec<Line>) -> Vec<OwnDevice> {
    let mut devices: Vec<OwnDevice> = Vec::new();
    for line in lines {
        if devices.last().is_none_or(|last| last.id != line.device) {
            let Line { device: id, name, platform, issued_at: seen_at, .. } = line;
            devices.push(OwnDevice { id, name, platform, seen_at, leases: vec![] });
        }
        let Some(device) = devices.last_mut() else { continue };
        device.seen_at = device.seen_at.max(line.issued_at);
        let rank = |lease: &OwnLease| (lease.ended_at.is_none(), lease.works_until);
        match device.leases.iter_mut().find(|lease| lease.product == line.lease.product) {
            Some(known) if rank(known) < rank(&line.lease) => *known = line.lease,
            Some(_) => {}
            None => device.leases.push(line.lease),
        }
    }
    devices.sort_by_key(|device| (Reverse(device.seen_at), device.id));
    devices
}

/// How many of the devices that each product allows are taken, by name of the product.
pub fn device_use(cx: &mut Read, person: PersonId, devices: &[OwnDevice]) -> Result<Vec<DeviceUse>> {
    let mut found: Vec<DeviceUse> = Vec::new();
    for product in seats::products_of(cx, person)? {
        if product.suspended_at.is_some() || found.iter().any(|known| known.product == product.product) {
            continue;
        }
        let takes = |lease: &OwnLease| lease.product == product.product && lease.ended_at.is_none();
        let used = devices.iter().filter(|device| device.leases.iter().any(takes)).count();
        found.push(DeviceUse {
            product: product.product,
            product_name: product.name,
            used: u32::try_from(used).unwrap_or(u32::MAX),
            most: product.policy.max_devices,
        });
    }
    found.sort_by(|one, other| one.product_name.cmp(&other.product_name));
    Ok(found)
}

/// Until when each of these people may work offline on a seat of the pool, for a page of a list: also those whose seat
/// was taken back, for what is on their devices already. Who cannot is left out.
pub fn offline_until(
    cx: &mut Read,
    pool: PoolId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Timestamp>> {
    seats::pool(cx, pool)?;
    let mut found = HashMap::new();
    for person in people {
        if let Some(until) = queries::offline_until(cx, pool, *person)? {
            found.insert(*person, until);
        }
    }
    Ok(found)
}
