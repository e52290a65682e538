//! A member gets another role, leaves the team, or comes back.

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    listing::Part,
    table::clean,
};
use clap::ValueEnum;
use i18n_embed_fl::fl;
use serde_json::json;
use wire::organizations::{Member, NewRole, Returned};

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Role {
    /// The one before becomes secondary admin
    PrimaryAdmin,
    SecondaryAdmin,
    User,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Role::PrimaryAdmin => "primary_admin",
            Role::SecondaryAdmin => "secondary_admin",
            Role::User => "user",
        }
    }
}

pub fn role(cx: &Context, team: &str, person: &str, role: Role) -> Result<()> {
    let http = cx.http()?;
    let id = id_of((cx, &http), team, person)?;
    let ask = Ask::put_json(["teams", team, "members", &id, "role"], &NewRole { role: role.name().into() });
    let answer = http.send(&ask)?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let member: Member = answer.parse(cx.t)?;
    let role = super::role(cx, &member.role);
    cx.say(&fl!(cx.t, "role-changed", person = clean(&member.email), role = role))
}

pub fn remove(cx: &Context, team: &str, person: &str) -> Result<()> {
    let http = cx.http()?;
    let id = id_of((cx, &http), team, person)?;
    http.send(&Ask::delete(["teams", team, "members", &id]))?;
    match cx.json() {
        true => Ok(()),
        false => cx.say(&fl!(cx.t, "member-removed", person = clean(person), team = clean(team), id = id)),
    }
}

pub fn give_back(cx: &Context, team: &str, person: &str) -> Result<()> {
    let answer = cx.http()?.send(&Ask::post(["teams", team, "members", person, "return"], &json!({})))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let returned: Returned = answer.parse(cx.t)?;
    let missing: Vec<_> = returned.missing.iter().map(|one| clean(&one.product_name)).collect();
    match missing.is_empty() {
        true => cx.say(&fl!(cx.t, "member-returned", person = clean(person))),
        false => cx.say(&fl!(
            cx.t,
            "member-returned-without",
            person = clean(person),
            products = missing.join(", ")
        )),
    }
}

/// The API names people by User ID; people know an address.
fn id_of((cx, http): (&Context, &Http), team: &str, person: &str) -> Result<String> {
    if person.starts_with("user_") {
        return Ok(person.to_owned());
    }
    let ask = || Ask::get(["teams", team, "members"]).query("q", person);
    let found = Part::all().fetch::<Member>((cx, http), ask)?.rows;
    let wanted = person.trim().to_lowercase();
    let member = found.into_iter().find(|member| member.email.to_lowercase() == wanted);
    let none = || Failure::Denied(fl!(cx.t, "no-such-member", person = person), String::new());
    member.map(|member| member.id).ok_or_else(none)
}
