//! The reference on PostgreSQL: its own bench program with as many statements in a transaction as ours has.

use crate::place::Place;
use kernel::{Error, Result};
use std::{fmt::Write, fs, process::Command, time::Duration};

/// A transaction of so many statements, and how often it comes up.
pub struct Script {
    pub weight: u32,
    pub selects: u32,
    pub updates: u32,
    pub inserts: u32,
}

const CLIENTS: &str = "16";
const THREADS: &str = "2";

/// Transactions a second, on the cluster of the place, in tables of 100,000 rows.
pub fn rate(place: &Place, scripts: &[Script], window: Duration) -> Result<f64> {
    let Some(url) = place.postgres() else { return Err(Error::fault("pgbench measures PostgreSQL")) };
    run(Command::new("pgbench").args(["--initialize", "--quiet", "--scale=1", url]))?;

    let mut bench = Command::new("pgbench");
    bench.args(["--no-vacuum", "--protocol=prepared", "--client", CLIENTS, "--jobs", THREADS]);
    bench.arg(format!("--time={}", window.as_secs().max(1)));
    for (at, script) in scripts.iter().enumerate() {
        let path = place.folder().join(format!("script-{at}.sql"));
        fs::write(&path, script.text()).map_err(Error::fault)?;
        bench.arg(format!("--file={}@{}", path.display(), script.weight));
    }
    let told = run(bench.arg(url))?;
    let rate = told.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.ok_or_else(|| Error::fault(format!("pgbench told no rate: {told}")))
}

impl Script {
    /// The rows are locked from the lower number up, so that no two transactions wait for each other.
    fn text(&self) -> String {
        let mut text = String::from("BEGIN;\n");
        for at in 0..self.selects {
            let lock = if at == 2 { " FOR UPDATE" } else { "" };
            let row = if at == 2 { "held".into() } else { format!("read_{at}") };
            let _ = writeln!(text, "SELECT abalance FROM pgbench_accounts WHERE aid = :{row}{lock};");
        }
        for at in 0..self.updates {
            let _ = writeln!(
                text,
                "UPDATE pgbench_accounts SET abalance = abalance + 1 WHERE aid = :held + {at};"
            );
        }
        for _ in 0..self.inserts {
            text += "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (1, 1, :held, 1, CURRENT_TIMESTAMP);\n";
        }
        text += "COMMIT;\n";
        let draw = (0..self.selects).fold(String::from("\\set held random(1, 99900)\n"), |draw, at| {
            format!("{draw}\\set read_{at} random(1, 100000)\n")
        });
        draw + &text
    }
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|why| Error::fault(format!("pgbench cannot be started: {why}")))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Error::fault(format!("pgbench failed: {}", String::from_utf8_lossy(&output.stderr)))),
    }
}
