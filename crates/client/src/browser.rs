//! Sign-in in the system's browser: authorization code with PKCE and a loopback redirect (RFC 8252, RFC 7636).

use crate::{
    LicenseError, Licensing, Result,
    http::Attempts,
    loopback::{Loopback, Reply},
    metadata::Metadata,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

pub(crate) const SCOPES: &str = "openid profile email offline_access license";

/// What ties the answer to this question.
struct Question {
    redirect_uri: String,
    state: String,
    verifier: String,
}

impl Licensing {
    /// Opens the system's browser and waits until the person is through.
    pub fn sign_in_with_browser(&self) -> Result<()> {
        self.sign_in_through(|url| {
            webbrowser::open(url).map_err(|error| LicenseError::NoBrowser(error.to_string()))
        })
    }

    /// The same with an opener of your own; it gets the address, to open or to print.
    pub fn sign_in_through(&self, open: impl FnOnce(&str) -> Result<()>) -> Result<()> {
        let metadata = self.metadata(Attempts::SOME)?;
        let loopback = Loopback::open()?;
        let question = Question {
            redirect_uri: loopback.redirect_uri(),
            state: self.world.secret()?,
            verifier: self.world.secret()?,
        };
        open(&self.authorization_url(metadata, &question))?;
        let reply = loopback.wait(&question.state, self.settings.sign_in_timeout, self.settings.language)?;
        let code = code(&reply, metadata)?;
        self.exchange(&code, &question)
    }

    fn authorization_url(&self, metadata: &Metadata, question: &Question) -> String {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&question.verifier));
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("redirect_uri", &question.redirect_uri)
            .append_pair("scope", SCOPES)
            .append_pair("state", &question.state)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("ui_locales", self.settings.language.tag())
            .finish();
        let endpoint = &metadata.authorization_endpoint;
        let joint = if endpoint.contains('?') { '&' } else { '?' };
        format!("{endpoint}{joint}{query}")
    }

    fn exchange(&self, code: &str, question: &Question) -> Result<()> {
        let grant = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &question.redirect_uri),
            ("code_verifier", &question.verifier),
        ];
        let tokens = self.ask_for_tokens(&grant, Attempts::ONCE)??;
        self.begin_session(tokens)
    }
}

/// The code, if it comes from the server that was asked (RFC 9207).
fn code(reply: &Reply, metadata: &Metadata) -> Result<String> {
    let issuer_fits = match reply.get("iss") {
        Some(issuer) => issuer == metadata.issuer,
        None => !metadata.authorization_response_iss_parameter_supported,
    };
    if !issuer_fits {
        return Err(LicenseError::BadAnswer("the answer comes from another issuer".into()));
    }
    match (reply.get("error"), reply.get("code")) {
        (Some("access_denied"), _) => Err(LicenseError::SignInDeclined),
        (Some(error), _) => {
            let title = reply.get("error_description").unwrap_or(error).to_owned();
            Err(LicenseError::Refused { code: error.to_owned(), title, detail: None })
        }
        (None, Some(code)) => Ok(code.to_owned()),
        (None, None) => Err(LicenseError::BadAnswer("neither code nor error".into())),
    }
}
