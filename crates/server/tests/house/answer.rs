//! What comes back from a door.

use axum::{
    http::{StatusCode, header},
    response::Response,
};
use serde_json::Value;

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub kind: String,
    pub challenge: String,
    pub body: String,
    /// Refused: the way leads over the sign-in page.
    pub asks_to_sign_in: bool,
}

impl Answer {
    pub async fn of(response: Response, back: &str) -> Answer {
        let header = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let [location, kind, challenge] =
            [header::LOCATION, header::CONTENT_TYPE, header::WWW_AUTHENTICATE].map(header);
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1 << 22).await.expect("a body");
        let next: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", back).finish();
        let asks_to_sign_in = status == StatusCode::SEE_OTHER && location == format!("/sign-in?{next}");
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status, location, kind, challenge, body, asks_to_sign_in }
    }
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.body))
    }
    pub fn text(&self, pointer: &str) -> String {
        let json = self.json();
        let text = json.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("no {pointer}: {} {json}", self.status)).to_owned()
    }
    /// Let in, or refused by a rule of the business to somebody who may ask.
    pub fn opens(&self) -> bool {
        let away = self.status.is_redirection() && !self.asks_to_sign_in;
        self.status.is_success() || away || matches!(self.status.as_u16(), 409 | 410)
    }
}
