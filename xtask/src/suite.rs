//! All checks and tests in order, and the commands that show and measure.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::cluster::{Cluster, Disk};
use crate::program::{cargo, find, run, run_counted};
use crate::summary::{Counts, Runner, Summary};
use crate::{Done, browser, machine, root, target};

/// A step that failed does not hide what the next ones would say, unless they could say nothing else.
pub fn test() -> Done {
    let mut summary = Summary::default();
    summary.step("install", |_| machine::prepare());
    summary.step("format", |_| format());
    summary.step("lints", |_| lints());
    let built = summary.step("build", |_| {
        run(&mut cargo(["build", "--package", "server", "--package", "cli", "--package", "ritbord"]))
    });
    let cluster = summary.step("postgres", |_| Cluster::start(Disk::Careless));
    let cluster = cluster.as_ref();
    summary.step("rust tests", |counts| rust_tests(cluster, counts));
    summary.step("doc tests", doc_tests);
    summary.step("scripts", |_| browser::check_scripts());
    summary.step("browser, sqlite", |counts| {
        built.ok_or("not run: the build failed")?;
        browser::test(None, counts)
    });
    summary.step("browser, postgres", |counts| {
        built.ok_or("not run: the build failed")?;
        browser::test(Some(cluster.ok_or("not run: there is no cluster")?), counts)
    });
    summary.print()
}

pub fn check() -> Done {
    format()?;
    lints()
}

/// The tests that compare the pages know how they are made; told so, they write them first.
pub fn generate() -> Done {
    let tests = ["test", "--package", "server", "--test", "house", "generated::"];
    run(cargo(tests).env("PLATS_WRITE_GENERATED", "1"))
}

/// `cargo xtask demo`: becomes platsd, so that Ctrl-C reaches it and its exit code is ours.
pub fn demo(arguments: &[String]) -> Done {
    run(&mut cargo(["build", "--package", "server"]))?;
    let mut platsd = Command::new(target().join("debug/platsd"));
    let why = platsd.arg("demo").args(arguments).current_dir(root()).exec();
    Err(format!("platsd cannot be started: {why}"))
}

/// The bench compares with pgbench on the same cluster, and that cluster syncs as in production. It starts platsd from
/// the folder in which it lies itself.
pub fn bench(arguments: &[String]) -> Done {
    machine::prepare_postgres()?;
    run(&mut cargo(["build", "--release", "--package", "server", "--package", "bench"]))?;
    let cluster = Cluster::start(Disk::Durable)?;
    let mut bench = Command::new(target().join("release/bench"));
    run(cluster.told_to(&mut bench).args(arguments).current_dir(root()))
}

fn format() -> Done {
    run(&mut cargo(["fmt", "--all", "--check"]))
}

fn lints() -> Done {
    run(&mut cargo(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

/// Without a cluster the stories on SQLite still run; those on PostgreSQL say what they lack.
fn rust_tests(cluster: Option<&Cluster>, counts: &mut Counts) -> Done {
    let (mut tests, runner) = if find("cargo-nextest").is_some() {
        (cargo(["nextest", "run", "--workspace", "--no-fail-fast"]), Runner::Nextest)
    } else {
        (cargo(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]), Runner::CargoTest)
    };
    if let Some(cluster) = cluster {
        cluster.told_to(&mut tests);
    }
    run_counted(&mut tests, runner, counts)
}

fn doc_tests(counts: &mut Counts) -> Done {
    run_counted(&mut cargo(["test", "--doc", "--workspace", "--no-fail-fast"]), Runner::CargoTest, counts)
}
