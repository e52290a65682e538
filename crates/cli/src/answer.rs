//! What came back, and whether it is an answer of Plats at all.

use crate::{
    failure::{Failure, Result},
    table::clean,
    texts::Texts,
};
use i18n_embed_fl::fl;
use serde::de::DeserializeOwned;
use std::time::Duration;
use ureq::{
    Body, Error,
    http::{HeaderMap, Response, StatusCode, header, response},
};

const LONGEST: u64 = 64 * 1024 * 1024;

pub struct Answer {
    pub status: StatusCode,
    pub text: String,
    headers: HeaderMap,
}

impl Answer {
    pub fn read(response: Response<Body>) -> Result<Answer, Error> {
        let (head, mut body) = response.into_parts();
        let text = body.with_config().limit(LONGEST).lossy_utf8(true).read_to_string()?;
        Ok(Answer { text, ..Answer::of(head) })
    }

    /// Without what follows.
    pub fn of(head: response::Parts) -> Answer {
        Answer { status: head.status, text: String::new(), headers: head.headers }
    }

    /// The answer itself, when the server did what was asked.
    pub fn checked(self, t: Texts) -> Result<Answer> {
        match self.status.as_u16() {
            204 => Ok(self),
            200..=299 if self.is_json() => Ok(self),
            300..=399 => Err(self.elsewhere(t)),
            401 => Err(Failure::Denied(fl!(t, "unknown-key"), self.text)),
            status @ (429 | 500..) => Err(Failure::Unanswered(self.cannot_now(status, t), self.text)),
            status => match serde_json::from_str(&self.text) {
                Ok(problem) if status >= 400 => Err(Failure::Refused(Box::new(problem), self.text)),
                _ => Err(not_plats(t)),
            },
        }
    }

    pub fn parse<T: DeserializeOwned>(&self, t: Texts) -> Result<T> {
        serde_json::from_str(&self.text).map_err(|_| not_plats(t))
    }

    /// When to ask again, if the server or something before it cannot answer now.
    pub fn come_again(&self, otherwise: Duration) -> Option<Duration> {
        match self.status.as_u16() {
            429 | 502 | 503 | 504 => Some(self.retry_after().unwrap_or(otherwise)),
            _ => None,
        }
    }

    /// Seconds, or a date; a date is measured by the clock of the server that wrote it.
    fn retry_after(&self) -> Option<Duration> {
        let value = self.header("retry-after")?;
        if let Ok(seconds) = value.trim().parse() {
            return Some(Duration::from_secs(seconds));
        }
        let now = httpdate::parse_http_date(self.header("date")?).ok()?;
        Some(httpdate::parse_http_date(value).ok()?.duration_since(now).unwrap_or_default())
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    fn is_json(&self) -> bool {
        self.header(header::CONTENT_TYPE.as_str()).is_some_and(|kind| kind.starts_with("application/json"))
    }

    fn elsewhere(&self, t: Texts) -> Failure {
        let sentence = match self.header(header::LOCATION.as_str()) {
            Some(place) => fl!(t, "moved", place = clean(place)),
            None => fl!(t, "not-plats"),
        };
        Failure::Unanswered(sentence, String::new())
    }

    /// With the name of the answer in the server's log, when it has one.
    fn cannot_now(&self, status: u16, t: Texts) -> String {
        let Ok(problem) = serde_json::from_str::<wire::Problem>(&self.text) else {
            return fl!(t, "cannot-now", status = status);
        };
        let detail = problem.detail.map(|detail| format!(" {detail}")).unwrap_or_default();
        let request = problem.request_id.filter(|_| status == 500);
        let request = request.map(|id| format!(" {}", fl!(t, "in-the-log", id = id))).unwrap_or_default();
        format!("{}{detail}{request}", problem.title)
    }
}

pub fn not_plats(t: Texts) -> Failure {
    Failure::Unanswered(fl!(t, "not-plats"), String::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn answer(status: u16, headers: &[(&'static str, &str)], text: &str) -> Answer {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        Answer {
            status: StatusCode::from_u16(status).unwrap(),
            text: text.into(),
            headers: headers.collect(),
        }
    }

    #[test]
    fn retry_after_has_two_forms_and_the_servers_clock() {
        let second = Duration::from_secs(1);
        let date = ("date", "Tue, 24 Nov 2026 08:30:00 GMT");
        let after = |headers: &[(&'static str, &str)]| answer(503, headers, "").come_again(second);
        assert_eq!(after(&[("retry-after", "7")]), Some(Duration::from_secs(7)));
        assert_eq!(after(&[date, ("retry-after", "Tue, 24 Nov 2026 08:30:09 GMT")]), Some(second * 9));
        assert_eq!(after(&[date, ("retry-after", "Tue, 24 Nov 2026 08:29:00 GMT")]), Some(Duration::ZERO));
        assert_eq!(after(&[("retry-after", "soon")]), Some(second));
        assert_eq!(after(&[]), Some(second));
        assert_eq!(answer(409, &[("retry-after", "7")], "").come_again(second), None);
    }

    #[test]
    fn what_is_no_answer_of_plats_is_not_taken_for_one() {
        let t = texts::load("en");
        let html = [("content-type", "text/html")];
        for (status, text) in [(200, "<p>Welcome"), (200, "{}"), (404, "<p>No"), (404, "{}"), (302, "")] {
            let failure = answer(status, &html, text).checked(t).err().unwrap();
            assert!(matches!(failure, Failure::Unanswered(..)), "{status} {text} {failure:?}");
        }
        let json = [("content-type", "application/json")];
        assert!(answer(200, &json, "{}").checked(t).is_ok());
        assert!(answer(204, &[], "").checked(t).is_ok());
    }
}
