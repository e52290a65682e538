//! Announce a version of a product. Its files come afterwards.

use crate::{
    Refused, Release, ReleaseKind, Version, ask,
    checks::{self, Checks},
    events::ReleaseCreated,
    queries,
};
use kernel::{FieldError, Permission, Result, Scope};
use store::Command;
use web::{Ask, Fields};

pub const LONGEST_NOTES: usize = 20_000;

#[derive(Debug, Clone)]
pub struct CreateRelease {
    pub version: Version,
    pub kind: ReleaseKind,
    pub notes: String,
}

impl CreateRelease {
    pub fn parse(version: &str, kind: &str, notes: &str) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let version = checks.take(Version::parse("version", version));
        let kind = checks.take(kind.parse());
        let notes = checks.take(checks::prose("notes", notes, LONGEST_NOTES));
        checks.done(|| Some(CreateRelease { version: version?, kind: kind?, notes: notes? }))
    }
}

impl Ask for CreateRelease {
    fn read(fields: &mut Fields) -> Option<Self> {
        let parsed = Self::parse(fields.raw("version"), fields.raw("kind"), fields.raw("notes"));
        checks::give(fields, parsed)
    }
}

pub fn create_release(cx: &mut Command, slug: &str, new: &CreateRelease) -> Result<Release> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let product = ask::product_by_slug(cx, slug)?;
    let release = Release {
        id: cx.id(),
        product_id: product.id,
        version: new.version.clone(),
        kind: new.kind,
        notes: new.notes.clone(),
        released_at: cx.now(),
    };
    if !queries::insert_release(cx, &release)? {
        return Err(Refused::VersionTaken.into());
    }
    cx.record(ReleaseCreated {
        release: release.id,
        label: format!("{} {}", product.name, release.version),
        product: product.id,
        version: release.version.to_string(),
        kind: release.kind.to_string(),
    });
    Ok(release)
}
