//! What came back, as a browser or a program reads it.

use axum::{http::header, response::Response};
use serde_json::Value;
use std::collections::HashMap;

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub policy: String,
    pub challenge: String,
    pub kept: String,
    pub refresh: String,
    pub cookies: String,
    pub body: String,
}

impl Answer {
    pub async fn of(response: Response) -> Answer {
        let header = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let mut answer = Answer {
            status: response.status().as_u16(),
            location: header(header::LOCATION),
            policy: header(header::CONTENT_SECURITY_POLICY),
            challenge: header(header::WWW_AUTHENTICATE),
            kept: header(header::CACHE_CONTROL),
            refresh: header(header::REFRESH),
            cookies: header(header::SET_COOKIE),
            body: String::new(),
        };
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        answer.body = String::from_utf8_lossy(&body).into_owned();
        answer
    }
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
    pub fn text(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap_or_default().to_owned()
    }
    /// The code of a refusal.
    pub fn error(&self) -> String {
        assert_eq!(self.kept, "no-store");
        assert!(self.status == 400 || self.status == 401, "{} {}", self.status, self.body);
        self.text("error")
    }
    pub fn tokens(&self) -> (String, String) {
        assert_eq!((self.status, self.kept.as_str()), (200, "no-store"), "{}", self.body);
        assert_eq!(self.text("token_type"), "Bearer");
        (self.text("access_token"), self.text("refresh_token"))
    }
}

pub fn query_of(url: &str) -> HashMap<String, String> {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}
