//! Sign-in with a code on another device (RFC 8628), for machines without a browser.

use crate::{
    LicenseError, Licensing, Result,
    browser::SCOPES,
    http::{Ask, Attempts},
    token::Tokens,
};
use serde::Deserialize;
use std::time::Duration;

/// What to show: "open this address on any device and enter this code".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceCode {
    pub code: String,
    pub url: String,
    /// The address with the code in it, for a QR code or a link.
    pub url_with_code: Option<String>,
    pub valid_for: Duration,
}

#[derive(Deserialize)]
struct Begun {
    device_code: String,
    user_code: String,
    verification_uri: String,
    verification_uri_complete: Option<String>,
    expires_in: u64,
    #[serde(default = "five")]
    interval: u64,
}

fn five() -> u64 {
    5
}

/// The longest pause between two questions when the network comes and goes.
const LONGEST_PAUSE: u64 = 60;

impl Licensing {
    /// Shows a code and waits until the person has entered it elsewhere.
    pub fn sign_in_with_device_code(&self, show: impl FnOnce(&DeviceCode)) -> Result<()> {
        let begun = self.begin_device_code()?;
        show(&DeviceCode {
            code: begun.user_code.clone(),
            url: begun.verification_uri.clone(),
            url_with_code: begun.verification_uri_complete.clone(),
            valid_for: Duration::from_secs(begun.expires_in),
        });
        let tokens = self.poll(&begun)?;
        self.begin_session(tokens)
    }

    fn begin_device_code(&self) -> Result<Begun> {
        let endpoint = self.metadata(Attempts::SOME)?.device_authorization_endpoint.as_ref();
        let url =
            endpoint.ok_or_else(|| LicenseError::BadAnswer("the server knows no device codes".into()))?;
        let form = [("client_id", self.settings.client_id.as_str()), ("scope", SCOPES)];
        let answer = self.http.send(&Ask::form(url, &form), Attempts::SOME)?;
        answer.read()
    }

    fn poll(&self, begun: &Begun) -> Result<Tokens> {
        let grant = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", begun.device_code.as_str()),
        ];
        let (mut pause, mut waited) = (begun.interval.max(1), 0);
        while waited < begun.expires_in {
            self.world.sleep(Duration::from_secs(pause));
            waited += pause;
            match self.ask_for_tokens(&grant, Attempts::ONCE) {
                Ok(Ok(tokens)) => return Ok(tokens),
                Ok(Err(refusal)) => match refusal.error.as_str() {
                    "authorization_pending" => {}
                    "slow_down" => pause += 5,
                    _ => return Err(refusal.into()),
                },
                Err(LicenseError::ServerUnreachable(_)) => pause = (pause * 2).min(LONGEST_PAUSE.max(pause)),
                Err(error) => return Err(error),
            }
        }
        Err(LicenseError::SignInTimedOut)
    }
}
