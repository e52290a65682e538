//! `plats release`: list, show, create.

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::Ask,
    listing::Part,
    local,
    table::{clean, table},
};
use clap::{Args, Subcommand, ValueEnum};
use i18n_embed_fl::fl;
use indicatif::HumanBytes;
use std::path::PathBuf;
use wire::catalog::{NewRelease, Release};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The releases of a product, newest first
    #[command(after_help = "Example:\n  plats release list ritbord")]
    List {
        /// The product's short name
        product: String,
        #[command(flatten)]
        part: Part,
    },
    /// One release with its builds
    #[command(after_help = "Example:\n  plats release show ritbord 2027.1")]
    Show {
        /// The product's short name
        product: String,
        version: String,
    },
    /// Announce a release
    #[command(
        after_help = "Example:\n  plats release create ritbord 2027.1 --kind feature --notes-file NOTES.md"
    )]
    Create {
        /// The product's short name
        product: String,
        /// Such as 2027.1; with a hyphen a preview, such as 2027.2-beta
        version: String,
        #[command(flatten)]
        about: About,
    },
}

/// What a new release is.
#[derive(Debug, Args)]
pub struct About {
    /// What the release is
    #[arg(long, value_enum, default_value_t = Kind::Update)]
    kind: Kind,
    /// What is new in it
    #[arg(long, value_name = "TEXT", conflicts_with = "notes_file")]
    notes: Option<String>,
    /// The same from a file, or from `-`, the standard input
    #[arg(long, value_name = "FILE")]
    notes_file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    Feature,
    Update,
    Security,
}

impl About {
    pub fn release(&self, version: &str, cx: &Context) -> Result<NewRelease> {
        let notes = match &self.notes_file {
            Some(file) => local::read_file_or_input(file, cx.t)?,
            None => self.notes.clone().unwrap_or_default(),
        };
        let kind = match self.kind {
            Kind::Feature => "feature",
            Kind::Update => "update",
            Kind::Security => "security",
        };
        Ok(NewRelease { version: version.to_owned(), kind: kind.to_owned(), notes })
    }
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List { product, part } => list(cx, &product, &part),
        Act::Show { product, version } => show(cx, &product, &version),
        Act::Create { product, version, about } => create(cx, &product, &version, &about),
    }
}

fn list(cx: &Context, product: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["products", product, "releases"]))?;
    listed.tell(cx, |releases: &[Release]| {
        let rows = releases.iter().map(|release| {
            let day = release.released_at.split('T').next().unwrap_or_default().to_owned();
            [release.version.clone(), kind(cx, &release.kind), day, release.builds.len().to_string()]
        });
        table([fl!(t, "version"), fl!(t, "kind"), fl!(t, "released"), fl!(t, "builds")], rows)
    })
}

fn show(cx: &Context, product: &str, version: &str) -> Result<()> {
    let answer = cx.http()?.send(&Ask::get(["products", product, "releases", version]))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let release: Release = answer.parse(cx.t)?;
    let t = cx.t;
    let head = format!("{} {} ({})", release.product, release.version, kind(cx, &release.kind));
    let rows = release.builds.iter().map(|build| {
        let size = HumanBytes(build.size).to_string();
        [build.platform.clone(), build.language.clone(), build.file_name.clone(), size, build.sha256.clone()]
    });
    let heads =
        [fl!(t, "platform"), fl!(t, "language"), fl!(t, "file"), fl!(t, "size"), "SHA-256".to_owned()];
    let builds = if release.builds.is_empty() { fl!(t, "no-builds") } else { table(heads, rows) };
    let notes: Vec<_> = release.notes.lines().map(clean).collect();
    cx.say(&[clean(&head), notes.join("\n"), builds].join("\n\n").replace("\n\n\n", "\n"))
}

fn create(cx: &Context, product: &str, version: &str, about: &About) -> Result<()> {
    let new = about.release(version, cx)?;
    let answer = cx.http()?.send(&Ask::post(["products", product, "releases"], &new))?;
    match cx.json() {
        true => cx.say(&answer.text),
        false => cx.say(&created(cx, &answer.parse(cx.t)?)),
    }
}

pub fn created(cx: &Context, release: &Release) -> String {
    fl!(cx.t, "release-created", product = clean(&release.product), version = clean(&release.version))
}

fn kind(cx: &Context, name: &str) -> String {
    match name {
        "feature" => fl!(cx.t, "kind-feature"),
        "update" => fl!(cx.t, "kind-update"),
        "security" => fl!(cx.t, "kind-security"),
        other => other.to_owned(),
    }
}

/// No release with this version, or none for whoever asks.
pub fn is_missing(failure: &Failure) -> bool {
    failure.has_code("not-found")
}
