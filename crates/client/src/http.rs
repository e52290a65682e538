//! One request to the server: sent, and sent again when the answer was lost.

use crate::{Language, LicenseError, Result, world::World};
use serde::{Serialize, de::DeserializeOwned};
use std::{sync::Arc, time::Duration};
use ureq::{
    Agent,
    http::{Method, Request, Response, Uri, header, request},
    tls::{Certificate, RootCerts, TlsConfig},
};

const LONGEST_ANSWER: u64 = 1024 * 1024;
/// A person waits at the start of a program; a server that asks for more patience than this is asked another time.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
const FIRST_PAUSE: Duration = Duration::from_millis(500);

/// How often a request is sent before the server counts as unreachable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attempts(pub u32);

impl Attempts {
    /// For what must not be repeated: an authorization code that is sent twice ends the session.
    pub const ONCE: Self = Self(1);
    /// For what is not urgent: the program works without the answer.
    pub const FEW: Self = Self(2);
    pub const SOME: Self = Self(4);
}

pub(crate) struct Http {
    agent: Agent,
    world: World,
    language: Language,
}

pub(crate) struct Ask<'a> {
    method: Method,
    url: &'a str,
    body: Option<(&'static str, String)>,
    bearer: Option<&'a str>,
    idempotency_key: Option<&'a str>,
}

pub(crate) struct Answer {
    pub status: u16,
    text: String,
    retry_after: Option<Duration>,
}

impl<'a> Ask<'a> {
    pub fn get(url: &'a str) -> Self {
        Self { method: Method::GET, url, body: None, bearer: None, idempotency_key: None }
    }

    pub fn delete(url: &'a str) -> Self {
        Self { method: Method::DELETE, ..Self::get(url) }
    }

    pub fn form(url: &'a str, pairs: &[(&str, &str)]) -> Self {
        let text = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        Self {
            method: Method::POST,
            body: Some(("application/x-www-form-urlencoded", text)),
            ..Self::get(url)
        }
    }

    pub fn json(url: &'a str, value: &impl Serialize) -> Result<Self> {
        let text = serde_json::to_string(value).map_err(|error| LicenseError::Settings(error.to_string()))?;
        Ok(Self { method: Method::POST, body: Some(("application/json", text)), ..Self::get(url) })
    }

    pub fn bearer(self, token: &'a str) -> Self {
        Self { bearer: Some(token), ..self }
    }

    /// The server does the same request once, however often it arrives.
    pub fn idempotent(self, key: &'a str) -> Self {
        Self { idempotency_key: Some(key), ..self }
    }

    fn head(&self, language: Language) -> request::Builder {
        let mut head = Request::builder()
            .method(self.method.clone())
            .uri(self.url)
            .header(header::ACCEPT, "application/json, application/problem+json")
            .header(header::ACCEPT_LANGUAGE, language.tag());
        if let Some(token) = self.bearer {
            head = head.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(key) = self.idempotency_key {
            head = head.header("Idempotency-Key", key);
        }
        head
    }
}

impl Answer {
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The answer as a value, or the refusal that it is.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        if self.is_success() { self.parse() } else { Err(self.refusal()) }
    }

    pub fn parse<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.text)
            .map_err(|error| LicenseError::BadAnswer(format!("status {}: {error}", self.status)))
    }

    pub fn refusal(&self) -> LicenseError {
        self.parse::<wire::Problem>().map_or_else(
            |error| error,
            |problem| LicenseError::from_code(problem.code, problem.title, problem.detail),
        )
    }

    /// The server, or something before it, could not answer now.
    fn is_passing(&self) -> bool {
        self.status == 429 || self.status >= 500
    }
}

impl Http {
    pub fn new(server: &str, world: World, language: Language) -> Self {
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            // Tokens go where they were sent and nowhere else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(Duration::from_secs(20)))
            .user_agent(concat!("plats-client/", env!("CARGO_PKG_VERSION")));
        if server.starts_with("https:") {
            config = config.tls_config(tls());
        } else {
            config = config.proxy(None);
        }
        Self { agent: config.build().new_agent(), world, language }
    }

    pub fn send(&self, ask: &Ask<'_>, attempts: Attempts) -> Result<Answer> {
        let mut sent = 0;
        loop {
            sent += 1;
            let (error, wait) = match self.send_once(ask) {
                Ok(answer) if !answer.is_passing() => return Ok(answer),
                Ok(answer) => (unreachable(format!("status {}", answer.status)), answer.retry_after),
                Err(error @ LicenseError::ServerUnreachable(_)) => (error, None),
                Err(error) => return Err(error),
            };
            if sent >= attempts.0 || wait.is_some_and(|wait| wait > LONGEST_WAIT) {
                return Err(error);
            }
            self.world.sleep(wait.unwrap_or_else(|| self.pause(sent)));
        }
    }

    /// Doubles each time; half of it is chance.
    fn pause(&self, sent: u32) -> Duration {
        let most = FIRST_PAUSE * 2_u32.saturating_pow(sent.min(6));
        most / 2 + self.world.jitter(most / 2)
    }

    fn send_once(&self, ask: &Ask<'_>) -> Result<Answer> {
        let head = ask.head(self.language);
        let settings = |error: ureq::http::Error| LicenseError::Settings(error.to_string());
        let response = match &ask.body {
            None => self.agent.run(head.body(()).map_err(settings)?),
            Some((kind, text)) => self
                .agent
                .run(head.header(header::CONTENT_TYPE, *kind).body(text.as_str()).map_err(settings)?),
        };
        self.answer(response.map_err(|error| unreachable(error.to_string()))?)
    }

    fn answer(&self, mut response: Response<ureq::Body>) -> Result<Answer> {
        let retry_after = response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
        let retry_after = retry_after.and_then(|value| delay(value, self.world.now()));
        let body = response.body_mut().with_config().limit(LONGEST_ANSWER).lossy_utf8(true);
        let text = body.read_to_string().map_err(|error| unreachable(error.to_string()))?;
        Ok(Answer { status: response.status().as_u16(), text, retry_after })
    }
}

fn unreachable(why: String) -> LicenseError {
    LicenseError::ServerUnreachable(why)
}

/// `Retry-After` in its two forms: seconds, or a date.
fn delay(value: &str, now: i64) -> Option<Duration> {
    if let Ok(seconds) = value.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(date.saturating_sub(Duration::from_secs(u64::try_from(now).ok()?)))
}

fn tls() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs().certs;
    let roots: Vec<_> = found.iter().map(|der| Certificate::from_der(der).to_owned()).collect();
    TlsConfig::builder()
        .root_certs(RootCerts::from(roots))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .build()
}

/// Secrets travel encrypted, or do not leave the machine.
pub(crate) fn is_safe(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(_)) => true,
        (Some("http"), Some(host)) => matches!(host, "localhost" | "127.0.0.1" | "[::1]"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_on_the_machine() {
        for url in
            ["https://plats.example", "http://localhost:8080", "http://127.0.0.1:1/x", "http://[::1]:80"]
        {
            assert!(is_safe(url), "{url}");
        }
        for url in ["http://plats.example", "http://localhost.example", "ftp://localhost", "localhost", ""] {
            assert!(!is_safe(url), "{url}");
        }
    }

    #[test]
    fn retry_after_has_two_forms() {
        assert_eq!(delay("7", 0), Some(Duration::from_secs(7)));
        assert_eq!(delay("Thu, 01 Jan 1970 00:01:40 GMT", 40), Some(Duration::from_secs(60)));
        assert_eq!(delay("Thu, 01 Jan 1970 00:00:00 GMT", 40), Some(Duration::ZERO));
        assert_eq!(delay("soon", 0), None);
    }
}
