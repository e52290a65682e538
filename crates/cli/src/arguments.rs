//! The words that `plats` understands; each noun declares its own.

use crate::{
    completions, contract, group, import, member, offering, order, privacy, product, program, publish,
    release, seat, team,
};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// The command line of Plats, the account portal of a software vendor.
#[derive(Debug, Parser)]
#[command(
    name = "plats",
    version,
    about,
    max_term_width = 100,
    after_help = "\
Exit codes: 0 done; 1 the server refused; 2 wrong usage, nothing was sent; 3 the server does not answer, or cannot now.

Example:
  plats configure
  plats order example > order.json
  plats order place order.json --dry-run"
)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub act: Act,
}

#[derive(Debug, Args)]
pub struct Common {
    /// Where Plats is; otherwise PLATS_SERVER, otherwise the profile says it
    #[arg(long, global = true, value_name = "URL", help_heading = "Connection")]
    pub server: Option<String>,
    /// A file with the API key; otherwise PLATS_API_KEY, otherwise the profile has it
    #[arg(long, global = true, value_name = "FILE", help_heading = "Connection")]
    pub api_key_file: Option<PathBuf>,
    /// What `plats configure` saved under this name; otherwise PLATS_PROFILE, otherwise `default`
    #[arg(long, global = true, value_name = "NAME", help_heading = "Connection")]
    pub profile: Option<String>,
    /// Print what the server answers as it is, also when it refuses
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum Act {
    /// Save where Plats is and the API key, for the next commands
    ///
    /// The key is asked for without showing it, or read from the standard input or from --api-key-file, and tried
    /// before it is saved. The file is for you alone.
    #[command(after_help = "Example:\n  plats configure --server https://account.vendor.example")]
    Configure,
    /// Place orders and look them up
    #[command(subcommand)]
    Order(order::Act),
    /// Look contracts up
    #[command(subcommand)]
    Contract(contract::Act),
    /// Products of the catalog
    #[command(subcommand)]
    Product(product::Act),
    /// What people accept before a program tells anything of their device
    #[command(subcommand)]
    Privacy(privacy::Act),
    /// Versions of a product
    #[command(subcommand)]
    Release(release::Act),
    /// Upload a build: a file of a release, for one platform and language
    Publish(publish::Publish),
    /// What orders name: a product, a license model and a policy
    #[command(subcommand)]
    Offering(offering::Act),
    /// Programs that sign people in
    #[command(subcommand)]
    Program(program::Act),
    /// Teams of customers
    #[command(subcommand)]
    Team(team::Act),
    /// The people of a team
    #[command(subcommand)]
    Member(member::Act),
    /// Invite a person to a team; this gives no seat
    Invite(member::Invite),
    /// People of a team who get the same products
    #[command(subcommand)]
    Group(group::Act),
    /// Many people of a team at once, out of a file: look at what would happen, carry it out, undo it
    #[command(subcommand)]
    Import(import::Act),
    /// The seats that a team has bought
    #[command(subcommand)]
    Pool(seat::PoolAct),
    /// Who has a seat of a pool
    #[command(subcommand)]
    Seat(seat::Act),
    /// Print what a shell needs to complete the words of plats
    Completions(completions::For),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Command, CommandFactory};

    fn leaves<'a>(command: &'a Command, found: &mut Vec<&'a Command>) {
        match command.has_subcommands() {
            true => {
                let below = command.get_subcommands().filter(|below| below.get_name() != "help");
                below.for_each(|below| leaves(below, found));
            }
            false => found.push(command),
        }
    }

    #[test]
    fn every_command_is_well_formed_and_shows_an_example() {
        let mut plats = Arguments::command();
        plats.build();
        plats.clone().debug_assert();
        let mut found = vec![];
        leaves(&plats, &mut found);
        assert!(found.len() > 20);
        for leaf in found {
            let help = leaf.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("Example:\n  plats "), "{} has no example", leaf.get_name());
        }
    }

    /// The examples are real command lines.
    #[test]
    fn every_example_is_understood() {
        let mut plats = Arguments::command();
        plats.build();
        let mut found = vec![];
        leaves(&plats, &mut found);
        let helps = found.iter().filter_map(|leaf| leaf.get_after_help().map(ToString::to_string));
        let whole = helps.map(|help| help.replace(" \\\n", " "));
        let examples =
            whole.flat_map(|help| help.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>());
        for example in examples.filter(|line| line.starts_with("plats ")) {
            let example = example.split(" > ").next().unwrap_or_default().to_owned();
            let words = words(&example);
            assert!(Arguments::try_parse_from(&words).is_ok(), "{example}");
        }
    }

    /// As a shell splits them, quotes and all that the examples use of it.
    fn words(line: &str) -> Vec<String> {
        let parts = line.split('"').enumerate();
        let split = parts.flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        });
        split.collect()
    }
}
