//! Who is signed in on this device, kept as one refresh token that changes with every use.

use crate::{
    LicenseError, Licensing, Result,
    http::{Ask, Attempts},
    store,
    token::Tokens,
};
use serde::{Deserialize, Serialize};
use std::sync::{MutexGuard, PoisonError};

/// An access token this close to its end is not used any more.
const MARGIN: i64 = 30;
const SHORT: i64 = 300;

#[derive(Serialize, Deserialize)]
pub(crate) struct Session {
    /// A token is for the server and the client that it was given to; it is not shown to others.
    pub server: String,
    pub client_id: String,
    pub refresh_token: String,
    /// The person's name, to greet with.
    #[serde(default)]
    pub holder: Option<String>,
}

pub(crate) struct Access {
    token: String,
    until: i64,
}

#[derive(Deserialize)]
struct UserInfo {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    email: Option<String>,
}

impl Licensing {
    /// The name of the person who is signed in.
    pub fn holder(&self) -> Option<String> {
        self.session().and_then(|session| session.holder)
    }

    /// Whether somebody is signed in, as far as this device knows.
    pub fn is_signed_in(&self) -> bool {
        self.session().is_some()
    }

    pub(crate) fn session(&self) -> Option<Session> {
        let session: Session = serde_json::from_str(&self.store.read(store::SESSION)?).ok()?;
        let ours = session.server == self.settings.server && session.client_id == self.settings.client_id;
        ours.then_some(session)
    }

    pub(crate) fn begin_session(&self, tokens: Tokens) -> Result<()> {
        let refresh_token = tokens.refresh_token.clone();
        let refresh_token =
            refresh_token.ok_or_else(|| LicenseError::BadAnswer("no refresh token".into()))?;
        // A name is a courtesy: without it the license works as well.
        let holder = self.ask_for_name(&tokens.access_token).unwrap_or_default();
        let _lock = self.store.lock()?;
        self.keep_session(refresh_token, holder)?;
        self.remember_access(tokens);
        Ok(())
    }

    /// A token to call the API with. One process at a time renews it, the others wait and then read what it got.
    pub(crate) fn access_token(&self, attempts: Attempts) -> Result<String> {
        if let Some(access) = self.access().as_ref().filter(|access| access.until > self.world.now()) {
            return Ok(access.token.clone());
        }
        let _lock = self.store.lock()?;
        let session = self.session().ok_or(LicenseError::SignedOut)?;
        let grant = [("grant_type", "refresh_token"), ("refresh_token", &session.refresh_token)];
        // Safe to repeat: the server takes a used token again as long as its successor was never used.
        match self.ask_for_tokens(&grant, attempts)? {
            Ok(tokens) => {
                let next = tokens.refresh_token.clone().unwrap_or(session.refresh_token);
                self.keep_session(next, session.holder)?;
                Ok(self.remember_access(tokens))
            }
            Err(refusal) if refusal.error == "invalid_grant" => {
                self.store.remove(store::SESSION)?;
                Err(LicenseError::SessionEnded)
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    pub(crate) fn forget_access(&self) {
        *self.access() = None;
    }

    fn keep_session(&self, refresh_token: String, holder: Option<String>) -> Result<()> {
        let settings = &self.settings;
        let (server, client_id) = (settings.server.clone(), settings.client_id.clone());
        let session = Session { server, client_id, refresh_token, holder };
        let text = serde_json::to_string(&session).map_err(|error| LicenseError::Store(error.to_string()))?;
        self.store.write(store::SESSION, &text)
    }

    fn remember_access(&self, tokens: Tokens) -> String {
        let until =
            self.world.now().saturating_add(tokens.expires_in.unwrap_or(SHORT)).saturating_sub(MARGIN);
        *self.access() = Some(Access { token: tokens.access_token.clone(), until });
        tokens.access_token
    }

    fn access(&self) -> MutexGuard<'_, Option<Access>> {
        self.access.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask_for_name(&self, access_token: &str) -> Result<Option<String>> {
        let Some(url) = &self.metadata(Attempts::FEW)?.userinfo_endpoint else { return Ok(None) };
        let info: UserInfo = self.http.send(&Ask::get(url).bearer(access_token), Attempts::FEW)?.read()?;
        Ok(info.name.or(info.email))
    }
}
