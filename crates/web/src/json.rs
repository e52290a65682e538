//! The body of a request, up to a limit; and as JSON, refused by the names of its fields.

use crate::problem::Fault;
use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use kernel::{Error, FieldError, Result};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment, Track};

/// Ten thousand of anything fit.
const MOST: usize = 2 << 20;
/// Of the fields that nobody knows so many are named.
const NAMED: usize = 20;

/// A JSON body. A field that nobody knows is refused: passed over in silence, a misspelled one would do something
/// else than was meant. `Sent<T, false>` passes it over, for programs that may be newer than the server.
pub struct Sent<T, const STRICT: bool = true>(pub T);

impl<T: DeserializeOwned, S: Send + Sync, const STRICT: bool> FromRequest<S> for Sent<T, STRICT> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let body = body(request).await?;
        let (value, unknown) = read(&body)?;
        match unknown.is_empty() || !STRICT {
            true => Ok(Sent(value)),
            false => Err(Error::fields(unknown).into()),
        }
    }
}

/// A body that says that it is JSON.
pub async fn body(request: Request) -> Result<Bytes> {
    match is_json(request.headers()) {
        true => body_of_at_most(request, MOST).await,
        false => Err(not_understood()),
    }
}

/// One that says beforehand that it is larger is not read at all.
pub(crate) async fn body_of_at_most(request: Request, most: usize) -> Result<Bytes> {
    let says = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if says.and_then(|length| length.parse::<u64>().ok()).is_some_and(|length| length > most as u64) {
        return Err(Error::too_large());
    }
    to_bytes(request.into_body(), most).await.map_err(|_| Error::too_large())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn not_understood() -> Error {
    Error::field("request", "not-understood")
}

/// The value, and the fields that it has no place for.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<(T, Vec<FieldError>)> {
    // A list would be taken for the fields in their order.
    if !body.trim_ascii_start().starts_with(b"{") {
        return Err(not_understood());
    }
    let mut json = serde_json::Deserializer::from_slice(body);
    let (mut track, mut unknown) = (Track::new(), vec![]);
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let value = serde_ignored::deserialize(tracked, |path| {
        if unknown.len() < NAMED {
            unknown.push(FieldError::new(shown(&path.to_string().replace(".?", "")), "unknown"));
        }
    });
    let value = value.map_err(|error| refusal(&track.path(), &error))?;
    json.end().map_err(|_| not_understood())?;
    Ok((value, unknown))
}

fn refusal(path: &Path, error: &serde_json::Error) -> Error {
    if !error.is_data() {
        return not_understood();
    }
    let place = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } | Segment::Enum { variant: key } => Some(key.clone()),
        Segment::Unknown => None,
    });
    let place = place.collect::<Vec<_>>().join(".");
    let text = error.to_string();
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    match missing {
        Some(name) if place.is_empty() => Error::field(name, "missing"),
        Some(name) => Error::field(&format!("{place}.{name}"), "missing"),
        None if place.is_empty() => not_understood(),
        None => Error::field(&shown(&place), "not-understood"),
    }
}

/// What a stranger typed, on its way back.
fn shown(field: &str) -> String {
    field.chars().filter(|c| !kernel::person::is_unreadable(*c)).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Invitation {
        #[expect(dead_code, reason = "only read")]
        name: String,
        #[expect(dead_code, reason = "only read")]
        device: Option<Device>,
    }

    #[derive(Debug, serde::Deserialize)]
    struct Device {
        #[expect(dead_code, reason = "only read")]
        keys: Vec<u32>,
    }

    fn refused(json: &str) -> Vec<(String, &'static str)> {
        let fields = match read::<Invitation>(json.as_bytes()) {
            Ok((_, unknown)) => unknown,
            Err(error) => error.field_errors().to_vec(),
        };
        fields.into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn each_refusal_names_its_field() {
        let one = |field: &str, code| vec![(field.to_owned(), code)];
        assert_eq!(refused(r#"{"name": "Maja"}"#), []);
        assert_eq!(refused("{}"), one("name", "missing"));
        assert_eq!(refused(r#"{"name": 7}"#), one("name", "not-understood"));
        assert_eq!(refused(r#"{"name": "a", "device": {}}"#), one("device.keys", "missing"));
        assert_eq!(
            refused(r#"{"name": "a", "device": {"keys": [1, -1]}}"#),
            one("device.keys.1", "not-understood")
        );
        assert_eq!(refused(r#"{"name": "a", "hat": 1}"#), one("hat", "unknown"));
        assert_eq!(
            refused(r#"{"name": "a", "device": {"keys": [], "lock": {}}}"#),
            one("device.lock", "unknown")
        );
        for bad in ["", "{", "[]", "[\"Maja\"]", "null", "\u{feff}{}", r#"{"name": "a"} {"#, "\0"] {
            assert_eq!(refused(bad), one("request", "not-understood"), "{bad:?}");
        }
        assert_eq!(refused(&"[".repeat(100_000)), one("request", "not-understood"));
    }
}
