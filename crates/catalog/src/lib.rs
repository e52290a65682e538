//! What is sold and what is downloaded: products, releases, the files of a release, and the offerings that an order
//! names. The room refuses to know who holds a seat: the rooms above decide that, and then ask for a signed address.
//! Start with [`Product`] and its neighbors; [`ask`] is what the rooms above read, the verbs are one file each.

mod add_build;
mod add_privacy_statement;
mod api;
pub mod ask;
mod checks;
mod create_offering;
mod create_product;
mod create_release;
mod digest;
mod download;
mod edit_offering;
mod edit_product;
mod events;
mod file_name;
mod files;
mod kinds;
mod language;
mod offer_download;
mod pages;
mod platform;
mod policy;
mod product;
mod queries;
pub mod range;
mod refusal;
mod sku;
mod slug;
mod sweep;
pub mod ticket;
mod upload;
mod version;

pub use add_build::{AddBuild, Fit, Stored, add_build};
pub use add_privacy_statement::{AddPrivacyStatement, add_privacy_statement};
pub use ask::*;
pub use create_offering::{CreateOffering, create_offering};
pub use create_product::{CreateProduct, create_product};
pub use create_release::{CreateRelease, create_release};
pub use digest::Digest;
pub use edit_offering::{EditOffering, edit_offering, patch_offering};
pub use edit_product::{EditProduct, edit_product};
pub use events::*;
pub use file_name::FileName;
pub use files::{Files, Staged};
pub use kinds::{LicenseModel, ReleaseKind};
pub use language::Language;
pub use offer_download::{download_key, offer_download, record_download};
pub use platform::Platform;
pub use policy::OfferingPolicy;
pub use product::{Build, Glyph, Offering, PrivacyStatement, Product, Release};
pub use refusal::Refused;
pub use sku::Sku;
pub use slug::Slug;
pub use sweep::jobs;
pub use ticket::Ticket;
pub use version::Version;

use axum::Extension;
use utoipa_axum::router::OpenApiRouter;

web::room_texts!("catalog");

/// Pages under `/vendor/products` and `/vendor/offerings`, the API, and `/downloads`.
pub fn routes(files: Files) -> OpenApiRouter<web::Site> {
    pages::routes().merge(download::routes()).merge(api::routes()).layer(Extension(files))
}
