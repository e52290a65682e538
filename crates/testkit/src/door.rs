//! What comes back from a door in the same process, and many who knock at the same moment.

use http::{HeaderMap, Response, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use std::{fmt::Debug, future::Future, sync::Arc};
use tokio::task::JoinSet;

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub link: String,
    pub body: String,
}

impl Answer {
    pub async fn of<B>(response: Response<B>) -> Answer
    where
        B: BodyExt,
        B::Error: Debug,
    {
        let (parts, body) = response.into_parts();
        let [location, link] = [header::LOCATION, header::LINK].map(|name| text(&parts.headers, name));
        let body = body.collect().await.expect("a body").to_bytes();
        Answer { status: parts.status, location, link, body: String::from_utf8_lossy(&body).into_owned() }
    }
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }
    pub fn shows(&self, words: &str) -> bool {
        self.body.contains(words)
    }
    /// The same for a reader, to whom a space is a space: those that do not break a line, too.
    pub fn says(&self, words: &str) -> bool {
        self.body.replace('\u{a0}', " ").contains(words)
    }
    /// What was refused, as `POINTER CODE`.
    pub fn refused(&self) -> Vec<String> {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let errors = self.json()["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|e| format!("{} {}", text(&e["pointer"]), text(&e["code"]))).collect()
    }
}

impl From<Answer> for StatusCode {
    fn from(answer: Answer) -> StatusCode {
        answer.status
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// So many at the same time; what each of them got, in the order in which they came to their end.
pub async fn at_once<A, F>(app: &Arc<A>, many: usize, act: impl Fn(Arc<A>, usize) -> F) -> Vec<F::Output>
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    let mut running = JoinSet::new();
    for n in 0..many {
        running.spawn(act(app.clone(), n));
    }
    running.join_all().await
}

/// The same, of which only the statuses count, and the order in which they came does not.
pub async fn statuses_at_once<A, F>(app: &Arc<A>, many: usize, act: impl Fn(Arc<A>, usize) -> F) -> Vec<u16>
where
    F: Future<Output: Into<StatusCode> + Send + 'static> + Send + 'static,
{
    let mut statuses: Vec<_> =
        at_once(app, many, act).await.into_iter().map(|answer| answer.into().as_u16()).collect();
    statuses.sort_unstable();
    statuses
}
