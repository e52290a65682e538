//! The vendor's keys: a root key that vouches for lease keys, the lease key in use, and the signed set of them.
//!
//! In the folder: `root.seed` (may be moved away once `keys.jws` is there), `root.pub`, `lease.seed`, `keys.jws`, and
//! `pairwise.seed`, out of which the names are made that programs know people by. Nodes of one Plats share the folder.

mod folder;

use aws_lc_rs::hmac;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use folder::{Folder, fault};
use kernel::{Chance, Error, PersonId, Result, Timestamp};
use lease::{KeySet, Lease, PublicKey, RootKey, SigningKey};
use std::{fmt, path::Path, sync::Arc};

const ROOT: &str = "root.seed";
const ROOT_PUBLIC: &str = "root.pub";
const LEASE: &str = "lease.seed";
const SET: &str = "keys.jws";
const PAIRWISE: &str = "pairwise.seed";

/// What the server holds in memory: the lease key, and not the root key. Cheap to clone.
#[derive(Clone)]
pub struct Keys(Arc<Held>);

struct Held {
    root: RootKey,
    current: SigningKey,
    set: KeySet,
    signed_set: String,
    pairwise: hmac::Key,
}

/// What becomes of the lease keys of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldKeys {
    /// Leases that they signed stay valid.
    Kept,
    /// One of them leaked: programs that learn the new set believe them no longer, and ask for new leases.
    Withdrawn,
}

impl Keys {
    /// Reads the keys, and draws those that a new Plats lacks.
    pub fn open_or_create(dir: &Path, chance: &Chance, now: Timestamp) -> Result<Keys> {
        let folder = Folder::open(dir)?;
        let root = match folder.seed(ROOT)? {
            Some(seed) => Some(seed),
            None if folder.text(ROOT_PUBLIC)?.is_some() => None,
            None if folder.text(SET)?.is_some() => {
                return Err(fault(
                    "the key set",
                    &folder.path(SET),
                    "the public root key, root.pub, is missing",
                ));
            }
            None => Some(folder.draw(ROOT, chance)?),
        };
        open(&folder, root.map(SigningKey::from_seed), chance, now)
    }

    /// The same with a root key that is not kept in the folder.
    pub fn with_root_seed(dir: &Path, seed: [u8; 32], chance: &Chance, now: Timestamp) -> Result<Keys> {
        open(&Folder::open(dir)?, Some(SigningKey::from_seed(seed)), chance, now)
    }

    /// The keys as they are there, for looking: none is drawn, nothing is written.
    pub fn look(dir: &Path) -> Result<Keys> {
        let folder = Folder::existing(dir);
        let root = root_public(&folder, None)?;
        let missing = |name| fault("the file", &folder.path(name), "it is missing");
        let set = known_set(&folder, &root)?.ok_or_else(|| missing(SET))?;
        let current = SigningKey::from_seed(folder.seed(LEASE)?.ok_or_else(|| missing(LEASE))?);
        if set.key(&current.kid()).is_none() {
            return Err(needs_root(&folder, SET));
        }
        let signed_set = folder.text(SET)?.unwrap_or_default().trim().to_owned();
        let pairwise = folder.seed(PAIRWISE)?.ok_or_else(|| missing(PAIRWISE))?;
        let pairwise = hmac::Key::new(hmac::HMAC_SHA256, &pairwise);
        Ok(Keys(Arc::new(Held { root, current, set, signed_set, pairwise })))
    }

    /// Draws a new lease key. For this the root key has to be in the folder.
    pub fn rotate(dir: &Path, chance: &Chance, now: Timestamp, old: OldKeys) -> Result<Keys> {
        let folder = Folder::open(dir)?;
        let Some(root) = folder.seed(ROOT)?.map(SigningKey::from_seed) else {
            return Err(fault(
                "the root key",
                &folder.path(ROOT),
                "it is not there, and only it can sign a new set",
            ));
        };
        let public = root_public(&folder, Some(&root))?;
        let known = known_set(&folder, &public)?;
        let seed = chance.bytes();
        let kept = known.iter().flat_map(|set| set.keys.clone()).filter(|_| old == OldKeys::Kept).collect();
        let new = SigningKey::from_seed(seed).public();
        folder.replace(SET, &successor(known.as_ref(), [vec![new], kept].concat(), now).sign(&root))?;
        folder.replace_seed(LEASE, seed)?;
        open(&folder, Some(root), chance, now)
    }

    /// What a vendor builds into programs.
    pub fn root_public_key(&self) -> String {
        self.0.root.public().to_base64url()
    }
    /// The key set, signed by the root key (JWS, `typ: keys+jwt`).
    pub fn signed_set(&self) -> &str {
        &self.0.signed_set
    }
    pub fn set(&self) -> &KeySet {
        &self.0.set
    }
    /// The short name of the key that signs now.
    pub fn current_kid(&self) -> String {
        self.0.current.kid()
    }
    pub fn sign(&self, lease: &Lease) -> String {
        lease.sign(&self.0.current)
    }

    /// The name by which the programs of one product know a person: the same at each lease, and of no use elsewhere.
    pub fn pairwise(&self, issuer: &str, product: &str, person: PersonId) -> String {
        let about = format!("{issuer}\0{product}\0{person}");
        BASE64_URL_SAFE_NO_PAD.encode(hmac::sign(&self.0.pairwise, about.as_bytes()))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.current_kid())
    }
}

fn open(folder: &Folder, root: Option<SigningKey>, chance: &Chance, now: Timestamp) -> Result<Keys> {
    let public = root_public(folder, root.as_ref())?;
    let known = known_set(folder, &public)?;
    let seed = match folder.seed(LEASE)? {
        Some(seed) => seed,
        None if root.is_some() => folder.draw(LEASE, chance)?,
        None => return Err(needs_root(folder, LEASE)),
    };
    let current = SigningKey::from_seed(seed);
    let set = match (known, &root) {
        (Some(known), _) if known.key(&current.kid()).is_some() => known,
        (known, Some(root)) => {
            let old = known.iter().flat_map(|set| set.keys.clone()).collect();
            let set = successor(known.as_ref(), [vec![current.public()], old].concat(), now);
            folder.replace(SET, &set.sign(root))?;
            set
        }
        (_, None) => return Err(needs_root(folder, SET)),
    };
    let signed_set = folder.text(SET)?.unwrap_or_default().trim().to_owned();
    let pairwise = match folder.seed(PAIRWISE)? {
        Some(seed) => seed,
        None => folder.draw(PAIRWISE, chance)?,
    };
    let pairwise = hmac::Key::new(hmac::HMAC_SHA256, &pairwise);
    Ok(Keys(Arc::new(Held { root: public, current, set, signed_set, pairwise })))
}

/// The public half, written down beside the secret one so that this can be moved away.
fn root_public(folder: &Folder, root: Option<&SigningKey>) -> Result<RootKey> {
    let path = folder.path(ROOT_PUBLIC);
    let noted = folder.text(ROOT_PUBLIC)?;
    let noted = noted.map(|text| PublicKey::from_base64url(text.trim())).transpose();
    match (noted.map_err(|error| fault("the public root key", &path, error))?, root) {
        (Some(noted), Some(root)) if noted != root.public() => {
            Err(fault("the public root key", &path, "it does not belong to the root key that was given"))
        }
        (Some(noted), _) => Ok(noted.into()),
        (None, Some(root)) => {
            folder.replace(ROOT_PUBLIC, &root.public().to_base64url())?;
            Ok(root.public().into())
        }
        (None, None) => Err(fault("the public root key", &path, "it is missing")),
    }
}

fn known_set(folder: &Folder, root: &RootKey) -> Result<Option<KeySet>> {
    let Some(text) = folder.text(SET)? else { return Ok(None) };
    let set = KeySet::verify(text.trim(), root);
    set.map(Some).map_err(|error| fault("the key set", &folder.path(SET), error))
}

/// Of two sets a program takes the newer one, so each is later than the one before, whatever the clock says.
fn successor(known: Option<&KeySet>, keys: Vec<PublicKey>, now: Timestamp) -> KeySet {
    let later = known.map_or(i64::MIN, |known| known.issued_at + 1);
    KeySet::new(now.seconds().max(later), keys)
}

fn needs_root(folder: &Folder, name: &str) -> Error {
    let root = folder.path(ROOT);
    let why =
        format!("only the root key can vouch for a lease key: put {} back and start again", root.display());
    fault("the file", &folder.path(name), why)
}
