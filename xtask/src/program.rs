//! Programs that are run, looked for and listened to.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::Done;
use crate::summary::{Counts, Runner};

/// cargo, as it called us, in the folder of the workspace.
pub fn cargo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(crate::root());
    command
}

/// The program on the PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The PATH with a folder before it.
pub fn path_with(folder: &Path) -> std::ffi::OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [folder.to_path_buf()].into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path)
}

/// Runs to the end; its output is ours.
pub fn run(command: &mut Command) -> Done {
    let status = command.status().map_err(|why| cannot_start(command, &why))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed: {status}", named(command))) }
}

/// Runs to the end and gives what it printed.
pub fn read(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|why| cannot_start(command, &why))?;
    if !output.status.success() {
        return Err(format!("{} failed: {}", named(command), output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether it can be run and is content; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Runs to the end, passes its output on, and counts the tests that it reports.
pub fn run_counted(command: &mut Command, runner: Runner, counts: &mut Counts) -> Done {
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|why| cannot_start(command, &why))?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());

    *counts += thread::scope(|scope| {
        let output = scope.spawn(|| pass_on(output, io::stdout(), runner));
        let errors = scope.spawn(|| pass_on(errors, io::stderr(), runner));
        let mut both = output.join().unwrap_or_default();
        both += errors.join().unwrap_or_default();
        both
    });
    let status = child.wait().map_err(|why| cannot_start(command, &why))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed: {status}", named(command))) }
}

fn pass_on(from: Option<impl Read>, mut to: impl Write, runner: Runner) -> Counts {
    let mut counts = Counts::default();
    let Some(from) = from else { return counts };
    let (mut from, mut line) = (BufReader::new(from), Vec::new());
    while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // A closed terminal must not end the tests: what was read is still counted.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        counts += runner.count(&String::from_utf8_lossy(&line));
        line.clear();
    }
    counts
}

fn cannot_start(command: &Command, why: &io::Error) -> String {
    format!("{} cannot be started: {why}", named(command))
}

fn named(command: &Command) -> String {
    let file = Path::new(command.get_program());
    let mut name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for argument in command.get_args().take(3) {
        name = format!("{name} {}", argument.to_string_lossy());
    }
    name
}
