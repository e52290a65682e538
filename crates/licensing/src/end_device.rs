//! A person frees one of the own devices: its leases end, and its programs are signed out.

use crate::{
    ended::{By, Which, end_leases},
    events::DeviceEnded,
    queries,
};
use kernel::{ConsentId, DeviceId, Error, Result, Timestamp};
use std::collections::BTreeSet;
use store::Command;

/// What to tell the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceFreed {
    pub name: Option<String>,
    pub platform: String,
    /// Its documents hold until then where it does not come online; None when nothing was open.
    pub works_until: Option<Timestamp>,
}

/// The place counts as free at once. Without the end of the programs' sessions the device would take it again at its
/// next request.
pub fn end_device(cx: &mut Command, device: DeviceId) -> Result<DeviceFreed> {
    let person = cx.actor().signed_in()?;
    let row = queries::device(cx, person, device)?.ok_or_else(Error::not_found)?;
    queries::lock_holders(cx, person)?;

    cx.quiet();
    let ended = end_leases(cx, person, Which::Device(device), By::Person)?;
    let grants: BTreeSet<ConsentId> = ended.iter().map(|one| one.grant).collect();
    for grant in grants {
        accounts::oauth::end_program(cx, grant)?;
    }
    if !ended.is_empty() {
        let name = row.name.clone().unwrap_or_else(|| row.platform.clone());
        cx.record(DeviceEnded { device, person, name });
    }
    let now = cx.now();
    let works_until = ended.iter().map(|one| one.expires_at).max().filter(|until| *until > now);
    Ok(DeviceFreed { name: row.name, platform: row.platform, works_until })
}
