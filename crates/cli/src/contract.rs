//! `plats contract`: list them, look one up by its number or id, give it another manager.

use crate::{
    answer::not_plats,
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    listing::Part,
    order::contract_facts,
    table::{clean, facts, table},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use serde_json::Value;
use wire::{contracts::Contract, takeovers::NewManager};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The contracts that you may see, newest first
    #[command(after_help = "Example:\n  plats contract list --search Byggkonsult")]
    List {
        /// A part of a number, a name or an address
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        search: String,
        #[command(flatten)]
        part: Part,
    },
    /// One contract with its subscriptions
    #[command(after_help = "Example:\n  plats contract show N-4K7Q-M2XA")]
    Show {
        /// The contract's number, or its id (`con_...`)
        contract: String,
    },
    /// Hand the role of the contract manager to a member of a team of the company
    #[command(after_help = "Example:\n  plats contract manager N-4K7Q-M2XA maja@byggkonsult.example")]
    Manager {
        /// The contract's number, or its id (`con_...`)
        contract: String,
        /// The address or the User ID of the new contract manager
        person: String,
    },
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List { search, part } => list(cx, &search, &part),
        Act::Show { contract } => show(cx, &contract),
        Act::Manager { contract, person } => manager(cx, &contract, person),
    }
}

fn list(cx: &Context, search: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["contracts"]).query("q", search))?;
    listed.tell(cx, |contracts: &[Contract]| {
        let rows = contracts.iter().map(|contract| {
            [
                contract.number.clone(),
                contract.organization_name.clone(),
                contract.contract_manager.name.clone(),
                contract.partner.clone().unwrap_or_default(),
                contract.renewal_date.clone().unwrap_or_default(),
                contract.id.clone(),
            ]
        });
        let heads = [
            fl!(t, "contract"),
            fl!(t, "customer"),
            fl!(t, "manager"),
            fl!(t, "partner"),
            fl!(t, "renewal-date"),
            "id".to_owned(),
        ];
        table(heads, rows)
    })
}

fn show(cx: &Context, contract: &str) -> Result<()> {
    let found = find((cx, &cx.http()?), contract)?;
    if cx.json() {
        return cx.say(&found.to_string());
    }
    let found: Contract = serde_json::from_value(found).map_err(|_| not_plats(cx.t))?;
    let customer = (fl!(cx.t, "customer"), vec![found.organization_name.clone()]);
    let mut told = vec![customer];
    told.extend(contract_facts(cx.t, &found));
    cx.say(&format!("{}\n{}", fl!(cx.t, "contract-shown", number = clean(&found.number)), facts(&told)))
}

fn manager(cx: &Context, contract: &str, person: String) -> Result<()> {
    let http = cx.http()?;
    let id = match contract.starts_with("con_") {
        true => contract.to_owned(),
        false => by_number((cx, &http), contract)?["id"].as_str().unwrap_or_default().to_owned(),
    };
    let answer = http.send(&Ask::put_json(["contracts", &id, "manager"], &NewManager { manager: person }))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let found: Contract = answer.parse(cx.t)?;
    let (number, person) = (clean(&found.number), clean(&found.contract_manager.name));
    cx.say(&fl!(cx.t, "manager-changed", number = number, person = person))
}

fn find((cx, http): (&Context, &Http), contract: &str) -> Result<Value> {
    match contract.starts_with("con_") {
        true => http.send(&Ask::get(["contracts", contract]))?.parse(cx.t),
        false => by_number((cx, http), contract),
    }
}

fn by_number((cx, http): (&Context, &Http), number: &str) -> Result<Value> {
    let mut page: Value = http.send(&Ask::get(["contracts"]).query("number", number))?.parse(cx.t)?;
    match page["items"].get_mut(0) {
        Some(contract) => Ok(contract.take()),
        None => Err(Failure::Denied(fl!(cx.t, "no-such-contract", number = number), String::new())),
    }
}
