//! One request to the server: sent, and sent again when that is safe and of use.

mod files;

pub use files::FileFault;

use crate::{
    answer::Answer,
    connection::{Connection, Key},
    failure::{Failure, Result},
    texts::Texts,
};
use i18n_embed_fl::fl;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::{io, sync::Arc, thread, time::Duration};
use ureq::{
    Agent, AsSendBody, Body, Error, Timeout,
    http::{Method, Request, Response, header, request},
    tls::{Certificate, RootCerts, TlsConfig},
};

const ATTEMPTS: u32 = 4;
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// A server that asks for more patience than this is asked another time.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
const PATIENCE: Duration = Duration::from_secs(60);

const API: &str = "/api/v1";
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub struct Http {
    agent: Agent,
    server: String,
    key: Key,
    language: String,
    t: Texts,
}

/// What is asked of the public API.
pub struct Ask {
    method: Method,
    path: String,
    query: Vec<(&'static str, String)>,
    json: Option<String>,
    /// Whether twice does the same as once.
    repeatable: bool,
}

/// No answer came.
struct Lost {
    why: Error,
    /// Whether it may come when the same is sent again: there was a server, and the connection to it broke.
    again: bool,
}

impl Ask {
    /// The parts of the path below `/api/v1`, each as it is.
    pub fn get<const N: usize>(parts: [&str; N]) -> Self {
        Ask::new(Method::GET, parts, None, true)
    }
    pub fn delete<const N: usize>(parts: [&str; N]) -> Self {
        Ask::new(Method::DELETE, parts, None, true)
    }
    pub fn post<const N: usize>(parts: [&str; N], body: &impl Serialize) -> Self {
        Ask::new(Method::POST, parts, serde_json::to_string(body).ok(), false)
    }
    pub fn patch<const N: usize>(parts: [&str; N], body: &impl Serialize) -> Self {
        Ask::new(Method::PATCH, parts, serde_json::to_string(body).ok(), true)
    }
    pub fn put_json<const N: usize>(parts: [&str; N], body: &impl Serialize) -> Self {
        Ask::new(Method::PUT, parts, serde_json::to_string(body).ok(), true)
    }
    /// JSON as somebody wrote it, to a place that bears the same twice.
    pub fn post_again<const N: usize>(parts: [&str; N], json: String) -> Self {
        Ask::new(Method::POST, parts, Some(json), true)
    }
    /// For [`Http::post_table`].
    pub fn post_file<const N: usize>(parts: [&str; N]) -> Self {
        Ask::new(Method::POST, parts, None, false)
    }
    /// Without a body, or for [`Http::put_file`].
    pub fn put<const N: usize>(parts: [&str; N]) -> Self {
        Ask::new(Method::PUT, parts, None, true)
    }

    fn new<const N: usize>(method: Method, parts: [&str; N], json: Option<String>, repeatable: bool) -> Self {
        let parts = parts.iter().map(|part| format!("/{}", utf8_percent_encode(part, SEGMENT)));
        Ask { method, path: parts.collect(), query: vec![], json, repeatable }
    }

    pub fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    fn url(&self, server: &str) -> String {
        let path = &self.path;
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
        format!("{server}{API}{path}{}{query}", if query.is_empty() { "" } else { "?" })
    }
}

impl Http {
    pub fn new(connection: &Connection, language: &str, t: Texts) -> Http {
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            // The key goes where it was meant to and nowhere else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(Some(Duration::from_secs(10)))
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_recv_body(Some(PATIENCE))
            .user_agent(concat!("plats/", env!("CARGO_PKG_VERSION")));
        if connection.server.starts_with("https:") {
            config = config.tls_config(tls());
        } else {
            config = config.proxy(None);
        }
        let agent = config.build().new_agent();
        let (server, key) = (connection.server.clone(), connection.key.clone());
        Http { agent, server, key, language: language.to_owned(), t }
    }

    /// The answer, if it is a good one.
    pub fn send(&self, ask: &Ask) -> Result<Answer> {
        let once = || match &ask.json {
            None => self.run(self.head(ask), (), PATIENCE),
            Some(json) => {
                let head = self.head(ask).header(header::CONTENT_TYPE, "application/json");
                self.run(head, json.as_str(), PATIENCE)
            }
        };
        self.answered(ask.repeatable, once)?.checked(self.t)
    }

    fn head(&self, ask: &Ask) -> request::Builder {
        Request::builder()
            .method(ask.method.clone())
            .uri(ask.url(&self.server))
            .header(header::ACCEPT, "application/json, application/problem+json")
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key.expose()))
    }

    fn run(&self, head: request::Builder, body: impl AsSendBody, patience: Duration) -> Result<Answer, Lost> {
        Answer::read(self.respond(head, body, patience)?).map_err(lost)
    }

    /// The body is still to be read.
    fn respond(
        &self,
        head: request::Builder,
        body: impl AsSendBody,
        patience: Duration,
    ) -> Result<Response<Body>, Lost> {
        let request = head.body(body).map_err(|error| lost(Error::Http(error)))?;
        let request = self
            .agent
            .configure_request(request)
            .timeout_await_100(Some(Duration::from_secs(3)))
            .timeout_send_body(Some(patience))
            .timeout_recv_response(Some(patience.min(Duration::from_secs(900))))
            .timeout_recv_body(Some(patience))
            .build();
        self.agent.run(request).map_err(lost)
    }

    fn answered(&self, repeatable: bool, mut once: impl FnMut() -> Result<Answer, Lost>) -> Result<Answer> {
        let mut sent = 0;
        loop {
            sent += 1;
            let may_repeat = repeatable && sent < ATTEMPTS;
            let backoff = FIRST_PAUSE * 2_u32.saturating_pow(sent - 1);
            let pause = match once() {
                Ok(answer) => match answer.come_again(backoff) {
                    Some(pause) if may_repeat && pause <= LONGEST_PAUSE => pause,
                    _ => return Ok(answer),
                },
                Err(lost) if lost.again && may_repeat => backoff,
                Err(lost) => return Err(self.unreachable(&lost.why, repeatable)),
            };
            thread::sleep(pause);
        }
    }

    fn unreachable(&self, why: &Error, repeatable: bool) -> Failure {
        if let Some(fault) = file_fault(why) {
            return Failure::usage(fault);
        }
        let server = self.server.as_str();
        let sentence = match why {
            Error::HostNotFound => fl!(self.t, "no-such-host", server = server),
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
                fl!(self.t, "no-connection", server = server)
            }
            Error::Timeout(_) => fl!(self.t, "too-slow", server = server),
            Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                fl!(self.t, "nobody-listens", server = server)
            }
            broken if has_broken(broken) && repeatable => fl!(self.t, "broke-off", server = server),
            broken if has_broken(broken) => fl!(self.t, "broke-off-unknown", server = server),
            other => fl!(self.t, "unreachable", server = server, error = other.to_string()),
        };
        Failure::Unanswered(sentence, String::new())
    }
}

fn lost(why: Error) -> Lost {
    Lost { again: has_broken(&why), why }
}

/// A server or a way to it that was there, and then was not.
fn has_broken(why: &Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    matches!(why, Error::Io(error)
        if matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof))
}

fn file_fault(why: &Error) -> Option<String> {
    let Error::Io(error) = why else { return None };
    error.get_ref()?.downcast_ref::<FileFault>().map(ToString::to_string)
}

fn tls() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs().certs;
    let roots: Vec<_> = found.iter().map(|der| Certificate::from_der(der).to_owned()).collect();
    TlsConfig::builder()
        .root_certs(RootCerts::from(roots))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_stays_in_its_place_of_the_address() {
        let ask = Ask::get(["products", "a/../b?c", "Å"]).query("q", "x&y=z #");
        assert_eq!(
            ask.url("https://a.example"),
            "https://a.example/api/v1/products/a%2F..%2Fb%3Fc/%C3%85?q=x%26y%3Dz+%23"
        );
    }
}
