//! `plats team`: list them, show one.

use crate::{
    context::Context,
    failure::Result,
    http::Ask,
    listing::Part,
    table::{clean, facts, table},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use wire::organizations::Team;

#[derive(Debug, Subcommand)]
pub enum Act {
    /// The teams that you administer, oldest first
    #[command(after_help = "Example:\n  plats team list --search Byggkonsult")]
    List {
        /// A part of the name of the team or the customer, or of the customer number
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        search: String,
        #[command(flatten)]
        part: Part,
    },
    /// One team
    #[command(after_help = "Example:\n  plats team show team_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Show {
        /// The team's id
        team: String,
    },
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::List { search, part } => list(cx, &search, &part),
        Act::Show { team } => show(cx, &team),
    }
}

fn list(cx: &Context, search: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["teams"]).query("q", search))?;
    listed.tell(cx, |teams: &[Team]| {
        let rows =
            teams.iter().map(|team| [team.name.clone(), team.organization_name.clone(), team.id.clone()]);
        table([fl!(t, "team"), fl!(t, "customer"), "id".to_owned()], rows)
    })
}

fn show(cx: &Context, team: &str) -> Result<()> {
    let answer = cx.http()?.send(&Ask::get(["teams", team]))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let team: Team = answer.parse(cx.t)?;
    let told = [
        (fl!(cx.t, "team"), vec![team.id]),
        (fl!(cx.t, "customer"), vec![format!("{} ({})", team.organization_name, team.organization)]),
    ];
    cx.say(&format!("{}\n{}", clean(&team.name), facts(&told)))
}
