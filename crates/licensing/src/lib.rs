//! Licensing: the signed, time-limited proof that a named person may work with a product on a device, and the list of
//! those devices. The room refuses to know how a seat is given (it asks [`seats`]) and how a program proves whom it
//! speaks for (it asks [`accounts::oauth`]). Start with [`grant_lease`] and its rule in [`Holding`]; [`Keys`] signs.

mod api;
mod ask;
mod devices;
mod end_device;
mod end_lease;
mod ended;
mod events;
mod grant_lease;
mod granted;
mod holding;
mod jobs;
mod keys;
mod pages;
mod queries;
mod refusal;

pub use ask::AskForLease;
pub use devices::{DeviceUse, OwnDevice, OwnLease, device_use, offline_until, own_devices};
pub use end_device::{DeviceFreed, end_device};
pub use end_lease::end_lease;
pub use events::{DeviceEnded, LeaseEnded, LeaseGiven, PrivacyAccepted};
pub use grant_lease::grant_lease;
pub use granted::{Granted, Term};
pub use holding::{Holding, OpenLease};
pub use jobs::jobs;
pub use keys::{Keys, OldKeys};
pub use refusal::LicenseRefused;

use axum::Extension;
use utoipa_axum::router::OpenApiRouter;

/// The API of programs and persons, `/account/devices` and `/vendor/licensing`.
pub fn routes(keys: Keys) -> OpenApiRouter<web::Site> {
    api::routes().merge(pages::routes().into()).layer(Extension(keys))
}

web::room_texts!("licensing");
