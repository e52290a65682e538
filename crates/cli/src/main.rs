//! `plats`: the command line for those who keep the catalog, place orders and administer teams.
//! It knows the public API and nothing behind it, and repeats no rule of the business: the server refuses, `plats`
//! says so. Start with [`run`].

mod answer;
mod arguments;
mod completions;
mod configure;
mod connection;
mod context;
mod contract;
mod csv;
mod failure;
mod group;
mod http;
mod import;
mod listing;
mod local;
mod member;
mod offering;
mod order;
mod output;
mod privacy;
mod product;
mod profile;
mod program;
mod publish;
mod release;
mod seat;
mod table;
mod team;
mod texts;
mod upload;

use arguments::{Act, Arguments};
use clap::Parser;
use context::Context;
use failure::Result;
use std::process::ExitCode;
use texts::Texts;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = texts::language_tag();
    let t = texts::load(&language);
    let json = arguments.common.json;
    run(arguments, t, language).map_or_else(|failure| failure.tell(t, json), |()| ExitCode::SUCCESS)
}

fn run(arguments: Arguments, t: Texts, language: String) -> Result<()> {
    let cx = Context { common: arguments.common, t, language };
    match arguments.act {
        Act::Configure => configure::run(&cx),
        Act::Order(act) => order::run(&cx, act),
        Act::Contract(act) => contract::run(&cx, act),
        Act::Product(act) => product::run(&cx, act),
        Act::Privacy(act) => privacy::run(&cx, act),
        Act::Release(act) => release::run(&cx, act),
        Act::Publish(publish) => publish::run(&cx, &publish),
        Act::Offering(act) => offering::run(&cx, act),
        Act::Program(act) => program::run(&cx, act),
        Act::Team(act) => team::run(&cx, act),
        Act::Member(act) => member::run(&cx, act),
        Act::Invite(invite) => member::invite(&cx, &invite),
        Act::Group(act) => group::run(&cx, act),
        Act::Import(act) => import::run(&cx, act),
        Act::Pool(act) => seat::pools(&cx, act),
        Act::Seat(act) => seat::run(&cx, act),
        Act::Completions(shell) => completions::run(&cx, &shell),
    }
}
