//! What the tests need beyond Rust and a C compiler, and how it gets here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{find, read, run, succeeds};
use crate::{Done, cluster, root};

/// Everything for `cargo xtask test`. Does nothing, quickly, when nothing is missing.
pub fn prepare() -> Done {
    let mut missing = Missing::default();
    if cluster::binaries().is_none() {
        missing.add("PostgreSQL 15 or newer (initdb and postgres)", &["postgresql"]);
    }
    if chromium().is_none() {
        missing.add("Chromium (or CHROMIUM=path in the environment)", &["chromium", "fonts-liberation"]);
    }
    if !succeeds(Command::new("python3").args(["-c", "import venv, ensurepip"])) {
        missing.add("Python 3 with venv", &["python3", "python3-venv"]);
    }
    missing.install()?;
    check_node()?;
    node_modules()?;
    virtual_environment()
}

/// Only the database: for work on the Rust tests.
pub fn prepare_postgres() -> Done {
    let mut missing = Missing::default();
    if cluster::binaries().is_none() {
        missing.add("PostgreSQL 15 or newer (initdb and postgres)", &["postgresql"]);
    }
    missing.install()
}

pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

pub fn chromium() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(file));
    }
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find)
}

#[derive(Default)]
struct Missing {
    things: Vec<&'static str>,
    packages: Vec<&'static str>,
}

impl Missing {
    fn add(&mut self, thing: &'static str, packages: &[&'static str]) {
        self.things.push(thing);
        self.packages.extend(packages);
    }

    /// Only where it is certain how: as root, with Debian's tools.
    fn install(self) -> Done {
        if self.things.is_empty() {
            return Ok(());
        }
        if !is_root() || !Path::new("/etc/debian_version").exists() {
            return Err(format!("please install: {}", self.things.join("; ")));
        }
        run(apt().arg("update"))?;
        run(apt().args(["install", "--yes", "--no-install-recommends"]).args(self.packages))
    }
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn check_node() -> Done {
    let version = read(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= 20) && find("npm").is_some() {
        return Ok(());
    }
    Err("please install Node.js 20 or newer, with npm".to_owned())
}

/// The copy of the lock that npm leaves behind tells whether the packages are those of the lock.
fn node_modules() -> Done {
    let e2e = root().join("e2e");
    let changed = |file: &str| fs::metadata(e2e.join(file)).and_then(|data| data.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(e2e))
}

fn virtual_environment() -> Done {
    let e2e = root().join("e2e");
    let folder = e2e.join(".venv");
    let (wanted, installed) = (e2e.join("requirements.txt"), folder.join("requirements.txt"));
    let content = |file: &Path| fs::read(file).ok();
    if content(&installed).is_some() && content(&installed) == content(&wanted) {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin/python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&wanted);
    run(&mut pip)?;
    fs::copy(&wanted, &installed).map(drop).map_err(|why| why.to_string())
}
