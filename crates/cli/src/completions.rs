//! `plats completions`: clap knows the words, the shell asks for them.

use crate::{arguments::Arguments, context::Context, failure::Result};
use clap::{Args, CommandFactory};
use clap_complete::Shell;

#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  plats completions bash > ~/.local/share/bash-completion/completions/plats"
)]
pub struct For {
    shell: Shell,
}

pub fn run(cx: &Context, For { shell }: &For) -> Result<()> {
    let mut script = vec![];
    clap_complete::generate(*shell, &mut Arguments::command(), "plats", &mut script);
    cx.say(&String::from_utf8_lossy(&script))
}
