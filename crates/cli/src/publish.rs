//! `plats publish`: builds on their way into a release.

mod build;

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    release::{self, About},
    table::clean,
};
use build::{Build, Place};
use clap::Args;
use i18n_embed_fl::fl;
use std::path::PathBuf;
use wire::catalog::Release;

#[derive(Debug, Args)]
#[command(after_help = "\
The SHA-256 of each file is computed here and compared with what arrived. A file that is there already is not sent
again, so the same command may be given twice.

Example:
  plats publish ritbord 2027.1 --platform windows-x64 --language mul Setup.msi
  plats publish ritbord 2027.1 --create-release --kind feature \\
    --build windows-x64/mul=Setup.msi --build linux-x64/mul=ritbord.tar.gz")]
pub struct Publish {
    /// The product's short name
    slug: String,
    /// The version of the release
    version: String,
    /// windows-x64, windows-arm64, macos-x64, macos-arm64, linux-x64 or linux-arm64
    #[arg(long, requires = "file")]
    platform: Option<String>,
    /// The language that the build speaks (BCP 47), or `mul` for several
    #[arg(long, requires = "file")]
    language: Option<String>,
    /// The file; its name is the one that people see
    #[arg(requires_all = ["platform", "language"], required_unless_present = "builds")]
    file: Option<PathBuf>,
    /// One of several files, each with its place
    #[arg(long = "build", value_name = "PLATFORM/LANGUAGE=FILE")]
    builds: Vec<Place>,
    /// Let another file that is there for the platform and language give way
    #[arg(long)]
    replace: bool,
    /// Announce the release if it is not there yet
    #[arg(long)]
    create_release: bool,
    #[command(flatten)]
    about: About,
}

pub fn run(cx: &Context, ask: &Publish) -> Result<()> {
    let builds = ask.builds(cx)?;
    let http = cx.http()?;
    let release = ask.release(cx, &http)?;
    for build in &builds {
        let happened = build.publish((cx, &http), &release, ask.replace)?;
        if !cx.json() {
            cx.say(&happened)?;
        }
    }
    if cx.json() {
        cx.say(&http.send(&ask.get())?.text)?;
    }
    Ok(())
}

impl Publish {
    /// All files are read before anything is sent.
    fn builds(&self, cx: &Context) -> Result<Vec<Build>> {
        let mut places = self.builds.clone();
        if let (Some(platform), Some(language), Some(file)) = (&self.platform, &self.language, &self.file) {
            places.push(Place { platform: platform.clone(), language: language.clone(), file: file.clone() });
        }
        for (at, place) in places.iter().enumerate() {
            if places[..at].iter().any(|other| other.is_same(place)) {
                let (platform, language) = (place.platform.as_str(), place.language.as_str());
                return Err(Failure::usage(fl!(
                    cx.t,
                    "twice-the-place",
                    platform = platform,
                    language = language
                )));
            }
        }
        places.into_iter().map(|place| Build::read(cx, place)).collect()
    }

    fn get(&self) -> Ask {
        Ask::get(["products", &self.slug, "releases", &self.version])
    }

    fn release(&self, cx: &Context, http: &Http) -> Result<Release> {
        match http.send(&self.get()) {
            Ok(answer) => answer.parse(cx.t),
            Err(failure) if !release::is_missing(&failure) => Err(failure),
            Err(_) => self.missing(cx, http),
        }
    }

    /// The product is not there either, or only the release is not.
    fn missing(&self, cx: &Context, http: &Http) -> Result<Release> {
        let (product, version) = (self.slug.as_str(), self.version.as_str());
        if let Err(failure) = http.send(&Ask::get(["products", product])) {
            return Err(match release::is_missing(&failure) {
                true => Failure::Denied(fl!(cx.t, "no-such-product", product = product), String::new()),
                false => failure,
            });
        }
        if !self.create_release {
            let sentence = fl!(cx.t, "no-such-release", product = product, version = version);
            return Err(Failure::Denied(sentence, String::new()));
        }
        let new = self.about.release(version, cx)?;
        match http.send(&Ask::post(["products", product, "releases"], &new)) {
            Ok(answer) => {
                let release = answer.parse(cx.t)?;
                if !cx.json() {
                    cx.say(&release::created(cx, &release))?;
                }
                Ok(release)
            }
            // Another build server was quicker.
            Err(failure) if failure.has_code("version-taken") => http.send(&self.get())?.parse(cx.t),
            Err(failure) => Err(failure),
        }
    }
}

/// How a build is called in what is told: `ritbord 2027.1 linux-x64 mul`.
fn label(release: &Release, place: &Place) -> String {
    clean(&format!("{} {} {} {}", release.product, release.version, place.platform, place.language))
}
