//! JWS compact (RFC 7515) with Ed25519 (RFC 8037), and nothing else of JOSE.

use crate::{PublicKey, Refused, SigningKey};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Longer than any real document; a guard against being fed a disk.
const LONGEST: usize = 64 * 1024;

#[derive(Serialize, Deserialize)]
struct Header {
    alg: String,
    typ: String,
    kid: String,
    /// Extensions that must be understood (RFC 7515, 4.1.11). We understand none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    crit: Option<serde_json::Value>,
}

pub(crate) fn sign(typ: &str, claims: &impl Serialize, key: &SigningKey) -> String {
    let header = Header { alg: "EdDSA".into(), typ: typ.into(), kid: key.kid(), crit: None };
    let message = format!("{}.{}", part(&header), part(claims));
    let signature = key.sign_bytes(message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// Verifies and reads. The algorithm and the type are ours, not the header's: the header must repeat them.
pub(crate) fn verify<'k, T: DeserializeOwned>(
    jws: &str,
    typ: &str,
    key: impl FnOnce(&str) -> Option<&'k PublicKey>,
) -> Result<T, Refused> {
    let (message, signature) = split(jws)?;
    let (header, claims) = message.split_once('.').ok_or(Refused::Malformed)?;
    let header: Header = serde_json::from_slice(&decoded(header)?).map_err(|_| Refused::Malformed)?;
    if !matches!(header.alg.as_str(), "EdDSA" | "Ed25519") {
        return Err(Refused::WrongAlgorithm);
    }
    if header.typ != typ {
        return Err(Refused::WrongType);
    }
    if header.crit.is_some() {
        return Err(Refused::Malformed);
    }
    let key = key(&header.kid).ok_or(Refused::UnknownKey)?;
    key.verify_bytes(message.as_bytes(), &decoded(signature)?)?;
    serde_json::from_slice(&decoded(claims)?).map_err(|_| Refused::BadClaims)
}

fn split(jws: &str) -> Result<(&str, &str), Refused> {
    if jws.len() > LONGEST || jws.bytes().filter(|byte| *byte == b'.').count() != 2 {
        return Err(Refused::Malformed);
    }
    jws.rsplit_once('.').ok_or(Refused::Malformed)
}

fn part(value: &impl Serialize) -> String {
    let json = serde_json::to_vec(value).expect("headers and claims are plain strings, numbers and lists");
    URL_SAFE_NO_PAD.encode(json)
}

/// Strict: no padding, no stray trailing bits, so that one document has one spelling.
fn decoded(part: &str) -> Result<Vec<u8>, Refused> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| Refused::Malformed)
}
