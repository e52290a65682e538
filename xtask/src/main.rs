//! What the project does with itself: try, check, measure and show.
//!
//! It refuses to know the product: it starts programs (cargo, PostgreSQL, Playwright, platsd) and reads what they
//! print. Start at `suite::test`, which is all of it in order.

mod browser;
mod cluster;
mod machine;
mod program;
mod suite;
mod summary;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  test                                everything, on both engines, with one summary at the end
  check                               format and lints
  generate                            the pages of generated/, anew
  install                             what the tests need and this machine lacks
  e2e [--engine sqlite|postgres] ...  browser tests; further arguments go to Playwright (--grep X)
  screenshots ...                     pictures of the demo for the README; arguments as above
  postgres [--background | --stop]    a PostgreSQL cluster for `cargo test`; prints the line to export
  demo ...                            platsd demo, with the arguments that follow
  bench ...                           the numbers of the README, with the arguments that follow";

/// A sentence for the person at the terminal.
type Done = Result<(), String>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let done = match command.as_str() {
        "test" => suite::test(),
        "check" => suite::check(),
        "generate" => suite::generate(),
        "install" => machine::prepare(),
        "e2e" => browser::e2e(&rest),
        "screenshots" => browser::screenshots(&rest),
        "postgres" => cluster::command(&rest),
        "demo" => suite::demo(&rest),
        "bench" => suite::bench(&rest),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // A summary has said it already, and its last line stays the last.
            if !why.is_empty() {
                eprintln!("{why}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
