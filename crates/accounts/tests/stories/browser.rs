//! A browser: it keeps its cookies, and says from where it asks.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use std::{collections::BTreeMap, sync::Mutex};
use tower::ServiceExt;

pub const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

pub struct Browser {
    door: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    agent: String,
    address: String,
    languages: String,
    /// What it says of the page whose form is sent: `sec-fetch-site`, `origin`.
    page: Vec<(&'static str, String)>,
}

impl Browser {
    pub fn new(door: Router) -> Self {
        Browser {
            door,
            cookies: Mutex::default(),
            agent: FIREFOX.into(),
            address: "192.0.2.7".into(),
            languages: "en".into(),
            page: vec![],
        }
    }
    pub fn on(self, agent: &str) -> Self {
        Browser { agent: agent.into(), ..self }
    }
    pub fn at(self, address: &str) -> Self {
        Browser { address: address.into(), ..self }
    }
    pub fn reading(self, languages: &str) -> Self {
        Browser { languages: languages.into(), ..self }
    }

    /// With the form of a page of another origin.
    pub fn on_a_page_of(self, origin: &str, relation: &str) -> Self {
        Browser { page: vec![("origin", origin.into()), ("sec-fetch-site", relation.into())], ..self }
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }
    pub fn keep(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, form).await
    }
    async fn send(&self, method: Method, path: &str, body: String) -> Answer {
        let kept = self.cookies.lock().unwrap().clone();
        let kept: Vec<_> = kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.page {
            request = request.header(*name, value);
        }
        let request = request
            .header(header::COOKIE, kept.join("; "))
            .header(header::USER_AGENT, &self.agent)
            .header(header::ACCEPT_LANGUAGE, &self.languages)
            .header("x-forwarded-for", &self.address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        let answer = Answer::of(self.door.clone(), request.unwrap()).await;
        self.receive(&answer.set_cookies);
        answer
    }
    fn receive(&self, set: &[String]) {
        let mut cookies = self.cookies.lock().unwrap();
        for line in set {
            let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').unwrap();
            match rest.contains("Max-Age=0") {
                true => cookies.remove(name),
                false => cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub headers: HeaderMap,
    pub set_cookies: Vec<String>,
    pub body: String,
}

impl Answer {
    pub async fn of(door: Router, request: Request<Body>) -> Answer {
        let (parts, body) = door.oneshot(request).await.unwrap().into_parts();
        let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
        let location = parts.headers.get(header::LOCATION).map(text).unwrap_or_default();
        let set_cookies = parts.headers.get_all(header::SET_COOKIE).iter().map(text).collect();
        let body = axum::body::to_bytes(body, 1 << 22).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, location, headers: parts.headers, set_cookies, body }
    }
    pub fn says(&self, words: &str) -> bool {
        self.body.replace('\u{a0}', " ").contains(words)
    }
    pub fn set_cookie(&self, name: &str) -> Option<&str> {
        let mut lines = self.set_cookies.iter();
        lines.find(|line| line.starts_with(&format!("{name}="))).map(String::as_str)
    }
}

impl From<Answer> for StatusCode {
    fn from(answer: Answer) -> StatusCode {
        answer.status
    }
}
