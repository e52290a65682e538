//! `plats order`: place, look up, list, and an example to begin with.

mod find;
mod told;

pub use find::order_by_number;
pub use told::contract_facts;

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::Ask,
    listing::Part,
    local,
    table::table,
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use std::path::{Path, PathBuf};
use wire::contracts::{ContractManager, Customer, NewOrder, OrderLine, OrderSummary};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// Place an order from a JSON file; the same once more changes nothing
    #[command(
        after_help = "Example:\n  plats order place order.json --dry-run\n  plats order place order.json"
    )]
    Place {
        /// The order, or `-` for the standard input
        file: PathBuf,
        /// Say what would happen, and into which team it lands, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// One order with its contract
    #[command(after_help = "Example:\n  plats order show PO-4500-118")]
    Show {
        /// The order's number, or its id (`ord_...`)
        order: String,
    },
    /// The orders that you may see, newest first
    #[command(after_help = "Example:\n  plats order list --search Byggkonsult")]
    List {
        /// A part of a number, a name or an address
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        search: String,
        #[command(flatten)]
        part: Part,
    },
    /// Print an order to begin with
    #[command(after_help = "Example:\n  plats order example > order.json")]
    Example,
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::Place { file, dry_run } => place(cx, &file, dry_run),
        Act::Show { order } => show(cx, &order),
        Act::List { search, part } => list(cx, &search, &part),
        Act::Example => example(cx),
    }
}

/// The file goes as it is: the server names what is wrong with it, field by field.
fn place(cx: &Context, file: &Path, dry_run: bool) -> Result<()> {
    let json = local::read_file_or_input(file, cx.t)?;
    let sent: serde_json::Value =
        serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| {
            Failure::usage(fl!(
                cx.t,
                "not-json",
                file = file.display().to_string(),
                error = error.to_string()
            ))
        })?;
    let mut ask = Ask::post_again(["orders"], json.trim_start_matches('\u{feff}').to_owned());
    if dry_run {
        ask = ask.query("dry_run", "true");
    }
    let answer = cx.http()?.send(&ask)?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    match dry_run {
        true => cx.say(&told::plan(cx.t, &answer.parse(cx.t)?, &sent)),
        false => cx.say(&told::placed(cx.t, &answer.parse(cx.t)?, answer.status == 200)),
    }
}

fn show(cx: &Context, order: &str) -> Result<()> {
    let http = cx.http()?;
    let answer = order_by_number((cx, &http), order)?;
    match cx.json() {
        true => cx.say(&answer.text),
        false => cx.say(&told::shown(cx.t, &answer.parse(cx.t)?)),
    }
}

fn list(cx: &Context, search: &str, part: &Part) -> Result<()> {
    let http = cx.http()?;
    let listed = part.fetch((cx, &http), || Ask::get(["orders"]).query("q", search))?;
    let t = cx.t;
    let heads = [
        fl!(t, "order"),
        fl!(t, "placed"),
        fl!(t, "customer"),
        fl!(t, "contract"),
        fl!(t, "partner"),
        fl!(t, "team"),
    ];
    listed.tell(cx, |orders: &[OrderSummary]| {
        table(
            heads,
            orders.iter().map(|order| {
                [
                    order.number.clone(),
                    told::day(&order.placed_at),
                    order.customer.name.clone(),
                    order.contract_number.clone(),
                    order.partner.clone().unwrap_or_default(),
                    told::team(t, &order.landing),
                ]
            }),
        )
    })
}

fn example(cx: &Context) -> Result<()> {
    let order = NewOrder {
        number: "PO-4500-118".into(),
        contract_number: None,
        partner: None,
        customer: Customer { number: "556712-0487".into(), name: "Byggkonsult Öresund AB".into() },
        contract_manager: ContractManager {
            first_name: "Elin".into(),
            last_name: "Asp".into(),
            email: "elin.asp@byggkonsult.example".into(),
            language: "sv".into(),
            time_zone: "Europe/Stockholm".into(),
        },
        lines: vec![OrderLine {
            sku: "RITBORD-NAMED".into(),
            quantity: 5,
            start: None,
            term_months: Some(12),
            end: None,
        }],
    };
    let text = serde_json::to_string_pretty(&order);
    cx.say(&text.map_err(|error| Failure::usage(error.to_string()))?)
}
