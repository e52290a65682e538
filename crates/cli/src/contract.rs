//! `plats contract`: look one up, by its number or id.

use crate::{
    answer::not_plats,
    context::Context,
    failure::Result,
    http::Ask,
    order::{contract_by_number, contract_facts},
    table::{clean, facts},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use serde_json::Value;
use wire::contracts::ContractOut;

#[derive(Debug, Subcommand)]
pub enum Act {
    /// One contract with its subscriptions
    #[command(after_help = "Example:\n  plats contract show N-4K7Q-M2XA")]
    Show {
        /// The contract's number, or its id (`con_...`)
        contract: String,
    },
}

pub fn run(cx: &Context, Act::Show { contract }: Act) -> Result<()> {
    let http = cx.http()?;
    let mut found: Value = match contract.starts_with("con_") {
        true => http.send(&Ask::get(["contracts", &contract]))?.parse(cx.t)?,
        false => contract_by_number((cx, &http), &contract)?.parse::<Value>(cx.t)?["contract"].take(),
    };
    if cx.json() {
        return cx.say(&found.to_string());
    }
    let found: ContractOut = serde_json::from_value(found.take()).map_err(|_| not_plats(cx.t))?;
    let customer = (fl!(cx.t, "customer"), vec![found.organization_name.clone()]);
    let mut told = vec![customer];
    told.extend(contract_facts(cx.t, &found));
    cx.say(&format!("{}\n{}", fl!(cx.t, "contract-shown", number = clean(&found.number)), facts(&told)))
}
