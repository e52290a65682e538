//! Playwright, on a real server, in a real browser.

use std::process::Command;

use crate::cluster::{Cluster, Disk, VARIABLE};
use crate::program::{cargo, run, run_counted};
use crate::summary::{Counts, Runner};
use crate::{Done, USAGE, machine, root, target};

/// `cargo xtask e2e`: one engine, and whatever Playwright understands.
pub fn e2e(arguments: &[String]) -> Done {
    let mut rest = arguments.to_vec();
    let mut engine = "sqlite".to_owned();
    if let Some(at) = rest.iter().position(|argument| argument == "--engine") {
        engine = rest.drain(at..rest.len().min(at + 2)).nth(1).ok_or(USAGE)?;
    }
    machine::prepare()?;
    run(&mut cargo(["build", "--package", "server", "--package", "cli", "--package", "ritbord"]))?;
    match engine.as_str() {
        "sqlite" => run(playwright("sqlite").args(rest)),
        // One that runs already, by `cargo xtask postgres`, saves two seconds.
        "postgres" if std::env::var_os(VARIABLE).is_some() => run(playwright("postgres").args(rest)),
        "postgres" => {
            let cluster = Cluster::start(Disk::Careless)?;
            run(cluster.told_to(&mut playwright("postgres")).args(rest))
        }
        _ => Err(USAGE.to_owned()),
    }
}

/// `cargo xtask screenshots`: the demo, photographed.
pub fn screenshots(arguments: &[String]) -> Done {
    machine::prepare()?;
    run(&mut cargo(["build", "--package", "server"]))?;
    run(playwright("sqlite").args(["--config", "screenshots.config.ts"]).args(arguments))
}

/// All browser tests on SQLite, or on the PostgreSQL cluster.
pub fn test(cluster: Option<&Cluster>, counts: &mut Counts) -> Done {
    let mut playwright = playwright(if cluster.is_some() { "postgres" } else { "sqlite" });
    if let Some(cluster) = cluster {
        cluster.told_to(&mut playwright);
    }
    run_counted(&mut playwright, Runner::Playwright, counts)
}

/// The scripts of the portal and the browser tests, by TypeScript's checker.
pub fn check_scripts() -> Done {
    for project in ["tsconfig.assets.json", "tsconfig.json"] {
        run(node_program("tsc").args(["--project", project]))?;
    }
    Ok(())
}

fn playwright(engine: &str) -> Command {
    let mut command = node_program("playwright");
    command.arg("test").env("PLATS_E2E_ENGINE", engine).env("PLATS_TARGET", target().join("debug"));
    if let Some(chromium) = machine::chromium() {
        command.env("CHROMIUM", chromium);
    }
    command
}

fn node_program(name: &str) -> Command {
    let mut command = Command::new(root().join("e2e/node_modules/.bin").join(name));
    command.current_dir(root().join("e2e"));
    command
}
