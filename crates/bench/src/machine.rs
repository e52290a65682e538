//! On what it was measured: without that a figure says nothing.

use crate::time;
use kernel::{Error, Result};
use std::{fs, fs::File, io::Write, path::Path, process::Command, time::Duration};

/// One line: processor, memory, disk, system, date.
pub fn line(syncs: f64) -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let memory = number_in("/proc/meminfo", "MemTotal:").unwrap_or_default() as f64 / f64::from(1 << 20);
    let loaded = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let loaded = loaded.split(' ').next().unwrap_or("?");
    let system = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!(
        "{}, {cores} cores, {memory:.0} GiB, {syncs:.0} appends of 4 KiB with fdatasync a second, Linux {}, {}{}, \
         load {loaded} at the start",
        processor(),
        system.trim(),
        postgres(),
        time::clock().now().rfc3339(),
    )
}

fn processor() -> String {
    let facts = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or("an unknown processor", |(_, model)| model).to_owned()
}

fn postgres() -> String {
    let asked = Command::new("pgbench").arg("--version").output();
    let version = asked.ok().and_then(|output| String::from_utf8(output.stdout).ok()).unwrap_or_default();
    let version = version.split_whitespace().nth(2).map(|version| format!("PostgreSQL {version}, "));
    version.unwrap_or_default()
}

/// The number behind a word that begins a line of a file of the system.
pub fn number_in(file: impl AsRef<Path>, word: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let rest = text.lines().find_map(|line| line.strip_prefix(word))?;
    rest.split_whitespace().next()?.parse().ok()
}

/// How many single appends of 4 KiB a second reach the disk under this folder, each synced by itself.
pub fn appends(folder: &Path, window: Duration) -> Result<f64> {
    let path = folder.join("appends");
    let mut file = File::create(&path).map_err(Error::fault)?;
    let (begin, mut count) = (time::now(), 0_u32);
    while begin.elapsed() < window {
        file.write_all(&[0x70; 4096]).and_then(|()| file.sync_data()).map_err(Error::fault)?;
        count += 1;
    }
    let rate = f64::from(count) / begin.elapsed().as_secs_f64();
    fs::remove_file(path).map_err(Error::fault)?;
    Ok(rate)
}
