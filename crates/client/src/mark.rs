//! The latest time this device has seen, so that a clock set back is noticed. Sealed, and kept in two places: deleting or
//! restoring one of them changes nothing.

use crate::{
    Result,
    device::{hex, keyed_hash},
    store,
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Smaller steps are not worth a write.
const STEP: i64 = 60;

pub(crate) struct Mark {
    places: [PathBuf; 2],
    seal: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    seen: i64,
    mac: String,
}

impl Mark {
    pub fn new(places: [PathBuf; 2], seal: [u8; 32]) -> Self {
        Self { places, seal }
    }

    /// The later of the two marks whose seal is whole.
    pub fn read(&self) -> Option<i64> {
        self.places.iter().filter_map(|place| self.read_one(place)).max()
    }

    /// Remembers that it is at least `now`.
    pub fn raise(&self, now: i64) -> Result<()> {
        if self.places.iter().all(|place| self.read_one(place).is_some_and(|seen| seen + STEP > now)) {
            return Ok(());
        }
        self.set(self.read().unwrap_or(now).max(now))
    }

    /// Believes the server: its time counts even when it is earlier, or a clock that was once wrong by years would lock a
    /// person out for years.
    pub fn set(&self, seen: i64) -> Result<()> {
        let text = serde_json::json!({ "seen": seen, "mac": self.mac(seen) }).to_string();
        let [first, second] = &self.places;
        // The second place may be read-only or full; one mark is better than no work.
        if let Some(folder) = second.parent()
            && store::create_folder(folder).is_ok()
        {
            let _ = store::write_file(second, &text);
        }
        store::write_file(first, &text)
    }

    fn read_one(&self, place: &Path) -> Option<i64> {
        let sealed: Sealed = serde_json::from_str(&std::fs::read_to_string(place).ok()?).ok()?;
        (sealed.mac == self.mac(sealed.seen)).then_some(sealed.seen)
    }

    fn mac(&self, seen: i64) -> String {
        hex(&keyed_hash(&self.seal, &[&seen.to_be_bytes()]))
    }
}

/// Where the second mark lies: with the system's state of this person, not with the program's files.
pub(crate) fn second_place(folder: &Path) -> PathBuf {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    from("XDG_STATE_HOME")
        .or_else(|| from("LOCALAPPDATA"))
        .or_else(|| from("HOME").map(|home| home.join(".local/state")))
        .map_or_else(|| folder.join("state"), |state| state.join("plats"))
}
