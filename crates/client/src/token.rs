//! The token endpoint and its answers (RFC 6749).

use crate::{
    LicenseError, Licensing, Result,
    http::{Ask, Attempts},
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Tokens {
    pub access_token: String,
    #[serde(default)]
    pub expires_in: Option<i64>,
    #[serde(default)]
    pub refresh_token: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct TokenRefusal {
    pub error: String,
    #[serde(default)]
    pub error_description: Option<String>,
}

impl From<TokenRefusal> for LicenseError {
    fn from(refusal: TokenRefusal) -> Self {
        match refusal.error.as_str() {
            "access_denied" => Self::SignInDeclined,
            "expired_token" => Self::SignInTimedOut,
            _ => {
                let title = refusal.error_description.unwrap_or_else(|| refusal.error.clone());
                Self::Refused { code: refusal.error, title, detail: None }
            }
        }
    }
}

impl Licensing {
    /// Asks for tokens; a refusal is an answer too, the device flow waits by it.
    pub(crate) fn ask_for_tokens(
        &self,
        grant: &[(&str, &str)],
        attempts: Attempts,
    ) -> Result<std::result::Result<Tokens, TokenRefusal>> {
        let url = &self.metadata(attempts)?.token_endpoint;
        let form = [grant, &[("client_id", self.settings.client_id.as_str())]].concat();
        let answer = self.http.send(&Ask::form(url, &form), attempts)?;
        if answer.is_success() { Ok(Ok(answer.parse()?)) } else { Ok(Err(answer.parse()?)) }
    }

    /// Ends the grant of a refresh token (RFC 7009). The server answers 200 for tokens that it does not know, too.
    pub(crate) fn revoke(&self, refresh_token: &str) -> Result<()> {
        let Some(url) = &self.metadata(Attempts::FEW)?.revocation_endpoint else { return Ok(()) };
        let form = [
            ("token", refresh_token),
            ("token_type_hint", "refresh_token"),
            ("client_id", self.settings.client_id.as_str()),
        ];
        let answer = self.http.send(&Ask::form(url, &form), Attempts::FEW)?;
        if answer.is_success() { Ok(()) } else { Err(answer.refusal()) }
    }
}
