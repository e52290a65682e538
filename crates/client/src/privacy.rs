//! The privacy statement comes first: before it is accepted, nothing about the device leaves it.

use crate::{
    LicenseError, Licensing, PrivacyStatement, Result,
    http::{Ask, Attempts},
    store,
};
use serde::Deserialize;

/// Stands for the version where the product has no statement.
const NO_STATEMENT: &str = "";

#[derive(Deserialize)]
struct Accepted {
    version: String,
    product: String,
}

impl Licensing {
    /// The statement to show, in a language such as `sv`. None when the product has none: there is nothing to accept,
    /// the license can be asked for, and the device's name stays here.
    pub fn privacy_statement(&self, language: &str) -> Result<Option<PrivacyStatement>> {
        let product: String = form_urlencoded::byte_serialize(self.settings.product.as_bytes()).collect();
        let language: String = form_urlencoded::byte_serialize(language.as_bytes()).collect();
        let server = &self.settings.server;
        let url = format!("{server}/api/v1/products/{product}/privacy?language={language}");
        match self.http.send(&Ask::get(&url), Attempts::SOME)?.read() {
            Err(LicenseError::Refused { code, .. }) if code == "not-found" => {
                self.accept_privacy(NO_STATEMENT)?;
                Ok(None)
            }
            found => found.map(Some),
        }
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

    /// The version that was accepted on this device; empty when there was none to accept. Once there is one, the server
    /// refuses the next lease, and the person is asked.
    pub fn accepted_privacy(&self) -> Option<String> {
        let accepted: Accepted = serde_json::from_str(&self.store.read(store::PRIVACY)?).ok()?;
        (accepted.product == self.settings.product).then_some(accepted.version)
    }

    /// Whether somebody said yes to a statement.
    pub(crate) fn has_consent(&self) -> bool {
        self.accepted_privacy().is_some_and(|version| version != NO_STATEMENT)
    }
}
