//! Which machine this is: a fingerprint that only this vendor understands, and a key.

use crate::{LicenseError, Result, machine, store, store::Store, world::World};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use lease::{PublicKey, RootKey, SigningKey};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

pub(crate) struct Device {
    /// 64 hexadecimal digits. Keyed with the vendor's root key, so that two vendors cannot compare notes.
    pub fingerprint: String,
    pub key: PublicKey,
    /// Seals the clock marks of this device.
    pub seal: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct Kept {
    seed: String,
    /// Stands in for the machine's id where the system has none.
    id: String,
}

impl Device {
    pub fn open(store: &Store, world: &World, root: &RootKey, given_id: Option<&str>) -> Result<Self> {
        let (kept, seed) = kept(store, world)?;
        let id = given_id.map(str::to_owned).or_else(machine::id).unwrap_or(kept.id);
        let key = SigningKey::from_seed(seed).public();
        let fingerprint =
            hex(&keyed_hash(&root.public().to_bytes(), &[b"plats device", id.trim().as_bytes()]));
        Ok(Self { fingerprint, key, seal: keyed_hash(&seed, &[b"plats clock mark"]) })
    }
}

/// Reads the device's secrets, or draws them; a damaged file is drawn anew, and the next lease is bound to the new key.
fn kept(store: &Store, world: &World) -> Result<(Kept, [u8; 32])> {
    let found = || store.read(store::DEVICE).and_then(|text| parse(&text));
    if let Some(found) = found() {
        return Ok(found);
    }
    let _lock = store.lock()?;
    // Another process may have been first.
    if let Some(found) = found() {
        return Ok(found);
    }
    let seed = world.bytes::<32>()?;
    let kept = Kept { seed: URL_SAFE_NO_PAD.encode(seed), id: hex(&world.bytes::<16>()?) };
    let text = serde_json::to_string(&kept).map_err(|error| LicenseError::Store(error.to_string()))?;
    store.write(store::DEVICE, &text)?;
    Ok((kept, seed))
}

fn parse(text: &str) -> Option<(Kept, [u8; 32])> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let seed = URL_SAFE_NO_PAD.decode(&kept.seed).ok()?.try_into().ok()?;
    Some((kept, seed))
}

/// HMAC-SHA-256; each part ends with a zero byte, so that parts cannot be shifted into each other.
pub(crate) fn keyed_hash(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    for part in parts {
        mac.update(part);
        mac.update(&[0]);
    }
    mac.finalize().into_bytes().into()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
