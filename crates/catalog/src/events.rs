//! What happened in the catalog. All of it belongs to the vendor's log.

use kernel::{BuildId, KeyId, OfferingId, PersonId, ProductId, ReleaseId};
use serde::{Deserialize, Serialize};

store::events! {
    ProductCreated "product.created" { product: ProductId, slug: String, name: String } product slug;
    ProductEdited "product.edited" { product: ProductId, slug: String, name: String, description: String, icon: String } product slug;
    /// A new version of the statement, which people are asked to accept anew.
    PrivacyStatementAdded "privacy-statement.added" {
        product: ProductId, slug: String, version: String, languages: Vec<String>,
    } product slug;
    ReleaseCreated "release.created" { release: ReleaseId, label: String, product: ProductId, version: String, kind: String } release label;
    OfferingCreated "offering.created" {
        offering: OfferingId, sku: String, product: ProductId, license_model: String, max_devices: u32,
        offline_days: u32, refresh_hours: u32,
    } offering sku;
    OfferingEdited "offering.edited" {
        offering: OfferingId, sku: String, name: String, max_devices: u32, offline_days: u32, refresh_hours: u32,
    } offering sku;
    BuildAdded "build.added" { build: BuildId, label: String, release: ReleaseId, size: u64, sha256: String } build label;
    /// The release has another file for the platform and language than before.
    BuildReplaced "build.replaced" {
        build: BuildId, label: String, release: ReleaseId, size: u64, sha256: String, before: String,
    } build label;
    /// The first byte of the file was asked for.
    BuildDownloaded "build.downloaded" { build: BuildId, label: String, person: PersonId, sha256: String } build label;
    /// The key that signs the addresses of downloads was made.
    DownloadKeyMade "download-key.made" { key: KeyId, label: String } key label;
}
