//! Where the server's endpoints are (RFC 8414).

use crate::{
    LicenseError, Licensing, Result,
    http::{Ask, Attempts, is_safe},
};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub device_authorization_endpoint: Option<String>,
    pub revocation_endpoint: Option<String>,
    pub userinfo_endpoint: Option<String>,
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

impl Licensing {
    pub(crate) fn metadata(&self, attempts: Attempts) -> Result<&Metadata> {
        if let Some(known) = self.metadata.get() {
            return Ok(known);
        }
        let url = format!("{}/.well-known/oauth-authorization-server", self.settings.server);
        let metadata: Metadata = self.http.send(&Ask::get(&url), attempts)?.read()?;
        metadata.check(&self.settings.server)?;
        Ok(self.metadata.get_or_init(|| metadata))
    }
}

impl Metadata {
    /// The issuer must be the server that was asked (RFC 8414, 3.3), or another server could pose as this one.
    fn check(&self, server: &str) -> Result<()> {
        if self.issuer.trim_end_matches('/') != server {
            return Err(LicenseError::BadAnswer(format!("{server} calls itself {}", self.issuer)));
        }
        let always = [&self.authorization_endpoint, &self.token_endpoint].into_iter();
        let maybe = [&self.device_authorization_endpoint, &self.revocation_endpoint, &self.userinfo_endpoint];
        match always.chain(maybe.into_iter().flatten()).find(|url| !is_safe(url)) {
            Some(url) => Err(LicenseError::BadAnswer(format!("{url} is not https"))),
            None => Ok(()),
        }
    }
}
