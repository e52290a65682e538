//! `plats privacy`: what people accept before a program tells anything of their device.

use crate::{context::Context, failure::Result, http::Ask, local, table::clean};
use clap::Subcommand;
use i18n_embed_fl::fl;
use std::path::PathBuf;
use wire::{NewPrivacyStatement, PrivacyStatement};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// Publish a new version of the privacy statement of a product
    ///
    /// People accept it anew. The same version with the same texts, once more, changes nothing.
    #[command(
        after_help = "Example:\n  plats privacy publish ritbord 2026-11 --english privacy.en.txt --swedish privacy.sv.txt"
    )]
    Publish {
        /// The product's short name
        slug: String,
        /// The version of the statement, such as 2026-11
        version: String,
        /// The text in English, which everybody reads who has none in the own language
        #[arg(long, value_name = "FILE")]
        english: PathBuf,
        /// The text in Swedish
        #[arg(long, value_name = "FILE")]
        swedish: Option<PathBuf>,
    },
    /// The statement in force
    #[command(after_help = "Example:\n  plats privacy show ritbord")]
    Show {
        /// The product's short name
        slug: String,
    },
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::Publish { slug, version, english, swedish } => {
            let en = local::read_text(&english, cx.t)?;
            let sv = swedish.map(|file| local::read_text(&file, cx.t)).transpose()?.unwrap_or_default();
            publish(cx, &slug, &NewPrivacyStatement { version, en, sv })
        }
        Act::Show { slug } => show(cx, &slug),
    }
}

fn publish(cx: &Context, slug: &str, new: &NewPrivacyStatement) -> Result<()> {
    let answer = cx.http()?.send(&Ask::put_json(["products", slug, "privacy"], new))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let published: PrivacyStatement = answer.parse(cx.t)?;
    let (product, version) = (clean(&published.product), clean(&published.version));
    cx.say(&fl!(cx.t, "privacy-published", product = product, version = version))
}

fn show(cx: &Context, slug: &str) -> Result<()> {
    let ask = Ask::get(["products", slug, "privacy"]).query("language", cx.language.as_str());
    let answer = cx.http()?.send(&ask)?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let statement: PrivacyStatement = answer.parse(cx.t)?;
    let head = format!("{} {} ({})", statement.product, statement.version, statement.language);
    let text: Vec<_> = statement.text.lines().map(clean).collect();
    cx.say(&format!("{}\n\n{}", clean(&head), text.join("\n")))
}
