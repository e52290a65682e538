//! A file goes in; what would happen comes out, and with a yes, what happened.

use super::{carried_out, carry_out, follow::follow, tell, told};
use crate::{
    context::Context,
    failure::{Failure, Result},
    http::Ask,
    member::Language,
    upload,
};
use clap::{Args, ValueEnum};
use i18n_embed_fl::fl;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
The table is CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with or without headings. The address
is the only column that it must have. Without --yes nothing happens: `plats import confirm` carries it out later.

Example:
  plats import create people.csv --team team_01kb2qg3a8e5ttv3b1c6m0q9xz --act invite --language sv
  plats import create people.csv --team team_01kb2qg3a8e5ttv3b1c6m0q9xz --act assign \\
    --pool pool_01kb2qg3a8e5ttv3b1c6m0q9xz --yes")]
pub struct Create {
    /// The table, or `-` for the standard input
    file: PathBuf,
    /// The team's id
    #[arg(long)]
    team: String,
    /// What shall happen to the people of the table
    #[arg(long, value_enum)]
    act: ImportAct,
    /// A pool whose seats are given or taken back; a column of products may say it for each row
    #[arg(long = "pool", value_name = "POOL")]
    pools: Vec<String>,
    /// A group (`grp_...`) that people get into or leave; a column of groups may say it for each row
    #[arg(long = "group", value_name = "GROUP")]
    groups: Vec<String>,
    /// The role; a column of roles may say it for each row
    #[arg(long, value_enum)]
    role: Option<Role>,
    /// Of the mails to people who are new
    #[arg(long, value_enum, default_value_t = Language::En)]
    language: Language,
    /// Carry it out at once, and wait until that is done
    #[arg(long)]
    yes: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ImportAct {
    /// Into the team, with the role, groups and seats that are said
    Invite,
    /// A seat for each
    Assign,
    /// Take the seats back
    Unassign,
    /// Exactly these people have a seat afterwards
    Replace,
    /// Into groups
    Join,
    /// Out of groups
    Part,
    /// Change the role
    Role,
    /// Out of the team
    Remove,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Role {
    User,
    SecondaryAdmin,
}

pub fn create(cx: &Context, ask: &Create) -> Result<()> {
    let table = upload::table(cx.t, &ask.file).map_err(|fault| Failure::usage(fault.to_string()))?;
    let http = cx.http()?;
    let looked = follow((cx, &http), http.post_table(&ask.ask(), table)?)?;
    if !ask.yes {
        return tell((cx, &http), &looked);
    }
    let import = &looked.import;
    if told::count(import, "planned") == 0 {
        if told::problems(import) == 0 {
            // Nobody has to look at it: all is so already.
            http.send(&Ask::delete(["imports", &import.id]))?;
            let count = told::count(import, "nothing");
            return cx.say(&if cx.json() { looked.answer.text } else { fl!(cx.t, "all-so", count = count) });
        }
        tell((cx, &http), &looked)?;
        return carried_out(cx, import);
    }
    match carry_out((cx, &http), import) {
        Ok(done) => {
            tell((cx, &http), &done)?;
            carried_out(cx, &done.import)
        }
        Err(refused) => {
            if !cx.json() {
                tell((cx, &http), &looked)?;
            }
            Err(refused)
        }
    }
}

impl Create {
    fn ask(&self) -> Ask {
        let name = self.file.file_name().and_then(|name| name.to_str()).filter(|name| *name != "-");
        let act = self.act.to_possible_value().map(|value| value.get_name().to_owned());
        let role = match self.role {
            None => "",
            Some(Role::User) => "user",
            Some(Role::SecondaryAdmin) => "secondary_admin",
        };
        Ask::post_file(["teams", &self.team, "imports"])
            .query("act", act.unwrap_or_default())
            .query("pools", self.pools.join(","))
            .query("groups", self.groups.join(","))
            .query("role", role)
            .query("language", self.language.tag())
            .query("file_name", name.unwrap_or_default())
    }
}
