//! `plats pool` and `plats seat`: what a team has bought, who has a seat, give and take back.

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    listing::Part,
    table::{clean, table},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use wire::seats::{Assignment, NewAssignments, Pool};

#[derive(Debug, Subcommand)]
pub enum PoolAct {
    /// The pools of a team, by product
    #[command(after_help = "Example:\n  plats pool list team_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    List {
        /// The team's id
        team: String,
        #[command(flatten)]
        part: Part,
    },
}

#[derive(Debug, Subcommand)]
pub enum Act {
    /// Who has a seat of a pool, by name
    #[command(after_help = "Example:\n  plats seat list pool_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    List {
        /// The pool's id
        pool: String,
        /// A part of the name or the address, or a User ID
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        search: String,
        #[command(flatten)]
        part: Part,
    },
    /// Give a seat to each of these people, or to nobody
    #[command(
        after_help = "Example:\n  plats seat assign pool_01kb2qg3a8e5ttv3b1c6m0q9xz kalle@byggkonsult.example"
    )]
    Assign {
        /// The pool's id
        pool: String,
        /// Addresses or User IDs of members of the team
        #[arg(required = true)]
        people: Vec<String>,
    },
    /// Take a seat back
    #[command(
        after_help = "Example:\n  plats seat release pool_01kb2qg3a8e5ttv3b1c6m0q9xz kalle@byggkonsult.example"
    )]
    Release {
        /// The pool's id
        pool: String,
        /// The address or the User ID
        person: String,
    },
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List { pool, search, part } => list(cx, &pool, &search, &part),
        Act::Assign { pool, people } => assign(cx, &pool, people),
        Act::Release { pool, person } => release(cx, &pool, &person),
    }
}

pub fn pools(cx: &Context, PoolAct::List { team, part }: PoolAct) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["teams", &team, "pools"]))?;
    listed.tell(cx, |pools: &[Pool]| {
        let rows = pools.iter().map(|pool| {
            let numbers = [pool.capacity, pool.assigned, pool.free].map(|number| number.to_string());
            let [capacity, assigned, free] = numbers;
            [pool.offering_name.clone(), capacity, assigned, free, pool.id.clone()]
        });
        table([fl!(t, "offering"), fl!(t, "seats"), fl!(t, "assigned"), fl!(t, "free"), fl!(t, "pool")], rows)
    })
}

fn list(cx: &Context, pool: &str, search: &str, part: &Part) -> Result<()> {
    let http = cx.http()?;
    let ask = || Ask::get(["pools", pool, "assignments"]).query("q", search);
    let listed = part.fetch((cx, &http), ask)?;
    listed.tell(cx, |seats: &[Assignment]| {
        let rows = seats.iter().map(|seat| {
            let day = seat.assigned_at.split('T').next().unwrap_or_default().to_owned();
            [
                seat.name.clone().unwrap_or_default(),
                seat.email.clone().unwrap_or_default(),
                day,
                seat.person.clone(),
            ]
        });
        table([fl!(cx.t, "name"), fl!(cx.t, "email"), fl!(cx.t, "since"), "User ID".to_owned()], rows)
    })
}

fn assign(cx: &Context, pool: &str, people: Vec<String>) -> Result<()> {
    let count = people.len();
    let answer = cx.http()?.send(&Ask::post(["pools", pool, "assignments"], &NewAssignments { people }))?;
    match cx.json() {
        true => cx.say(&answer.text),
        false => cx.say(&fl!(cx.t, "assigned-to", count = count)),
    }
}

fn release(cx: &Context, pool: &str, person: &str) -> Result<()> {
    let http = cx.http()?;
    let id = match person.starts_with("user_") {
        true => person.to_owned(),
        false => holder((cx, &http), pool, person)?,
    };
    http.send(&Ask::delete(["pools", pool, "assignments", &id]))?;
    if cx.json() { Ok(()) } else { cx.say(&fl!(cx.t, "seat-released", person = clean(person))) }
}

/// The API takes a seat back by User ID; people know an address.
fn holder((cx, http): (&Context, &Http), pool: &str, email: &str) -> Result<String> {
    let ask = || Ask::get(["pools", pool, "assignments"]).query("q", email);
    let found = Part::all().fetch::<Assignment>((cx, http), ask)?.rows;
    let same = |seat: &&Assignment| {
        seat.email.as_ref().is_some_and(|known| known.to_lowercase() == email.trim().to_lowercase())
    };
    let seat = found.iter().find(same);
    let none = || Failure::Denied(fl!(cx.t, "no-seat-of", person = email), String::new());
    seat.map(|seat| seat.person.clone()).ok_or_else(none)
}
