//! How fast the whole server is, beside references that are measured in the same run on the same machine.
//! It refuses to judge: it prints a table and never fails because of a figure. Start with [`Section`]; what the rows
//! mean stands in `docs/performance.md`.

mod checkout;
mod customer;
mod imports;
mod load;
mod machine;
mod pgbench;
mod place;
mod program;
mod report;
mod seats_pool;
mod seed;
mod size;
mod time;
mod users;

use clap::{Parser, ValueEnum};
use kernel::Result;
use report::Report;
use size::Size;
use std::process::ExitCode;

/// As in `platsd`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(name = "bench", about = "How fast Plats is on this machine")]
struct Arguments {
    /// Small sizes and short windows: whether it works, not how fast.
    #[arg(long)]
    quick: bool,
    /// One section alone.
    #[arg(long, value_enum, value_name = "NAME")]
    only: Option<Section>,
    /// The same as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Section {
    /// A program gets its lease, on both engines.
    Checkout,
    /// Seats of one pool that everybody wants, on both engines.
    Seats,
    /// The page of users at few people and at very many, on both engines.
    Users,
    /// A table of people goes in, few rows and very many, on both engines.
    Imports,
    /// From the start of the program to its first answer, and its memory.
    Program,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = tokio::runtime::Runtime::new().map_err(kernel::Error::fault).and_then(|load| {
        let report = load.block_on(measure(&arguments))?;
        print!("{}", if arguments.json { report.json() } else { report.markdown() });
        Ok(())
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {}", error.inner_message().map_or_else(|| format!("{error:?}"), str::to_owned));
            ExitCode::FAILURE
        }
    }
}

async fn measure(arguments: &Arguments) -> Result<Report> {
    let size = if arguments.quick { Size::QUICK } else { Size::FULL };
    let mut report = Report::begin()?;
    for section in Section::value_variants() {
        if arguments.only.is_some_and(|only| only != *section) {
            continue;
        }
        match section {
            Section::Checkout => checkout::measure(&size, &mut report).await?,
            Section::Seats => seats_pool::measure(&size, &mut report).await?,
            Section::Users => users::measure(&size, &mut report).await?,
            Section::Imports => imports::measure(&size, &mut report).await?,
            Section::Program => program::measure(&size, &mut report).await?,
        }
    }
    Ok(report)
}
