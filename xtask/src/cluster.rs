//! A PostgreSQL cluster of our own in a temporary folder, for tests and measurements.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::program::{self, find, read, run, succeeds};
use crate::{Done, machine};

/// Under which name the tests look for the cluster.
pub const VARIABLE: &str = "PLATS_TEST_POSTGRES";

const PROGRAMS: [&str; 4] = ["initdb", "postgres", "pg_isready", "psql"];

/// Keeps the server beside us and stops it when we end, even when we are killed: then its `read` comes back too.
const SUPERVISOR: &str = r#"
folder=$1
shift
exec 3<&0
"$@" </dev/null >"$folder/log" 2>&1 &
server=$!
{ read -r _ <&3; kill -INT "$server"; } >/dev/null 2>&1 &
wait "$server"
code=$?
[ "$code" = 0 ] || tail -n 20 "$folder/log" >&2
rm -rf "$folder"
exit "$code"
"#;

pub struct Cluster {
    pub url: String,
    /// initdb, psql, pgbench of the same version.
    pub binaries: PathBuf,
    supervisor: Child,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Disk {
    /// Nothing is synced: what a test wrote is thrown away in any case.
    Careless,
    /// As in production, for measurements.
    Durable,
}

impl Cluster {
    pub fn start(disk: Disk) -> Result<Self, String> {
        let binaries = binaries().ok_or("PostgreSQL's initdb and postgres are not installed")?;
        let folder = PathBuf::from(read(Command::new("mktemp").args(["-d", "-t", "plats-postgres.XXXXXX"]))?);
        let owner = owner();
        if let Some(owner) = owner {
            run(Command::new("chown").arg(owner).arg(&folder))?;
        }
        let data = folder.join("data");
        let mut initdb = as_owner(owner, &binaries.join("initdb"));
        initdb.args(["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"]);
        read(initdb.arg("--pgdata").arg(&data).current_dir(&folder))?;

        let port = free_port().map_err(|why| format!("there is no free port on 127.0.0.1: {why}"))?;
        let mut server = as_owner(owner, &binaries.join("postgres"));
        server.arg("-D").arg(&data).arg("-k").arg(&folder).args(settings(port, disk));
        let mut supervisor = Command::new("sh");
        supervisor.args(["-c", SUPERVISOR, "sh"]).arg(&folder);
        supervisor.arg(server.get_program()).args(server.get_args());
        // Its own process group: Ctrl-C is for us, and the pipe tells the server after us.
        supervisor.stdin(Stdio::piped()).stdout(Stdio::null()).process_group(0).current_dir(&folder);
        let supervisor = supervisor.spawn().map_err(|why| format!("sh cannot be started: {why}"))?;

        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut cluster = Self { url, binaries, supervisor };
        cluster.wait_until_ready(port)?;
        Ok(cluster)
    }

    /// Tells a program where the cluster is, and puts psql and pgbench on its path.
    pub fn told_to<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env(VARIABLE, &self.url).env("PATH", program::path_with(&self.binaries))
    }

    fn wait_until_ready(&mut self, port: u16) -> Done {
        let mut asked = Command::new(self.binaries.join("pg_isready"));
        asked.args(["--quiet", "--host=127.0.0.1", "--username=postgres"]).arg(format!("--port={port}"));
        for _ in 0..600 {
            if succeeds(&mut asked) {
                return Ok(());
            }
            if let Ok(Some(status)) = self.supervisor.try_wait() {
                return Err(format!("PostgreSQL did not start: {status}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err("PostgreSQL did not answer within 30 seconds".to_owned())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.supervisor.stdin.take());
        if let Err(why) = self.supervisor.wait() {
            eprintln!("the PostgreSQL cluster may be left running: {why}");
        }
    }
}

/// `cargo xtask postgres`: for `cargo test` and an editor, beside a whole `cargo xtask test`.
pub fn command(arguments: &[String]) -> Done {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => foreground(),
        ["--background"] => background(),
        ["--stop"] => stop(),
        _ => Err(crate::USAGE.to_owned()),
    }
}

fn foreground() -> Done {
    let mut cluster = Cluster::start(Disk::Careless)?;
    println!("export {VARIABLE}={}", cluster.url);
    eprintln!("PostgreSQL runs until Ctrl-C.");
    let ended = cluster.supervisor.stdin.take().map(|pipe| (cluster.supervisor.wait(), pipe));
    match ended {
        Some((Ok(status), _)) if status.success() => Ok(()),
        _ => Err("PostgreSQL ended by itself".to_owned()),
    }
}

/// The same as in the foreground, in a process that outlives us and whose output is in a file.
fn background() -> Done {
    machine::prepare_postgres()?;
    let (line, process) = (state("line"), state("process"));
    if running().is_none() {
        fs::create_dir_all(state("")).map_err(|why| why.to_string())?;
        let output = fs::File::create(&line).map_err(|why| why.to_string())?;
        let own = std::env::current_exe().map_err(|why| why.to_string())?;
        let mut child = Command::new(own);
        child.arg("postgres").stdin(Stdio::null()).stdout(output).stderr(Stdio::null()).process_group(0);
        let mut child = child.spawn().map_err(|why| why.to_string())?;
        fs::write(&process, child.id().to_string()).map_err(|why| why.to_string())?;
        while !fs::read_to_string(&line).is_ok_and(|text| text.ends_with('\n')) {
            if child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return Err("PostgreSQL did not start; `cargo xtask postgres` says why".to_owned());
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
    print!("{}", fs::read_to_string(line).map_err(|why| why.to_string())?);
    eprintln!("PostgreSQL runs until `cargo xtask postgres --stop`.");
    Ok(())
}

fn stop() -> Done {
    let Some(process) = running() else { return Err("no cluster runs in the background".to_owned()) };
    run(Command::new("kill").arg(process))?;
    fs::remove_file(state("process")).map_err(|why| why.to_string())
}

/// The process that keeps the cluster in the background, unless it has ended.
fn running() -> Option<String> {
    let process = fs::read_to_string(state("process")).ok()?;
    succeeds(Command::new("kill").args(["-0", &process])).then_some(process)
}

fn state(file: &str) -> PathBuf {
    crate::target().join("xtask-postgres").join(file)
}

/// On the PATH (a link leads to where its companions are), or where Debian keeps them: there the newest.
pub fn binaries() -> Option<PathBuf> {
    let complete = |folder: &PathBuf| PROGRAMS.iter().all(|program| folder.join(program).is_file());
    let on_path = find("initdb").and_then(|file| Some(file.canonicalize().ok()?.parent()?.to_path_buf()));
    on_path.filter(complete).or_else(|| {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
        let version = |folder: &PathBuf| folder.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
        versions.map(|entry| entry.path().join("bin")).filter(complete).max_by_key(version)
    })
}

/// PostgreSQL refuses to run as root, so root lends it to the user that the package made.
fn owner() -> Option<&'static str> {
    machine::is_root().then_some("postgres")
}

fn as_owner(owner: Option<&str>, program: &Path) -> Command {
    let Some(owner) = owner else { return Command::new(program) };
    let mut command = Command::new("setpriv");
    command.args(["--reuid", owner, "--regid", owner, "--clear-groups", "--"]).arg(program);
    command
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn settings(port: u16, disk: Disk) -> Vec<String> {
    let sync = if disk == Disk::Durable { "on" } else { "off" };
    [
        format!("port={port}"),
        "listen_addresses=127.0.0.1".to_owned(),
        "max_connections=300".to_owned(),
        "synchronous_commit=on".to_owned(),
        format!("fsync={sync}"),
        format!("full_page_writes={sync}"),
    ]
    .into_iter()
    .flat_map(|setting| ["-c".to_owned(), setting])
    .collect()
}
