//! `plats import`: many people of a team at once, out of a file. First what would happen, then a yes, then what became of
//! each row; and for a day the way back.

mod create;
mod follow;
mod names;
mod told;

use crate::{
    context::Context,
    failure::{Failure, Result},
    http::{Ask, Http},
    listing::Part,
    output::Output,
    table::{clean, table},
};
use clap::{Subcommand, ValueEnum};
use create::Create;
use follow::{Followed, follow};
use i18n_embed_fl::fl;
use std::{
    io::Read,
    path::{Path, PathBuf},
};
use wire::seats::{Import, ImportRow};

#[derive(Debug, Subcommand)]
pub enum Act {
    /// Send a table of people and see what would happen to each; with --yes it happens
    Create(Create),
    /// The imports of a team, newest first
    #[command(after_help = "Example:\n  plats import list team_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    List {
        /// The team's id
        team: String,
        #[command(flatten)]
        part: Part,
    },
    /// How an import stands, and its first problems
    #[command(after_help = "Example:\n  plats import show imp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Show {
        /// The import's id
        import: String,
    },
    /// The rows in the order of the file, each with what happens or why not
    #[command(after_help = "Example:\n  plats import rows imp_01kb2qg3a8e5ttv3b1c6m0q9xz --show problems")]
    Rows {
        /// The import's id
        import: String,
        /// Which rows
        #[arg(long, value_enum, default_value_t = Shown::All)]
        show: Shown,
        #[command(flatten)]
        part: Part,
    },
    /// Carry it out, and wait until that is done; saying it again changes nothing
    #[command(after_help = "Example:\n  plats import confirm imp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Confirm {
        /// The import's id
        import: String,
    },
    /// Stop it: what was done stays done and can be undone, the rest is not begun
    #[command(after_help = "Example:\n  plats import stop imp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Stop {
        /// The import's id
        import: String,
    },
    /// Undo all that it did, within a day, and wait until that is done
    #[command(after_help = "Example:\n  plats import undo imp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Undo {
        /// The import's id
        import: String,
    },
    /// Throw an import away that was not carried out
    #[command(after_help = "Example:\n  plats import discard imp_01kb2qg3a8e5ttv3b1c6m0q9xz")]
    Discard {
        /// The import's id
        import: String,
    },
    /// The rows that were not taken, as they stood in the file, each with its reason: to mend and send again
    #[command(after_help = "Example:\n  plats import to-mend imp_01kb2qg3a8e5ttv3b1c6m0q9xz -o to-mend.csv")]
    ToMend {
        /// The import's id
        import: String,
        /// Into this file, readable for you alone, instead of the standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Shown {
    All,
    Changes,
    Nothing,
    Problems,
    Left,
}

pub fn run(cx: &Context, act: Act) -> Result<()> {
    match act {
        Act::Create(ask) => create::create(cx, &ask),
        Act::List { team, part } => list(cx, &team, &part),
        Act::Show { import } => show(cx, &import),
        Act::Rows { import, show, part } => rows(cx, &import, show, &part),
        Act::Confirm { import } => confirm(cx, &import),
        Act::Stop { import } => stop(cx, &import),
        Act::Undo { import } => undo(cx, &import),
        Act::Discard { import } => discard(cx, &import),
        Act::ToMend { import, output } => to_mend(cx, &import, output.as_deref()),
    }
}

fn list(cx: &Context, team: &str, part: &Part) -> Result<()> {
    let (http, t) = (cx.http()?, cx.t);
    let listed = part.fetch((cx, &http), || Ask::get(["teams", team, "imports"]))?;
    listed.tell(cx, |imports: &[Import]| {
        let rows = imports.iter().map(|import| {
            let day = import.made_at.split('T').next().unwrap_or_default().to_owned();
            let count = import.rows.values().sum::<i64>().to_string();
            [told::title(t, import), day, count, told::state(t, import), import.id.clone()]
        });
        table([fl!(t, "import"), fl!(t, "made"), fl!(t, "rows"), fl!(t, "status"), "id".to_owned()], rows)
    })
}

fn show(cx: &Context, import: &str) -> Result<()> {
    let http = cx.http()?;
    let answer = http.send(&Ask::get(["imports", import]))?;
    let import = answer.parse(cx.t)?;
    tell((cx, &http), &Followed { answer, import })
}

fn rows(cx: &Context, id: &str, show: Shown, part: &Part) -> Result<()> {
    let http = cx.http()?;
    let shown = show.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let ask = || Ask::get(["imports", id, "rows"]).query("show", &shown);
    let listed = part.fetch::<ImportRow>((cx, &http), ask)?;
    if cx.json() || listed.rows.is_empty() {
        return listed.tell(cx, |_| String::new());
    }
    let import: Import = http.send(&Ask::get(["imports", id]))?.parse(cx.t)?;
    let names = names::Names::of((cx, &http), &import.team, &listed.rows)?;
    listed.tell(cx, |rows| told::rows(cx, &names, rows))
}

fn confirm(cx: &Context, id: &str) -> Result<()> {
    let http = cx.http()?;
    let looked = follow((cx, &http), http.send(&Ask::get(["imports", id]))?)?;
    let done = carry_out((cx, &http), &looked.import)?;
    tell((cx, &http), &done)?;
    carried_out(cx, &done.import)
}

/// Says yes, and waits until it is done.
fn carry_out((cx, http): (&Context, &Http), import: &Import) -> Result<Followed> {
    follow((cx, http), http.send(&Ask::put(["imports", &import.id, "confirmation"]))?)
}

/// A script hears that rows are left over.
fn carried_out(cx: &Context, import: &Import) -> Result<()> {
    match told::problems(import) + told::count(import, "planned") {
        0 => Ok(()),
        left => Err(Failure::Denied(fl!(cx.t, "rows-left", count = left), String::new())),
    }
}

fn stop(cx: &Context, id: &str) -> Result<()> {
    let http = cx.http()?;
    let stopped = follow((cx, &http), http.send(&Ask::delete(["imports", id, "confirmation"]))?)?;
    tell((cx, &http), &stopped)
}

fn undo(cx: &Context, id: &str) -> Result<()> {
    let http = cx.http()?;
    let undone = follow((cx, &http), http.send(&Ask::put(["imports", id, "undo"]))?)?;
    tell((cx, &http), &undone)?;
    match told::count(&undone.import, "stays") {
        0 => Ok(()),
        left => Err(Failure::Denied(fl!(cx.t, "rows-stay", count = left), String::new())),
    }
}

fn discard(cx: &Context, id: &str) -> Result<()> {
    cx.http()?.send(&Ask::delete(["imports", id]))?;
    if cx.json() { Ok(()) } else { cx.say(&fl!(cx.t, "import-discarded", id = clean(id))) }
}

fn to_mend(cx: &Context, id: &str, file: Option<&Path>) -> Result<()> {
    let mut table = cx.http()?.get_table(&Ask::get(["imports", id, "to-mend"]))?;
    let mut output = Output::open(cx, file)?;
    let mut part = vec![0; 64 * 1024];
    loop {
        match table.read(&mut part) {
            Ok(0) => break,
            Ok(size) => output.write(&part[..size])?,
            Err(error) => {
                let sentence = fl!(cx.t, "file-broke-off", error = error.to_string());
                return Err(Failure::Unanswered(sentence, String::new()));
            }
        }
    }
    match output.end()? {
        Some(path) if !cx.json() => {
            cx.say(&fl!(cx.t, "to-mend-saved", file = clean(&path.display().to_string())))
        }
        _ => Ok(()),
    }
}

fn tell((cx, http): (&Context, &Http), followed: &Followed) -> Result<()> {
    match cx.json() {
        true => cx.say(&followed.answer.text),
        false => cx.say(&told::import((cx, http), &followed.import)?),
    }
}
