//! `plats member` and `plats invite`: who is in a team, and one more.

mod change;
mod export;

use crate::{
    context::Context,
    failure::Result,
    http::Ask,
    listing::Part,
    table::{clean, table},
};
use clap::{Args, Subcommand, ValueEnum};
use i18n_embed_fl::fl;
use std::path::PathBuf;
use wire::organizations::{Invitation, Member, NewInvitation};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The people of a team, by last name
    #[command(after_help = "Example:\n  plats member list team_01kb2qg3a8e5ttv3b1c6m0q9xz --search berg")]
    List {
        /// The team's id
        team: String,
        /// A part of the name or the address
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        search: String,
        #[command(flatten)]
        part: Part,
    },
    /// All people of a team as CSV: names, address, role, status and User ID
    ///
    /// `plats import create` reads the file back. Cells that a spreadsheet would run as a formula are marked as text.
    #[command(after_help = "Example:\n  plats member export team_01kb2qg3a8e5ttv3b1c6m0q9xz -o members.csv")]
    Export {
        /// The team's id
        team: String,
        /// Into this file, readable for you alone, instead of the standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Change the role of a member
    #[command(
        after_help = "Example:\n  plats member role team_01kb2qg3a8e5ttv3b1c6m0q9xz kalle@byggkonsult.example secondary-admin"
    )]
    Role {
        /// The team's id
        team: String,
        /// The address or the User ID
        person: String,
        role: change::Role,
    },
    /// Take a person out of a team, with all seats there; undone by `return` for 30 days
    #[command(
        after_help = "Example:\n  plats member remove team_01kb2qg3a8e5ttv3b1c6m0q9xz kalle@byggkonsult.example"
    )]
    Remove {
        /// The team's id
        team: String,
        /// The address or the User ID
        person: String,
    },
    /// Bring back a person who was taken out: role, groups, and seats as far as there are free ones
    #[command(
        after_help = "Example:\n  plats member return team_01kb2qg3a8e5ttv3b1c6m0q9xz user_01kb2qg3a8e5ttv3b1c6m0q9xz"
    )]
    Return {
        /// The team's id
        team: String,
        /// The User ID, as `remove` said it
        person: String,
    },
}

#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  plats invite team_01kb2qg3a8e5ttv3b1c6m0q9xz --first-name Kalle --last-name Berg \\
    --email kalle@byggkonsult.example --language sv")]
pub struct Invite {
    /// The team's id
    team: String,
    #[arg(long)]
    first_name: String,
    #[arg(long)]
    last_name: String,
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// Of the mail to a person who is new
    #[arg(long, value_enum, default_value_t = Language::En)]
    language: Language,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    En,
    Sv,
}

impl Language {
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Sv => "sv",
        }
    }
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List { team, search, part } => list(cx, &team, &search, &part),
        Act::Export { team, output } => export::export(cx, &team, output.as_deref()),
        Act::Role { team, person, role } => change::role(cx, &team, &person, role),
        Act::Remove { team, person } => change::remove(cx, &team, &person),
        Act::Return { team, person } => change::give_back(cx, &team, &person),
    }
}

fn list(cx: &Context, team: &str, search: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let ask = || Ask::get(["teams", team, "members"]).query("q", search);
    let listed = part.fetch((cx, &http), ask)?;
    listed.tell(cx, |members: &[Member]| {
        let rows = members.iter().map(|member| {
            [
                format!("{} {}", member.first_name, member.last_name),
                member.email.clone(),
                role(cx, &member.role),
                status(cx, &member.status),
                member.id.clone(),
            ]
        });
        table([fl!(t, "name"), fl!(t, "email"), fl!(t, "role"), fl!(t, "status"), "User ID".to_owned()], rows)
    })
}

pub fn invite(cx: &Context, ask: &Invite) -> Result<()> {
    let invitation = NewInvitation {
        first_name: ask.first_name.clone(),
        last_name: ask.last_name.clone(),
        email: ask.email.clone(),
        language: Some(ask.language.tag().into()),
    };
    let answer = cx.http()?.send(&Ask::post(["teams", &ask.team, "invitations"], &invitation))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let invited: Invitation = answer.parse(cx.t)?;
    let (email, person) = (clean(&invited.email), clean(&invited.person));
    cx.say(&match invited.is_new {
        true => fl!(cx.t, "invited-new", email = email, person = person),
        false => fl!(cx.t, "invited-known", email = email, person = person),
    })
}

pub fn role(cx: &Context, name: &str) -> String {
    match name {
        "primary_admin" => fl!(cx.t, "role-primary-admin"),
        "secondary_admin" => fl!(cx.t, "role-secondary-admin"),
        "user" => fl!(cx.t, "role-user"),
        other => other.to_owned(),
    }
}

fn status(cx: &Context, name: &str) -> String {
    match name {
        "active" => fl!(cx.t, "status-active"),
        "invited" => fl!(cx.t, "status-invited"),
        other => other.to_owned(),
    }
}
