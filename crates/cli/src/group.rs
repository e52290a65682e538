//! `plats group`: people of a team who get the same products.

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    listing::Part,
    table::{clean, table},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use wire::seats::{Group, GroupMember, NewGroup, NewGroupMembers, Settled};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The groups of a team, by name
    #[command(after_help = "Example:\n  plats group list team_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    List {
        /// The team's id
        team: String,
        #[command(flatten)]
        part: Part,
    },
    /// Make a group; it is empty and brings nothing yet
    #[command(after_help = "Example:\n  plats group create team_01kb2qg3a8e5ttv3b1c6m0q9xz \"Site office\"")]
    Create {
        /// The team's id
        team: String,
        /// One of a kind in the team
        name: String,
    },
    /// Dissolve a group; its people stay in the team, and lose what nothing else leads to
    #[command(after_help = "Example:\n  plats group delete grp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Delete {
        /// The group's id
        group: String,
    },
    /// The people of a group, by last name
    #[command(after_help = "Example:\n  plats group members grp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Members {
        /// The group's id
        group: String,
        #[command(flatten)]
        part: Part,
    },
    /// Take people into a group, all of them or nobody
    #[command(
        after_help = "Example:\n  plats group add grp_01kb2qg3a8e5ttv3b1c6m0q9xz kalle@byggkonsult.example"
    )]
    Add {
        /// The group's id
        group: String,
        /// Addresses or User IDs of members of the team
        #[arg(required = true)]
        people: Vec<String>,
    },
    /// Take a person out of a group
    #[command(
        after_help = "Example:\n  plats group remove grp_01kb2qg3a8e5ttv3b1c6m0q9xz kalle@byggkonsult.example"
    )]
    Remove {
        /// The group's id
        group: String,
        /// The address or the User ID
        person: String,
    },
    /// Everybody in the group gets a seat of the pool from now on
    #[command(
        after_help = "Example:\n  plats group bring grp_01kb2qg3a8e5ttv3b1c6m0q9xz pool_01kb2qg3a8e5ttv3b1c6m0q9xz"
    )]
    Bring {
        /// The group's id
        group: String,
        /// The pool's id
        pool: String,
    },
    /// The group brings the product no longer
    #[command(
        after_help = "Example:\n  plats group withdraw grp_01kb2qg3a8e5ttv3b1c6m0q9xz pool_01kb2qg3a8e5ttv3b1c6m0q9xz"
    )]
    Withdraw {
        /// The group's id
        group: String,
        /// The pool's id
        pool: String,
    },
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List { team, part } => list(cx, &team, &part),
        Act::Create { team, name } => create(cx, &team, name),
        Act::Delete { group } => change(cx, &Ask::delete(["groups", &group])),
        Act::Members { group, part } => members(cx, &group, &part),
        Act::Add { group, people } => {
            change(cx, &Ask::post(["groups", &group, "members"], &NewGroupMembers { people }))
        }
        Act::Remove { group, person } => remove(cx, &group, &person),
        Act::Bring { group, pool } => change(cx, &Ask::put(["groups", &group, "products", &pool])),
        Act::Withdraw { group, pool } => change(cx, &Ask::delete(["groups", &group, "products", &pool])),
    }
}

fn list(cx: &Context, team: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["teams", team, "groups"]))?;
    listed.tell(cx, |groups: &[Group]| {
        let rows =
            groups.iter().map(|group| [group.name.clone(), group.people.to_string(), group.id.clone()]);
        table([fl!(t, "group"), fl!(t, "people"), "id".to_owned()], rows)
    })
}

fn create(cx: &Context, team: &str, name: String) -> Result<()> {
    let answer = cx.http()?.send(&Ask::post(["teams", team, "groups"], &NewGroup { name }))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let group: Group = answer.parse(cx.t)?;
    cx.say(&fl!(cx.t, "group-created", name = clean(&group.name), id = clean(&group.id)))
}

fn members(cx: &Context, group: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["groups", group, "members"]))?;
    listed.tell(cx, |members: &[GroupMember]| {
        let rows =
            members.iter().map(|member| [member.name.clone(), member.email.clone(), member.person.clone()]);
        table([fl!(t, "name"), fl!(t, "email"), "User ID".to_owned()], rows)
    })
}

fn remove(cx: &Context, group: &str, person: &str) -> Result<()> {
    let http = cx.http()?;
    let id = match person.starts_with("user_") {
        true => person.to_owned(),
        false => member((cx, &http), group, person)?,
    };
    change(cx, &Ask::delete(["groups", group, "members", &id]))
}

/// The API takes people out by User ID; people know an address.
fn member((cx, http): (&Context, &Http), group: &str, email: &str) -> Result<String> {
    let ask = || Ask::get(["groups", group, "members"]);
    let found = Part::all().fetch::<GroupMember>((cx, http), ask)?.rows;
    let wanted = email.trim().to_lowercase();
    let member = found.into_iter().find(|member| member.email.to_lowercase() == wanted);
    let none = || Failure::Denied(fl!(cx.t, "not-in-group", person = email), String::new());
    member.map(|member| member.person).ok_or_else(none)
}

/// What became of people and their seats.
fn change(cx: &Context, ask: &Ask) -> Result<()> {
    let answer = cx.http()?.send(ask)?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let settled: Settled = answer.parse(cx.t)?;
    let mut said = vec![match settled.people {
        Some(people) => fl!(cx.t, "group-people", count = people),
        None => fl!(cx.t, "group-done"),
    }];
    let seats = [
        (settled.given, fl!(cx.t, "seats-given", count = settled.given)),
        (settled.taken, fl!(cx.t, "seats-taken", count = settled.taken)),
        (settled.waiting, fl!(cx.t, "seats-awaited", count = settled.waiting)),
    ];
    said.extend(seats.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words));
    if settled.goes_on {
        said.push(fl!(cx.t, "group-goes-on"));
    }
    cx.say(&said.join("\n"))
}
