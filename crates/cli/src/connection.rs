//! Which server, and with which key: options before the environment before the saved profile.

use crate::{
    arguments::Common,
    failure::{Failure, Result},
    local,
    profile::{self, Profile},
    texts::Texts,
};
use i18n_embed_fl::fl;
use std::fmt;
use ureq::http::{HeaderValue, Uri};

pub struct Connection {
    pub server: String,
    pub key: Key,
}

/// An API key. It does not print, and is no option: what stands in a command line, other users can read.
#[derive(Clone)]
pub struct Key(String);

impl Key {
    pub fn parse(text: &str, t: Texts) -> Result<Key> {
        let key = text.trim();
        let fits =
            !key.is_empty() && HeaderValue::from_str(key).is_ok() && !key.contains(char::is_whitespace);
        if fits { Ok(Key(key.to_owned())) } else { Err(Failure::usage(fl!(t, "not-a-key"))) }
    }
    /// For the two places that send it and save it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(...)")
    }
}

impl Connection {
    pub fn find(common: &Common, t: Texts) -> Result<Connection> {
        // A profile that was named on the command line is meant, whatever the environment says.
        let environment = |name| if common.profile.is_none() { local::variable(name) } else { None };
        let server = common.server.clone().or_else(|| environment("PLATS_SERVER"));
        let server = server.map(|url| address(&url, t)).transpose()?;
        let key = match key_from_file(common, t)? {
            Some(key) => Some(key),
            None => environment("PLATS_API_KEY").map(|key| Key::parse(&key, t)).transpose()?,
        };
        match (server, key) {
            (Some(server), Some(key)) => Ok(Connection { server, key }),
            (server, key) => completed(profile::load(common, t)?, server, key, t),
        }
    }
}

pub fn key_from_file(common: &Common, t: Texts) -> Result<Option<Key>> {
    let text = common.api_key_file.as_deref().map(|file| local::read_text(file, t)).transpose()?;
    text.map(|text| Key::parse(&text, t)).transpose()
}

/// What the profile knows, in the place of what was not said. Its key goes to its own server and to no other.
fn completed(
    profile: Option<Profile>,
    server: Option<String>,
    key: Option<Key>,
    t: Texts,
) -> Result<Connection> {
    let Some(profile) = profile else {
        let missing = if server.is_none() { fl!(t, "no-server") } else { fl!(t, "no-key") };
        return Err(Failure::usage(missing));
    };
    let saved = address(&profile.server, t)?;
    match (server, key) {
        (Some(server), None) if server != saved => {
            Err(Failure::usage(fl!(t, "key-of-another-server", server = server, saved = saved)))
        }
        (server, Some(key)) => Ok(Connection { server: server.unwrap_or(saved), key }),
        (_, None) => Ok(Connection { server: saved, key: Key::parse(&profile.api_key, t)? }),
    }
}

/// The url without a slash at its end. A key travels encrypted, or does not leave the machine.
pub fn address(url: &str, t: Texts) -> Result<String> {
    let url = url.trim().trim_end_matches('/');
    let uri: Uri = url.parse().map_err(|_| Failure::usage(fl!(t, "not-a-url", url = url)))?;
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(_)) if uri.query().is_none() => Ok(url.to_owned()),
        (Some("http"), Some("localhost" | "127.0.0.1" | "[::1]")) if uri.query().is_none() => {
            Ok(url.to_owned())
        }
        (Some("http"), Some(_)) => Err(Failure::usage(fl!(t, "not-encrypted", url = url))),
        _ => Err(Failure::usage(fl!(t, "not-a-url", url = url))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn refused(url: &str) -> String {
        match address(url, texts::load("en")) {
            Err(Failure::Usage(sentence)) => sentence,
            other => panic!("{url}: {other:?}"),
        }
    }

    #[test]
    fn a_key_goes_by_https_or_stays_on_the_machine() {
        let t = texts::load("en");
        assert_eq!(address("https://account.vendor.example/", t).unwrap(), "https://account.vendor.example");
        assert_eq!(address(" http://localhost:8080 ", t).unwrap(), "http://localhost:8080");
        assert!(refused("http://account.vendor.example").contains("https://"));
        assert!(refused("http://localhost.evil.example").contains("https://"));
        for url in ["account.vendor.example", "ftp://localhost", "", "https://a.example?x=1", "https://"] {
            assert!(refused(url).contains("https://account.vendor.example"), "{url}");
        }
    }

    #[test]
    fn a_profile_keeps_its_key_to_its_server() {
        let t = texts::load("en");
        let profile = || Some(Profile { server: "https://one.example".into(), api_key: "k1".into() });
        let own = completed(profile(), None, None, t).unwrap();
        assert_eq!((own.server.as_str(), own.key.expose()), ("https://one.example", "k1"));
        let same = completed(profile(), Some("https://one.example".into()), None, t).unwrap();
        assert_eq!(same.key.expose(), "k1");
        assert!(completed(profile(), Some("https://two.example".into()), None, t).is_err());
        let key = Key::parse("k2", t).unwrap();
        let other = completed(profile(), Some("https://two.example".into()), Some(key), t).unwrap();
        assert_eq!((other.server.as_str(), other.key.expose()), ("https://two.example", "k2"));
        assert!(completed(None, Some("https://two.example".into()), None, t).is_err());
        assert_eq!(format!("{:?}", other.key), "Key(...)");
    }
}
