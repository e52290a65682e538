//! What the rooms above may ask of the catalog. They decide by seats and contracts who sees the answer.

use crate::{Build, Offering, PrivacyStatement, Product, Release, Version, queries};
use kernel::{BuildId, Lang, OfferingId, ProductId, ReleaseId, Result};
use store::Read;

/// All releases of one product fit on a page; nobody has made a thousand.
const ALL: i64 = 1000;

/// Not found where there is no such product.
pub fn product(cx: &mut Read, id: ProductId) -> Result<Product> {
    queries::product(cx, id)?.ok_or_else(kernel::Error::not_found)
}

pub fn product_by_slug(cx: &mut Read, slug: &str) -> Result<Product> {
    queries::product_by_slug(cx, slug)?.ok_or_else(kernel::Error::not_found)
}

/// Those of the products that exist, in the order of the ids.
pub fn products_by_ids(cx: &mut Read, ids: &[ProductId]) -> Result<Vec<Product>> {
    let found: Result<Vec<_>> = ids.iter().map(|id| queries::product(cx, *id)).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// By slug, from behind `after` (`""` for the first).
pub fn products(cx: &mut Read, after: &str, limit: i64) -> Result<Vec<Product>> {
    queries::products(cx, after, limit)
}

/// The releases of a product, newest first.
pub fn releases(cx: &mut Read, product: ProductId) -> Result<Vec<Release>> {
    queries::releases(cx, product, "~", ALL)
}

pub fn release(cx: &mut Read, id: ReleaseId) -> Result<Release> {
    queries::release(cx, id)?.ok_or_else(kernel::Error::not_found)
}

/// In any spelling: `2027.01` finds `2027.1`.
pub fn release_by_version(cx: &mut Read, product: ProductId, version: &Version) -> Result<Release> {
    queries::release_by_version(cx, product, version)?.ok_or_else(kernel::Error::not_found)
}

/// The newest release that is no preview; a preview where there is nothing else.
pub fn latest_release(cx: &mut Read, product: ProductId) -> Result<Option<Release>> {
    queries::latest_release(cx, product)
}

/// The files of a release, by platform and language.
pub fn builds(cx: &mut Read, release: ReleaseId) -> Result<Vec<Build>> {
    queries::builds(cx, release)
}

pub fn build(cx: &mut Read, id: BuildId) -> Result<Build> {
    queries::build(cx, id)?.ok_or_else(kernel::Error::not_found)
}

/// The files that builds name, by key, from behind `after` (`""` for the first): key and size.
pub fn stored_files(cx: &mut Read, after: &str, limit: i64) -> Result<Vec<(String, u64)>> {
    queries::stored_files(cx, after, limit)
}

pub fn offering(cx: &mut Read, id: OfferingId) -> Result<Offering> {
    queries::offering(cx, id)?.ok_or_else(kernel::Error::not_found)
}

/// The article number in any case; None when nothing is sold under it.
pub fn offering_by_sku(cx: &mut Read, sku: &str) -> Result<Option<Offering>> {
    queries::offering_by_sku(cx, &sku.trim().to_ascii_uppercase())
}

pub fn offerings_of(cx: &mut Read, product: ProductId) -> Result<Vec<Offering>> {
    queries::offerings_of(cx, product)
}

/// The statement in force, in the language or else in English; None when the product has none.
pub fn privacy_statement(cx: &mut Read, product: ProductId, lang: Lang) -> Result<Option<PrivacyStatement>> {
    Ok(queries::in_language(queries::current_statements(cx, product)?, lang))
}

/// Which version of it is in force.
pub fn privacy_version(cx: &mut Read, product: ProductId) -> Result<Option<Version>> {
    queries::current_privacy_version(cx, product)
}
