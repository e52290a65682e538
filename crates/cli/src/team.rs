//! `plats team`: show one.

use crate::{
    context::Context,
    failure::Result,
    http::Ask,
    table::{clean, facts},
};
use clap::Subcommand;
use i18n_embed_fl::fl;
use wire::organizations::TeamOut;

#[derive(Debug, Subcommand)]
pub enum Act {
    /// One team
    #[command(after_help = "Example:\n  plats team show team_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Show {
        /// The team's id, as an order tells it
        team: String,
    },
}

pub fn run(cx: &Context, Act::Show { team }: Act) -> Result<()> {
    let answer = cx.http()?.send(&Ask::get(["teams", &team]))?;
    if cx.json() {
        return cx.say(&answer.text);
    }
    let team: TeamOut = answer.parse(cx.t)?;
    let told = [
        (fl!(cx.t, "team"), vec![team.id]),
        (fl!(cx.t, "customer"), vec![format!("{} ({})", team.organization_name, team.organization)]),
    ];
    cx.say(&format!("{}\n{}", clean(&team.name), facts(&told)))
}
