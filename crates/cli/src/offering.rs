//! `plats offering`: list, show, create, change.

use crate::{
    answer::Answer,
    context::Context,
    failure::Result,
    http::Ask,
    listing::Part,
    table::{clean, facts, table},
};
use clap::{Args, Subcommand};
use i18n_embed_fl::fl;
use wire::catalog::{NewOffering, Offering, OfferingPatch, OfferingPolicy};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The offerings, by article number
    #[command(after_help = "Example:\n  plats offering list")]
    List(Part),
    /// One offering
    #[command(after_help = "Example:\n  plats offering show RITBORD-NAMED")]
    Show {
        /// The article number
        sku: String,
    },
    /// Put something on sale
    #[command(
        after_help = "Example:\n  plats offering create RITBORD-NAMED --product ritbord --name \"Ritbord, named user\""
    )]
    Create {
        /// The article number, which never changes
        sku: String,
        /// The product's short name
        #[arg(long, value_name = "SLUG")]
        product: String,
        #[arg(long)]
        name: String,
        #[command(flatten)]
        policy: Policy,
    },
    /// Change the name or the policy; what is not said stays as it is
    #[command(after_help = "Example:\n  plats offering change RITBORD-NAMED --offline-days 14")]
    Change {
        /// The article number
        sku: String,
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        policy: Policy,
    },
}

/// What a license allows.
#[derive(Debug, Args)]
pub struct Policy {
    /// On how many devices one person may work; a new offering: 3
    #[arg(long, value_name = "NUMBER")]
    max_devices: Option<u32>,
    /// How many days a program works without a connection; a new offering: 30
    #[arg(long, value_name = "DAYS")]
    offline_days: Option<u32>,
    /// After how many hours a program that is online asks anew; a new offering: 24
    #[arg(long, value_name = "HOURS")]
    refresh_hours: Option<u32>,
}

impl Policy {
    fn whole(&self) -> OfferingPolicy {
        let usual = OfferingPolicy::default();
        OfferingPolicy {
            max_devices: self.max_devices.unwrap_or(usual.max_devices),
            offline_days: self.offline_days.unwrap_or(usual.offline_days),
            refresh_hours: self.refresh_hours.unwrap_or(usual.refresh_hours),
        }
    }

    fn patch(&self, name: Option<String>) -> OfferingPatch {
        let Policy { max_devices, offline_days, refresh_hours } = *self;
        OfferingPatch { name, max_devices, offline_days, refresh_hours }
    }
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    let http = cx.http()?;
    match act {
        Act::List(part) => {
            let listed = part.fetch((cx, &http), || Ask::get(["offerings"]))?;
            listed.tell(cx, |offerings: &[Offering]| rows(cx, offerings))
        }
        Act::Show { sku } => one(cx, &http.send(&Ask::get(["offerings", &sku]))?, ""),
        Act::Create { sku, product, name, policy } => {
            let license_model = "named".to_owned();
            let new = NewOffering { sku, product, name, license_model, policy: policy.whole() };
            one(cx, &http.send(&Ask::post(["offerings"], &new))?, &fl!(cx.t, "offering-created"))
        }
        Act::Change { sku, name, policy } => {
            let answer = http.send(&Ask::patch(["offerings", &sku], &policy.patch(name)))?;
            one(cx, &answer, &fl!(cx.t, "offering-changed"))
        }
    }
}

fn rows(cx: &Context, offerings: &[Offering]) -> String {
    let t = cx.t;
    let rows = offerings.iter().map(|offering| {
        let policy = offering.policy;
        [
            offering.sku.clone(),
            offering.product.clone(),
            offering.name.clone(),
            policy.max_devices.to_string(),
            policy.offline_days.to_string(),
            policy.refresh_hours.to_string(),
        ]
    });
    let heads = [
        fl!(t, "article"),
        fl!(t, "product"),
        fl!(t, "name"),
        fl!(t, "devices"),
        fl!(t, "offline-days"),
        fl!(t, "refresh-hours"),
    ];
    table(heads, rows)
}

fn one(cx: &Context, answer: &Answer, happened: &str) -> Result<()> {
    if cx.json() {
        return cx.say(&answer.text);
    }
    let offering: Offering = answer.parse(cx.t)?;
    let t = cx.t;
    let told = [
        (fl!(t, "name"), vec![offering.name.clone()]),
        (fl!(t, "product"), vec![offering.product.clone()]),
        (fl!(t, "devices"), vec![offering.policy.max_devices.to_string()]),
        (fl!(t, "offline-days"), vec![offering.policy.offline_days.to_string()]),
        (fl!(t, "refresh-hours"), vec![offering.policy.refresh_hours.to_string()]),
    ];
    let head = format!("{} {happened}", clean(&offering.sku));
    cx.say(&format!("{}\n{}", head.trim_end(), facts(&told)))
}
