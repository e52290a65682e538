//! `/api/v1/me/devices`: where the signed-in person works, and how to free a device.

use crate::{OwnDevice, end_device, own_devices};
use axum::{extract::Path, http::StatusCode};
use kernel::{DeviceId, Error};
use web::{Handled, Listing, PartParams, Visit};
use wire::{
    Problem,
    licensing::{Device, DeviceLease, DeviceList},
};

/// My devices, last seen first.
#[utoipa::path(get, path = "/api/v1/me/devices", tag = "licensing", operation_id = "list_own_devices",
    security(("session" = [])), params(PartParams), responses(
    (status = 200, body = DeviceList),
    (status = 401, body = Problem),
    (status = 403, body = Problem, description = "For people, not for keys"),
    (status = 422, body = Problem),
))]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let person = visit.actor.signed_in()?;
    let part = listing.part(&[])?;
    let devices = visit.read(move |cx| own_devices(cx, person)).await?;
    let (devices, next) = part.of_all(devices, |device| device.id.to_string())?;
    part.answer(next, |next| DeviceList { items: devices.iter().map(out).collect(), next })
}

/// Free a device. Its programs are signed out; one that stays offline works until its lease is over.
#[utoipa::path(delete, path = "/api/v1/me/devices/{device}", tag = "licensing", operation_id = "delete_own_device",
    security(("session" = [])),
    params(("device" = String, Path, description = "`dev_...`")), responses(
    (status = 204, description = "The device is free, now or already before"),
    (status = 401, body = Problem),
    (status = 404, body = Problem),
))]
pub(super) async fn delete(visit: Visit, Path(device): Path<String>) -> Handled<StatusCode> {
    let person = visit.actor.signed_in()?;
    let device: DeviceId = device.parse().map_err(|_| Error::not_found())?;
    visit.command_on(person, move |cx| end_device(cx, device)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn out(device: &OwnDevice) -> Device {
    let leases = device.leases.iter().map(|lease| DeviceLease {
        id: lease.id.to_string(),
        product: lease.product.to_string(),
        product_name: lease.product_name.clone(),
        version: lease.version.clone(),
        works_until: lease.works_until.rfc3339(),
        ended_at: lease.ended_at.map(|at| at.rfc3339()),
    });
    Device {
        id: device.id.to_string(),
        name: device.name.clone(),
        platform: device.platform.clone(),
        seen_at: device.seen_at.rfc3339(),
        in_use: device.is_in_use(),
        leases: leases.collect(),
    }
}
