//! `plats program`: list, register.

use crate::{
    context::Context,
    failure::Result,
    http::Ask,
    listing::Part,
    table::{clean, table},
};
use clap::{Args, Subcommand, ValueEnum};
use i18n_embed_fl::fl;
use wire::programs::{NewProgram, Program, RegisteredProgram};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The programs, by name
    #[command(after_help = "Example:\n  plats program list")]
    List(Part),
    /// Register a program; the secret of a confidential one is shown this once
    #[command(after_help = "\
Example:
  plats program register ritbord --name Ritbord --product ritbord \\
    --redirect-uri http://127.0.0.1/callback \\
    --scope openid --scope profile --scope offline_access --scope license")]
    Register(New),
}

#[derive(Debug, Args)]
pub struct New {
    /// The client id: small letters, digits, `-`, `.` and `_`
    client_id: String,
    /// What people read
    #[arg(long)]
    name: String,
    /// The product whose seat it uses
    #[arg(long, value_name = "SLUG")]
    product: Option<String>,
    /// Public on people's machines, confidential on servers
    #[arg(long, value_enum, default_value_t = Kind::Public)]
    kind: Kind,
    /// Where people come back to; any port is right for http://127.0.0.1/...
    #[arg(long = "redirect-uri", value_name = "URL")]
    redirect_uris: Vec<String>,
    /// Of `openid`, `profile`, `email`, `offline_access`, `license`
    #[arg(long = "scope", value_name = "SCOPE", required = true)]
    scopes: Vec<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    Public,
    Confidential,
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List(part) => list(cx, &part),
        Act::Register(new) => register(cx, new),
    }
}

fn list(cx: &Context, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["programs"]))?;
    listed.tell(cx, |programs: &[Program]| {
        let rows = programs.iter().map(|program| {
            let product = program.product.clone().unwrap_or_default();
            [program.client_id.clone(), program.name.clone(), product, program.scopes.join(" ")]
        });
        table([fl!(t, "client-id"), fl!(t, "name"), fl!(t, "product"), fl!(t, "scopes")], rows)
    })
}

fn register(cx: &Context, new: New) -> Result<()> {
    let kind = match new.kind {
        Kind::Public => "public",
        Kind::Confidential => "confidential",
    };
    let new = NewProgram {
        client_id: new.client_id,
        name: new.name,
        product: new.product,
        kind: kind.into(),
        redirect_uris: new.redirect_uris,
        scopes: new.scopes,
    };
    let answer = cx.http()?.send(&Ask::post(["programs"], &new))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let RegisteredProgram { program, client_secret } = answer.parse(cx.t)?;
    let id = clean(&program.client_id);
    cx.say(&fl!(cx.t, "program-registered", name = clean(&program.name), id = id))?;
    match client_secret {
        Some(secret) => cx.say(&fl!(cx.t, "program-secret", secret = clean(&secret))),
        None => Ok(()),
    }
}
