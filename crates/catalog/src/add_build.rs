//! Put a file, which is already stored, into a release.

use crate::{
    Build, Digest, FileName, Language, Platform, Product, Refused, Release, Version, ask,
    checks::Checks,
    events::{BuildAdded, BuildReplaced},
    queries,
};
use kernel::{FieldError, Permission, Result, Scope};
use store::{Command, Read};

/// Where the file belongs.
#[derive(Debug, Clone)]
pub struct AddBuild {
    /// The product's slug.
    pub product: String,
    pub version: Version,
    pub platform: Platform,
    pub language: Language,
    pub file_name: FileName,
    /// Whether another file in this place gives way.
    pub replace: bool,
}

/// A file as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub key: String,
    pub size: u64,
    pub sha256: Digest,
}

/// What adding a file would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// There is nothing for this platform and language.
    New,
    /// The same file is there already: nothing to do.
    Same(Build),
    /// Another file is there and gives way.
    Replaces(Build),
}

impl AddBuild {
    /// `place` is the platform and the language as the address says them.
    pub fn parse(
        [product, version]: [&str; 2],
        [platform, language]: [&str; 2],
        file_name: &str,
        replace: bool,
    ) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let version = checks.take(Version::parse("version", version));
        let platform = checks.take(platform.parse());
        let language = checks.take(language.parse());
        let file_name = checks.take(FileName::parse(file_name));
        checks.done(|| {
            Some(AddBuild {
                product: product.to_owned(),
                version: version?,
                platform: platform?,
                language: language?,
                file_name: file_name?,
                replace,
            })
        })
    }

    /// The release that is meant, for who may fill it. Asked before a file is taken in, and again afterwards.
    pub fn release(&self, cx: &mut Read) -> Result<(Product, Release)> {
        cx.require(Permission::ManageCatalog, Scope::Vendor)?;
        let product = ask::product_by_slug(cx, &self.product)?;
        let release = ask::release_by_version(cx, product.id, &self.version)?;
        Ok((product, release))
    }

    /// Whether a file with this digest may take its place.
    pub fn fit(&self, cx: &mut Read, release: &Release, sha256: Digest) -> Result<Fit> {
        match queries::build_for(cx, release.id, self.platform, &self.language)? {
            None => Ok(Fit::New),
            Some(build) if build.sha256 == sha256 && (build.file_name == self.file_name || !self.replace) => {
                Ok(Fit::Same(build))
            }
            Some(build) if self.replace => Ok(Fit::Replaces(build)),
            Some(_) => Err(Refused::BuildTaken.into()),
        }
    }
}

/// The build, and whether it is new here. The same file once more changes nothing.
pub fn add_build(cx: &mut Command, add: &AddBuild, stored: &Stored) -> Result<(Build, bool)> {
    let (product, release) = add.release(cx)?;
    let label = format!("{} {} {} {}", product.name, release.version, add.platform, add.language);
    let build = |id| Build {
        id,
        release_id: release.id,
        platform: add.platform,
        language: add.language.clone(),
        file_name: add.file_name.clone(),
        size: stored.size,
        sha256: stored.sha256,
        file_key: stored.key.clone(),
        created_at: kernel::Timestamp::from_millis(0),
    };
    match add.fit(cx, &release, stored.sha256)? {
        Fit::Same(build) => Ok((build, false)),
        Fit::New => {
            let build = Build { created_at: cx.now(), ..build(cx.id()) };
            if !queries::insert_build(cx, &build)? {
                // Somebody else was quicker, and nothing was written.
                cx.quiet();
                return match add.fit(cx, &release, stored.sha256)? {
                    Fit::Same(build) => Ok((build, false)),
                    Fit::New | Fit::Replaces(_) => Err(Refused::BuildTaken.into()),
                };
            }
            let (size, sha256) = (build.size, build.sha256.to_string());
            cx.record(BuildAdded { build: build.id, label, release: release.id, size, sha256 });
            Ok((build, true))
        }
        Fit::Replaces(old) => {
            let build = Build { created_at: cx.now(), ..build(old.id) };
            queries::update_build(cx, &build)?;
            let (size, sha256, before) = (build.size, build.sha256.to_string(), old.sha256.to_string());
            cx.record(BuildReplaced { build: build.id, label, release: release.id, size, sha256, before });
            Ok((build, true))
        }
    }
}
