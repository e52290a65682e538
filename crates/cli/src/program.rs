//! `plats program`: list, register.

use crate::{
    context::Context,
    failure::Result,
    http::Ask,
    table::{clean, table},
};
use clap::{Args, Subcommand, ValueEnum};
use i18n_embed_fl::fl;
use wire::programs::{NewProgram, ProgramRegistered, Programs};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The programs, by name
    #[command(after_help = "Example:\n  plats program list")]
    List,
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
        Act::List => list(cx),
        Act::Register(new) => register(cx, new),
    }
}

fn list(cx: &Context) -> Result<()> {
    let answer = cx.http()?.send(&Ask::get(["programs"]))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let Programs { programs } = answer.parse(cx.t)?;
    if programs.is_empty() {
        return cx.say(&fl!(cx.t, "nothing-there"));
    }
    let rows = programs.into_iter().map(|program| {
        [program.client_id, program.name, program.product.unwrap_or_default(), program.scopes.join(" ")]
    });
    let heads = [fl!(cx.t, "client-id"), fl!(cx.t, "name"), fl!(cx.t, "product"), fl!(cx.t, "scopes")];
    cx.say(&table(heads, rows))
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
    let ProgramRegistered { program, client_secret } = answer.parse(cx.t)?;
    let id = clean(&program.client_id);
    cx.say(&fl!(cx.t, "program-registered", name = clean(&program.name), id = id))?;
    match client_secret {
        Some(secret) => cx.say(&fl!(cx.t, "program-secret", secret = clean(&secret))),
        None => Ok(()),
    }
}
