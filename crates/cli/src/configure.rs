//! `plats configure`: ask, try, save.

use crate::{
    connection::{self, Connection, Key},
    context::Context,
    failure::{Failure, Result},
    http::Ask,
    local,
    profile::{self, Profile},
    table::clean,
};
use i18n_embed_fl::fl;
use std::io::{BufRead, Write};
use wire::me::{Me, PrincipalKind};

pub fn run(cx: &Context) -> Result<()> {
    let connection = Connection { server: server(cx)?, key: key(cx)? };
    let me: Me = cx.http_to(&connection).send(&Ask::get(["me"]))?.parse(cx.t)?;
    let Connection { server, key } = connection;
    let saved = Profile { server: server.clone(), api_key: key.expose().to_owned() };
    let file = profile::save(&cx.common, &saved, cx.t)?;
    let said = [whose(cx, &me), fl!(cx.t, "configured", server = server, file = file.display().to_string())];
    cx.say(&said.join("\n"))
}

/// Who it is that the next commands come from.
fn whose(cx: &Context, me: &Me) -> String {
    let name = clean(&me.name);
    let owner = clean(me.acts_for.name.as_deref().unwrap_or_default());
    match me.acts_for.kind {
        PrincipalKind::Vendor => fl!(cx.t, "key-of-vendor", name = name, vendor = owner),
        PrincipalKind::Partner => fl!(cx.t, "key-of-partner", name = name, partner = owner),
        PrincipalKind::Person => fl!(cx.t, "key-of-person", name = name, person = owner),
    }
}

fn server(cx: &Context) -> Result<String> {
    let said = cx.common.server.clone().or_else(|| local::variable("PLATS_SERVER"));
    let url = match said {
        Some(url) => url,
        None if local::asks_a_person() => ask(cx, &fl!(cx.t, "ask-server"))?,
        None => return Err(Failure::usage(fl!(cx.t, "no-server"))),
    };
    connection::address(&url, cx.t)
}

fn key(cx: &Context) -> Result<Key> {
    if let Some(key) = connection::key_from_file(&cx.common, cx.t)? {
        return Ok(key);
    }
    if !local::asks_a_person() {
        return Key::parse(&local::read_input(cx.t)?, cx.t);
    }
    let typed = rpassword::prompt_password(fl!(cx.t, "ask-key"));
    let typed = typed.map_err(|error| Failure::usage(fl!(cx.t, "not-asked", error = error.to_string())))?;
    Key::parse(&typed, cx.t)
}

fn ask(cx: &Context, question: &str) -> Result<String> {
    let mut err = std::io::stderr();
    let mut line = String::new();
    let asked = write!(err, "{question}").and_then(|()| std::io::stdin().lock().read_line(&mut line));
    asked.map_err(|error| Failure::usage(fl!(cx.t, "not-asked", error = error.to_string())))?;
    Ok(line)
}
