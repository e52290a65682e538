//! Change the name or the policy of an offering. Leases that are out keep the policy they were given under.

use crate::{
    Offering, OfferingPolicy, ask,
    checks::{self, Checks},
    events::OfferingEdited,
    queries,
};
use kernel::{Error, FieldError, Name, Permission, Result, Scope};
use store::Command;
use web::{Ask, Fields};

#[derive(Debug, Clone)]
pub struct EditOffering {
    pub name: Name,
    pub policy: OfferingPolicy,
}

impl EditOffering {
    pub fn parse(name: &str, [devices, offline, refresh]: [&str; 3]) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let name = checks.take(Name::parse("name", name));
        let policy = checks.take_all(OfferingPolicy::parse(devices, offline, refresh));
        checks.done(|| Some(EditOffering { name: name?, policy: policy? }))
    }
}

impl Ask for EditOffering {
    fn read(fields: &mut Fields) -> Option<Self> {
        let policy = ["max_devices", "offline_days", "refresh_hours"].map(|field| fields.raw(field));
        let parsed = Self::parse(fields.raw("name"), policy);
        checks::give(fields, parsed)
    }
}

pub fn edit_offering(cx: &mut Command, sku: &str, edit: &EditOffering) -> Result<Offering> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let before = ask::offering_by_sku(cx, sku)?.ok_or_else(Error::not_found)?;
    let offering = Offering { name: edit.name.clone(), policy: edit.policy, ..before.clone() };
    if offering == before {
        return Ok(before);
    }
    queries::update_offering(cx, &offering)?;
    cx.record(OfferingEdited {
        offering: offering.id,
        sku: offering.sku.to_string(),
        name: offering.name.to_string(),
        max_devices: offering.policy.max_devices,
        offline_days: offering.policy.offline_days,
        refresh_hours: offering.policy.refresh_hours,
    });
    Ok(offering)
}

/// The same for what the API names alone; the rest stays as it is.
pub fn patch_offering(cx: &mut Command, sku: &str, patch: &wire::catalog::OfferingPatch) -> Result<Offering> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let now = ask::offering_by_sku(cx, sku)?.ok_or_else(Error::not_found)?;
    let policy = [
        patch.max_devices.unwrap_or(now.policy.max_devices),
        patch.offline_days.unwrap_or(now.policy.offline_days),
        patch.refresh_hours.unwrap_or(now.policy.refresh_hours),
    ]
    .map(|number| number.to_string());
    let name = patch.name.as_deref().unwrap_or(now.name.as_str());
    let edit = EditOffering::parse(name, policy.each_ref().map(String::as_str));
    edit_offering(cx, sku, &checks::or_fields(edit)?)
}
