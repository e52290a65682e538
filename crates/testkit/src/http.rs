//! Whoever calls the real server over HTTP: a program with a token, a browser with a cookie.

use serde_json::Value;
use std::time::Duration;
pub use ureq::http::Method;
use ureq::{
    Agent,
    http::{HeaderMap, Request},
};

/// No answer came: nobody knows whether the request was carried out.
#[derive(Debug)]
pub struct Lost(pub String);

#[derive(Clone)]
pub struct Caller {
    agent: Agent,
    url: String,
    headers: Vec<(&'static str, String)>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Caller {
    pub fn nobody(url: &str) -> Caller {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(30)));
        Caller { agent: config.build().new_agent(), url: url.to_owned(), headers: vec![] }
    }
    pub fn with(&self, header: &'static str, value: impl Into<String>) -> Caller {
        let mut caller = self.clone();
        caller.headers.push((header, value.into()));
        caller
    }
    pub fn bearer(&self, token: &str) -> Caller {
        self.with("authorization", format!("Bearer {token}"))
    }
    /// The `Set-Cookie` of a sign-in, as the browser sends it back.
    pub fn signed_in(&self, answer: &Answer) -> Caller {
        let cookies = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
        self.with("cookie", cookies.join("; "))
    }

    /// A header that is sent with each request.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().rev().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }
    /// A program shows a code, its person allows it in the browser, and the program gets its access token.
    pub fn token_by_device(&self, browser: &Caller, program: &str) -> String {
        let fine = |answer: Result<Answer, Lost>| {
            let answer = answer.expect("an answer");
            assert_eq!(answer.status, 200, "{}", answer.text);
            answer
        };
        let ask = [("client_id", program), ("scope", "license")];
        let begun = fine(self.submit("/oauth/device_authorization", &ask));
        let allow = [("user_code", &*begun.at("/user_code")), ("decision", "allow")];
        fine(browser.submit("/device/decision", &allow));
        let (kind, code) = ("urn:ietf:params:oauth:grant-type:device_code", begun.at("/device_code"));
        let poll = [("grant_type", kind), ("device_code", &*code), ("client_id", program)];
        fine(self.submit("/oauth/token", &poll)).at("/access_token")
    }

    pub fn get(&self, path: &str) -> Result<Answer, Lost> {
        self.send(Method::GET, path, "", vec![])
    }
    pub fn delete(&self, path: &str) -> Result<Answer, Lost> {
        self.send(Method::DELETE, path, "", vec![])
    }
    pub fn post(&self, path: &str, json: &Value) -> Result<Answer, Lost> {
        self.send(Method::POST, path, "application/json", json.to_string().into_bytes())
    }
    pub fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answer, Lost> {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", form.into_bytes())
    }
    pub fn send(&self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Result<Answer, Lost> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if !kind.is_empty() {
            request = request.header("content-type", kind);
        }
        let request = request.body(body).map_err(lost)?;
        let mut response = self.agent.run(request).map_err(lost)?;
        let text = response.body_mut().with_config().limit(64 << 20).read_to_vec().map_err(lost)?;
        let text = String::from_utf8_lossy(&text).into_owned();
        Ok(Answer { status: response.status().as_u16(), headers: response.headers().clone(), text })
    }
}

impl Answer {
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text))
    }
    /// A text of the JSON body, by its pointer.
    pub fn at(&self, pointer: &str) -> String {
        let json = self.json();
        let text = json.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("no {pointer}: {} {}", self.status, self.text)).to_owned()
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
    /// Status and code of a refusal; a page has no code.
    pub fn refusal(&self) -> (u16, String) {
        let json: Value = serde_json::from_str(&self.text).unwrap_or_default();
        (self.status, json["code"].as_str().unwrap_or_default().to_owned())
    }
}

fn lost(error: impl std::fmt::Display) -> Lost {
    Lost(error.to_string())
}
