//! The folder of keys and builds.

use super::{Finding, fail, ok, warn, words};
use crate::Config;
use kernel::Lang;
use std::{fs, io, path::Path};
use web::format;

const LITTLE: u64 = 1 << 30;
const TOO_LITTLE: u64 = 100 << 20;

pub(super) fn folder(config: &Config) -> Vec<Finding> {
    let data = &config.data;
    let shown = data.display();
    if let Err(error) = try_to_write(data) {
        let advice = "Make the folder, and give it to the user that platsd runs as";
        return vec![fail("data", format!("the folder {shown} cannot be written: {error}"), advice)];
    }
    let mut findings = vec![ok("data", format!("the folder {shown} can be written"))];
    if let Ok(disk) = rustix::fs::statvfs(data) {
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        let says = format!("{} are free on the disk of {shown}", format::bytes(free, Lang::En));
        findings.push(match free {
            ..TOO_LITTLE => fail("space", says, "Make room: orders and uploads are about to fail"),
            TOO_LITTLE..LITTLE => warn("space", says, "Make room before long"),
            _ => ok("space", says),
        });
    }
    findings
}

fn try_to_write(folder: &Path) -> io::Result<()> {
    let file = folder.join(".doctor");
    fs::write(&file, "")?;
    fs::remove_file(file)
}

pub(super) fn keys(config: &Config) -> Finding {
    const NAME: &str = "keys";
    let folder = config.data.join("keys");
    if !folder.exists() {
        let says = format!("there are none yet in {}", folder.display());
        return warn(NAME, says, "The first `platsd serve` draws them");
    }
    match licensing::Keys::look(&folder) {
        Ok(keys) => {
            let root =
                if folder.join("root.seed").exists() { ", and the root key can be moved away" } else { "" };
            ok(NAME, format!("leases are signed by {}{root}", keys.current_kid()))
        }
        Err(error) => fail(NAME, words(&error), "Put it right, or take the folder from a backup"),
    }
}

/// Which of the files that builds name are not there as they should be. Keys are paths below the folder of builds.
pub(super) fn wrong_files(config: &Config, wanted: &[(String, u64)]) -> Vec<String> {
    let folder = config.data.join("builds");
    let wrong = wanted.iter().filter_map(|(key, size)| match fs::metadata(folder.join(key)) {
        Ok(found) if found.len() == *size => None,
        Ok(found) => Some(format!("{key} has {} bytes and not {size}", found.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(format!("{key} is missing")),
        Err(error) => Some(format!("{key} cannot be read: {error}")),
    });
    wrong.collect()
}
