//! What `plats configure` saves: one file a profile, for its owner alone.

use crate::{
    arguments::Common,
    failure::{Failure, Result},
    local,
    texts::Texts,
};
use i18n_embed_fl::fl;
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

#[derive(Serialize, Deserialize)]
pub struct Profile {
    pub server: String,
    pub api_key: String,
}

/// None when no profile was named and there is no `default`.
pub fn load(common: &Common, t: Texts) -> Result<Option<Profile>> {
    let named = common.profile.clone().or_else(|| local::variable("PLATS_PROFILE"));
    let Some(path) = path(named.as_deref(), t)? else { return Ok(None) };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return match named {
                Some(name) => Err(Failure::usage(fl!(t, "no-profile", name = name))),
                None => Ok(None),
            };
        }
        Err(error) => return Err(local::unreadable(&path, &error, t)),
    };
    let file = || path.display().to_string();
    if is_open_to_others(&path) {
        return Err(Failure::usage(fl!(t, "profile-open", file = file())));
    }
    let profile = serde_json::from_str(&text);
    profile.map(Some).map_err(|_| Failure::usage(fl!(t, "profile-broken", file = file())))
}

/// Where it was saved. The file is whole or not there, and never readable by others, not even for a moment.
pub fn save(common: &Common, profile: &Profile, t: Texts) -> Result<PathBuf> {
    let named = common.profile.clone().or_else(|| local::variable("PLATS_PROFILE"));
    let path = path(named.as_deref(), t)?.ok_or_else(|| Failure::usage(fl!(t, "no-config-folder")))?;
    write(&path, profile).map_err(|error| {
        Failure::usage(fl!(t, "not-saved", file = path.display().to_string(), error = error.to_string()))
    })?;
    Ok(path)
}

fn path(name: Option<&str>, t: Texts) -> Result<Option<PathBuf>> {
    let name = name.unwrap_or("default");
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    if name.is_empty() || name.len() > 40 || !name.bytes().all(plain) {
        return Err(Failure::usage(fl!(t, "profile-name")));
    }
    Ok(local::config_folder().map(|folder| folder.join("plats").join(format!("{name}.json"))))
}

fn write(path: &Path, profile: &Profile) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // A temporary file of this crate has the mode 0600 from its first moment.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, profile)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|facts| facts.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}
