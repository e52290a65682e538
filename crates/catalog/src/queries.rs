//! All SQL of the room. The rooms above ask by the functions of [`crate::ask`]; what writes is for the verbs alone.

use crate::{
    Build, Digest, FileName, Glyph, Language, LicenseModel, Offering, OfferingPolicy, Platform,
    PrivacyStatement, Product, Release, ReleaseKind, Sku, Slug, Version,
};
use kernel::{
    BuildId, Error, Id, KeyId, Lang, Name, OfferingId, PersonId, ProductId, ReleaseId, Result, Timestamp,
    clock::days, id::Named,
};
use store::{Bind, Cell, Command, FromCell, FromRow, Param, Read, Row, Spent};

/// Nouns that are one column of text.
macro_rules! text_columns {
    ($($noun:ty)*) => {$(
        impl Bind for $noun {
            fn bind(&self) -> Param<'_> {
                Param::Text(self.to_string().into())
            }
        }
        impl FromCell for $noun {
            fn from_cell(cell: Cell) -> Result<Self> {
                let text = String::from_cell(cell)?;
                text.parse().map_err(|_| Error::fault(format!("a row holds {text:?} as {}", stringify!($noun))))
            }
        }
    )*};
}

text_columns!(Slug Sku Version Platform Language ReleaseKind LicenseModel FileName Digest Glyph);

fn name(row: &mut Row) -> Result<Name> {
    let text: String = row.take()?;
    Name::parse("name", &text)
        .map_err(|error| Error::fault(format!("a row holds the name {text:?}: {}", error.code)))
}

const PRODUCT: &str = "p.id, p.slug, p.name, p.description, p.icon, p.created_at";

impl FromRow for Product {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Product {
            id: row.take()?,
            slug: row.take()?,
            name: name(row)?,
            description: row.take()?,
            icon: row.take()?,
            created_at: row.take()?,
        })
    }
}

/// A product as the operator's list shows it.
#[derive(Debug, Clone)]
pub(crate) struct ProductLine {
    pub product: Product,
    pub latest: Option<Version>,
    pub releases: i64,
    pub offerings: i64,
}

impl FromRow for ProductLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(ProductLine {
            product: Product::from_row(row)?,
            latest: row.take()?,
            releases: row.take()?,
            offerings: row.take()?,
        })
    }
}

/// By slug, from behind `after`.
pub(crate) fn product_lines(cx: &mut Read, after: &str, limit: i64) -> Result<Vec<ProductLine>> {
    let sql = format!(
        "SELECT {PRODUCT},
            (SELECT r.version FROM releases r WHERE r.product_id = p.id ORDER BY r.sort_version DESC LIMIT 1),
            (SELECT COUNT(*) FROM releases r WHERE r.product_id = p.id),
            (SELECT COUNT(*) FROM offerings o WHERE o.product_id = p.id)
         FROM products p WHERE p.slug > $1 ORDER BY p.slug LIMIT $2"
    );
    cx.all(&sql, &[&after, &limit])
}

pub(crate) fn products(cx: &mut Read, after: &str, limit: i64) -> Result<Vec<Product>> {
    cx.all(
        &format!("SELECT {PRODUCT} FROM products p WHERE p.slug > $1 ORDER BY p.slug LIMIT $2"),
        &[&after, &limit],
    )
}

pub(crate) fn product(cx: &mut Read, id: ProductId) -> Result<Option<Product>> {
    cx.opt(&format!("SELECT {PRODUCT} FROM products p WHERE p.id = $1"), &[&id])
}

pub(crate) fn product_by_slug(cx: &mut Read, slug: &str) -> Result<Option<Product>> {
    cx.opt(&format!("SELECT {PRODUCT} FROM products p WHERE p.slug = $1"), &[&slug])
}

/// Whether the slug was free.
pub(crate) fn insert_product(cx: &mut Command, product: &Product) -> Result<bool> {
    let added = cx.execute(
        "INSERT INTO products (id, slug, name, description, icon, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (slug) DO NOTHING",
        &[
            &product.id,
            &product.slug,
            &product.name.as_str(),
            &product.description,
            &product.icon,
            &product.created_at,
        ],
    )?;
    Ok(added > 0)
}

pub(crate) fn update_product(cx: &mut Command, product: &Product) -> Result<()> {
    cx.execute(
        "UPDATE products SET name = $2, description = $3, icon = $4 WHERE id = $1",
        &[&product.id, &product.name.as_str(), &product.description, &product.icon],
    )?;
    Ok(())
}

impl FromRow for PrivacyStatement {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(PrivacyStatement {
            version: row.take()?,
            language: row.take()?,
            text: row.take()?,
            created_at: row.take()?,
        })
    }
}

/// The latest version in every language, English first.
pub(crate) fn current_statements(cx: &mut Read, product: ProductId) -> Result<Vec<PrivacyStatement>> {
    cx.all(
        "SELECT version, language, text, created_at FROM privacy_statements
         WHERE product_id = $1 AND version = (
            SELECT s.version FROM privacy_statements s WHERE s.product_id = $1
            ORDER BY s.created_at DESC, s.version DESC LIMIT 1)
         ORDER BY language",
        &[&product],
    )
}

pub(crate) fn current_privacy_version(cx: &mut Read, product: ProductId) -> Result<Option<Version>> {
    let found = cx.opt::<(Version,)>(
        "SELECT version FROM privacy_statements WHERE product_id = $1 ORDER BY created_at DESC, version DESC LIMIT 1",
        &[&product],
    )?;
    Ok(found.map(|(version,)| version))
}

pub(crate) fn statements_of(
    cx: &mut Read,
    product: ProductId,
    version: &Version,
) -> Result<Vec<PrivacyStatement>> {
    cx.all(
        "SELECT version, language, text, created_at FROM privacy_statements
         WHERE product_id = $1 AND version = $2 ORDER BY language",
        &[&product, version],
    )
}

/// Whether this version had no text in the language yet.
pub(crate) fn insert_statement(
    cx: &mut Command,
    product: ProductId,
    statement: &PrivacyStatement,
) -> Result<bool> {
    let added = cx.execute(
        "INSERT INTO privacy_statements (product_id, version, language, text, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (product_id, version, language) DO NOTHING",
        &[&product, &statement.version, &statement.language, &statement.text, &statement.created_at],
    )?;
    Ok(added > 0)
}

const RELEASE: &str = "r.id, r.product_id, r.version, r.kind, r.notes, r.released_at";

impl FromRow for Release {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Release {
            id: row.take()?,
            product_id: row.take()?,
            version: row.take()?,
            kind: row.take()?,
            notes: row.take()?,
            released_at: row.take()?,
        })
    }
}

/// Newest first, from before the sort key `before` (`~` for all).
pub(crate) fn releases(cx: &mut Read, product: ProductId, before: &str, limit: i64) -> Result<Vec<Release>> {
    cx.all(
        &format!(
            "SELECT {RELEASE} FROM releases r WHERE r.product_id = $1 AND r.sort_version < $2
             ORDER BY r.sort_version DESC LIMIT $3"
        ),
        &[&product, &before, &limit],
    )
}

pub(crate) fn release(cx: &mut Read, id: ReleaseId) -> Result<Option<Release>> {
    cx.opt(&format!("SELECT {RELEASE} FROM releases r WHERE r.id = $1"), &[&id])
}

/// In any spelling of the version.
pub(crate) fn release_by_version(
    cx: &mut Read,
    product: ProductId,
    version: &Version,
) -> Result<Option<Release>> {
    cx.opt(
        &format!("SELECT {RELEASE} FROM releases r WHERE r.product_id = $1 AND r.sort_version = $2"),
        &[&product, &version.sort_key()],
    )
}

/// The newest that is no preview; the newest of all where there are only previews.
pub(crate) fn latest_release(cx: &mut Read, product: ProductId) -> Result<Option<Release>> {
    cx.opt(
        &format!(
            "SELECT {RELEASE} FROM releases r WHERE r.product_id = $1
             ORDER BY CASE WHEN r.version LIKE '%-%' THEN 1 ELSE 0 END, r.sort_version DESC LIMIT 1"
        ),
        &[&product],
    )
}

/// Whether the version was free.
pub(crate) fn insert_release(cx: &mut Command, release: &Release) -> Result<bool> {
    let added = cx.execute(
        "INSERT INTO releases (id, product_id, version, sort_version, kind, notes, released_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        &[
            &release.id,
            &release.product_id,
            &release.version,
            &release.version.sort_key(),
            &release.kind,
            &release.notes,
            &release.released_at,
        ],
    )?;
    Ok(added > 0)
}

const BUILD: &str =
    "b.id, b.release_id, b.platform, b.language, b.file_name, b.size, b.sha256, b.file_key, b.created_at";

impl FromRow for Build {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Build {
            id: row.take()?,
            release_id: row.take()?,
            platform: row.take()?,
            language: row.take()?,
            file_name: row.take()?,
            size: row.take::<i64>()?.unsigned_abs(),
            sha256: row.take()?,
            file_key: row.take()?,
            created_at: row.take()?,
        })
    }
}

pub(crate) fn builds(cx: &mut Read, release: ReleaseId) -> Result<Vec<Build>> {
    cx.all(
        &format!("SELECT {BUILD} FROM builds b WHERE b.release_id = $1 ORDER BY b.platform, b.language"),
        &[&release],
    )
}

pub(crate) fn build(cx: &mut Read, id: BuildId) -> Result<Option<Build>> {
    cx.opt(&format!("SELECT {BUILD} FROM builds b WHERE b.id = $1"), &[&id])
}

pub(crate) fn build_for(
    cx: &mut Read,
    release: ReleaseId,
    platform: Platform,
    language: &Language,
) -> Result<Option<Build>> {
    cx.opt(
        &format!(
            "SELECT {BUILD} FROM builds b WHERE b.release_id = $1 AND b.platform = $2 AND b.language = $3"
        ),
        &[&release, &platform, language],
    )
}

/// Whether the release had no file for the platform and language.
pub(crate) fn insert_build(cx: &mut Command, build: &Build) -> Result<bool> {
    let added = cx.execute(
        "INSERT INTO builds (id, release_id, platform, language, file_name, size, sha256, file_key, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (release_id, platform, language) DO NOTHING",
        &[
            &build.id,
            &build.release_id,
            &build.platform,
            &build.language,
            &build.file_name,
            &size(build),
            &build.sha256,
            &build.file_key,
            &build.created_at,
        ],
    )?;
    Ok(added > 0)
}

pub(crate) fn update_build(cx: &mut Command, build: &Build) -> Result<()> {
    cx.execute(
        "UPDATE builds SET file_name = $2, size = $3, sha256 = $4, file_key = $5, created_at = $6 WHERE id = $1",
        &[&build.id, &build.file_name, &size(build), &build.sha256, &build.file_key, &build.created_at],
    )?;
    Ok(())
}

pub(crate) fn stored_files(cx: &mut Read, after: &str, limit: i64) -> Result<Vec<(String, u64)>> {
    let found: Vec<(String, i64)> = cx.all(
        "SELECT DISTINCT file_key, size FROM builds WHERE file_key > $1 ORDER BY file_key LIMIT $2",
        &[&after, &limit],
    )?;
    Ok(found.into_iter().map(|(key, size)| (key, size.unsigned_abs())).collect())
}

fn size(build: &Build) -> i64 {
    i64::try_from(build.size).unwrap_or(i64::MAX)
}

pub(crate) fn is_file_wanted(cx: &mut Read, key: &str) -> Result<bool> {
    cx.opt::<(i64,)>("SELECT 1 FROM builds WHERE file_key = $1 LIMIT 1", &[&key]).map(|found| found.is_some())
}

const OFFERING: &str = "o.id, o.sku, o.product_id, o.name, o.license_model, o.max_devices, o.offline_days,
    o.refresh_hours, o.created_at";

impl FromRow for Offering {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Offering {
            id: row.take()?,
            sku: row.take()?,
            product_id: row.take()?,
            name: name(row)?,
            license_model: row.take()?,
            policy: OfferingPolicy {
                max_devices: row.take()?,
                offline_days: row.take()?,
                refresh_hours: row.take()?,
            },
            created_at: row.take()?,
        })
    }
}

/// An offering with its product, for lists.
#[derive(Debug, Clone)]
pub(crate) struct OfferingLine {
    pub offering: Offering,
    pub product: Product,
}

impl FromRow for OfferingLine {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(OfferingLine { offering: Offering::from_row(row)?, product: Product::from_row(row)? })
    }
}

/// By article number, from behind `after`.
pub(crate) fn offering_lines(cx: &mut Read, after: &str, limit: i64) -> Result<Vec<OfferingLine>> {
    cx.all(
        &format!(
            "SELECT {OFFERING}, {PRODUCT} FROM offerings o JOIN products p ON p.id = o.product_id
             WHERE o.sku > $1 ORDER BY o.sku LIMIT $2"
        ),
        &[&after, &limit],
    )
}

pub(crate) fn offerings_of(cx: &mut Read, product: ProductId) -> Result<Vec<Offering>> {
    cx.all(
        &format!("SELECT {OFFERING} FROM offerings o WHERE o.product_id = $1 ORDER BY o.sku LIMIT 1000"),
        &[&product],
    )
}

pub(crate) fn offering(cx: &mut Read, id: OfferingId) -> Result<Option<Offering>> {
    cx.opt(&format!("SELECT {OFFERING} FROM offerings o WHERE o.id = $1"), &[&id])
}

pub(crate) fn offering_by_sku(cx: &mut Read, sku: &str) -> Result<Option<Offering>> {
    cx.opt(&format!("SELECT {OFFERING} FROM offerings o WHERE o.sku = $1"), &[&sku])
}

/// Whether the article number was free.
pub(crate) fn insert_offering(cx: &mut Command, offering: &Offering) -> Result<bool> {
    let added = cx.execute(
        "INSERT INTO offerings (id, sku, product_id, name, license_model, max_devices, offline_days, refresh_hours,
            created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (sku) DO NOTHING",
        &[
            &offering.id,
            &offering.sku,
            &offering.product_id,
            &offering.name.as_str(),
            &offering.license_model,
            &offering.policy.max_devices,
            &offering.policy.offline_days,
            &offering.policy.refresh_hours,
            &offering.created_at,
        ],
    )?;
    Ok(added > 0)
}

pub(crate) fn update_offering(cx: &mut Command, offering: &Offering) -> Result<()> {
    let policy = offering.policy;
    cx.execute(
        "UPDATE offerings SET name = $2, max_devices = $3, offline_days = $4, refresh_hours = $5 WHERE id = $1",
        &[
            &offering.id,
            &offering.name.as_str(),
            &policy.max_devices,
            &policy.offline_days,
            &policy.refresh_hours,
        ],
    )?;
    Ok(())
}

/// The keys that sign addresses of downloads, oldest first; the first one signs, each of them verifies.
pub(crate) fn download_keys(cx: &mut Read) -> Result<Vec<Vec<u8>>> {
    let keys = cx.all::<(Vec<u8>,)>(
        "SELECT private_key FROM signing_keys WHERE purpose = 'download' AND retired_at IS NULL
         ORDER BY created_at, id",
        &[],
    )?;
    Ok(keys.into_iter().map(|(key,)| key).collect())
}

pub(crate) fn insert_download_key(cx: &mut Command, id: KeyId, key: &Vec<u8>) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO signing_keys (id, purpose, private_key, public_key, created_at)
         VALUES ($1, 'download', $2, '', $3)",
        &[&id, key, &now],
    )?;
    Ok(())
}

/// One download of a build; the id names the row and nothing else.
#[derive(Debug)]
enum DownloadKind {}
impl Named for DownloadKind {
    const PREFIX: &'static str = "dl";
}

/// Downloads that are older than a term and a month: at the renewal one can look back on all of the year before.
pub(crate) const SPENT_DOWNLOADS: Spent =
    Spent { table: "downloads", key: "id", over: "at < $1", kept: days(400) };

pub(crate) fn insert_download(cx: &mut Command, build: BuildId, person: PersonId) -> Result<()> {
    let (id, now): (Id<DownloadKind>, Timestamp) = (cx.id(), cx.now());
    cx.execute(
        "INSERT INTO downloads (id, build_id, person_id, at) VALUES ($1, $2, $3, $4)",
        &[&id, &build, &person, &now],
    )?;
    Ok(())
}

/// How people in the log are called.
pub(crate) fn address_of(cx: &mut Read, person: PersonId) -> Result<Option<String>> {
    let found = cx.opt::<(String,)>("SELECT email FROM people WHERE id = $1", &[&person])?;
    Ok(found.map(|(email,)| email))
}

/// The text of a privacy statement in the language, or else in English.
pub(crate) fn in_language(statements: Vec<PrivacyStatement>, lang: Lang) -> Option<PrivacyStatement> {
    let wished = statements.iter().position(|statement| statement.language == lang);
    let english = || statements.iter().position(|statement| statement.language == Lang::En);
    let at = wished.or_else(english)?;
    statements.into_iter().nth(at)
}
