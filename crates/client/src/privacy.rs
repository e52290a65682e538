//! The privacy statement comes first: before it is accepted, nothing about the device leaves it.

use crate::{
    Licensing, PrivacyStatement, Result,
    http::{Ask, Attempts},
    store,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Accepted {
    version: String,
    product: String,
}

impl Licensing {
    /// The statement to show, in a language such as `sv`.
    pub fn privacy_statement(&self, language: &str) -> Result<PrivacyStatement> {
        let product: String = form_urlencoded::byte_serialize(self.settings.product.as_bytes()).collect();
        let language: String = form_urlencoded::byte_serialize(language.as_bytes()).collect();
        let server = &self.settings.server;
        let url = format!("{server}/api/v1/products/{product}/privacy?language={language}");
        self.http.send(&Ask::get(&url), Attempts::SOME)?.read()
    }

    /// Keeps the person's yes to one version of the statement; a new version is asked anew.
    pub fn accept_privacy(&self, version: &str) -> Result<()> {
        let accepted = serde_json::json!({
            "version": version,
            "product": self.settings.product,
            "accepted_at": self.world.now(),
        });
        self.store.write(store::PRIVACY, &accepted.to_string())
    }

    /// The version that was accepted on this device.
    pub fn accepted_privacy(&self) -> Option<String> {
        let accepted: Accepted = serde_json::from_str(&self.store.read(store::PRIVACY)?).ok()?;
        (accepted.product == self.settings.product).then_some(accepted.version)
    }
}
