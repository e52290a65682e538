//! The settings of a program, checked once.

use crate::{
    Language, LicenseError, Licensing, Result,
    device::{Device, hex},
    http::{Http, is_safe},
    mark::{self, Mark},
    store::Store,
    world::World,
};
use lease::RootKey;
use sha2::{Digest, Sha256};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock},
    time::Duration,
};

const SIGN_IN_TIMEOUT: Duration = Duration::from_secs(10 * 60);

pub(crate) struct Settings {
    /// Without a slash at the end.
    pub server: String,
    pub client_id: String,
    pub product: String,
    pub version: String,
    pub root: RootKey,
    pub language: Language,
    pub sign_in_timeout: Duration,
}

/// Collects the settings; all of the first six are needed.
pub struct Builder {
    server: String,
    client_id: String,
    product: String,
    version: String,
    root_key: String,
    store: Option<PathBuf>,
    second_place: Option<PathBuf>,
    device_id: Option<String>,
    language: Language,
    sign_in_timeout: Duration,
    world: World,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            server: String::new(),
            client_id: String::new(),
            product: String::new(),
            version: String::new(),
            root_key: String::new(),
            store: None,
            second_place: None,
            device_id: None,
            language: Language::English,
            sign_in_timeout: SIGN_IN_TIMEOUT,
            world: World::real(),
        }
    }
}

impl Builder {
    /// The account portal, such as `https://account.example.com`. Plain http is for this machine only.
    pub fn server(self, url: &str) -> Self {
        Self { server: url.trim_end_matches('/').to_owned(), ..self }
    }

    pub fn client_id(self, id: &str) -> Self {
        Self { client_id: id.to_owned(), ..self }
    }

    pub fn product(self, product: &str) -> Self {
        Self { product: product.to_owned(), ..self }
    }

    pub fn version(self, version: &str) -> Self {
        Self { version: version.to_owned(), ..self }
    }

    /// The vendor's public root key, 32 bytes in base64url.
    pub fn root_key(self, base64url: &str) -> Self {
        Self { root_key: base64url.to_owned(), ..self }
    }

    /// The folder for session and lease; one for each person of the machine.
    pub fn store(self, folder: impl AsRef<Path>) -> Self {
        Self { store: Some(folder.as_ref().to_owned()), ..self }
    }

    /// Where the second clock mark lies; by default with the system's state of this person.
    pub fn second_place(self, folder: impl AsRef<Path>) -> Self {
        Self { second_place: Some(folder.as_ref().to_owned()), ..self }
    }

    /// Stands in for the machine's own id, in tests and in containers.
    pub fn device_id(self, id: &str) -> Self {
        Self { device_id: Some(id.to_owned()), ..self }
    }

    /// The language of advice and of the page in the browser: `sv` or `en`, also as a locale.
    pub fn language(self, tag: &str) -> Self {
        Self { language: Language::from_tag(tag), ..self }
    }

    /// How long a sign-in in the browser is waited for; ten minutes by default.
    pub fn sign_in_timeout(self, patience: Duration) -> Self {
        Self { sign_in_timeout: patience, ..self }
    }

    /// A clock of your own, in seconds since 1970.
    pub fn clock(mut self, now: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        self.world.now = Arc::new(now);
        self
    }

    /// A source of randomness of your own. It must be fit for secrets, except in tests.
    pub fn chance(mut self, fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        self.world.chance = Arc::new(move |bytes| {
            fill(bytes);
            Ok(())
        });
        self
    }

    /// A way to wait of your own.
    pub fn sleep(mut self, sleep: impl Fn(Duration) + Send + Sync + 'static) -> Self {
        self.world.sleep = Arc::new(sleep);
        self
    }

    pub fn build(self) -> Result<Licensing> {
        if !is_safe(&self.server) {
            return Err(setting("server must be https, or http on this machine"));
        }
        if [&self.client_id, &self.product, &self.version].iter().any(|text| text.is_empty()) {
            return Err(setting("client_id, product and version are needed"));
        }
        let root =
            RootKey::from_base64url(&self.root_key).map_err(|_| setting("root_key is no Ed25519 key"))?;
        let store = Store::open(self.store.as_deref().ok_or_else(|| setting("store is needed"))?)?;
        let device = Device::open(&store, &self.world, &root, self.device_id.as_deref())?;
        let mark = self.mark(&store, &device);
        let settings = Settings {
            server: self.server,
            client_id: self.client_id,
            product: self.product,
            version: self.version,
            root,
            language: self.language,
            sign_in_timeout: self.sign_in_timeout,
        };
        Ok(Licensing {
            http: Http::new(&settings.server, self.world.clone(), settings.language),
            settings,
            world: self.world,
            store,
            device,
            mark,
            metadata: OnceLock::new(),
            access: Mutex::new(None),
        })
    }

    /// The second mark's name tells nothing, and differs for each store.
    fn mark(&self, store: &Store, device: &Device) -> Mark {
        let folder = store.folder();
        let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let name = Sha256::digest(format!("{}\n{}\n{}", self.client_id, self.product, whole.display()));
        let name: String = hex(&name).chars().take(32).collect();
        let second = self.second_place.clone().unwrap_or_else(|| mark::second_place(folder));
        Mark::new([folder.join("clock"), second.join(name)], device.seal)
    }
}

fn setting(text: &str) -> LicenseError {
    LicenseError::Settings(text.to_owned())
}
