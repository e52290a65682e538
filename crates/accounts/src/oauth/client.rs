//! Which program calls, and whether it is that program (RFC 6749, 2.3).

use super::{oauth_error::OAuthError, parameters::Parameters, program::Program, queries};
use axum::http::{HeaderMap, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use kernel::{Result, Secret};
use percent_encoding::percent_decode_str;
use store::Read;

/// What a program brings: its name, and a secret if it has one.
#[derive(Debug, Clone)]
pub struct ClientProof {
    pub client_id: String,
    pub secret: Option<Secret>,
}

impl ClientProof {
    /// From the header (`client_secret_basic`) or the form (`client_secret_post`, `none`), not from both.
    pub fn read(headers: &HeaderMap, form: &Parameters) -> Result<Self, OAuthError> {
        let in_form = form.get("client_id");
        match basic(headers)? {
            Some(_) if form.get("client_secret").is_some() => {
                Err(OAuthError::invalid_request("the secret comes by header and by form"))
            }
            Some((id, _)) if in_form.is_some_and(|named| named != id) => {
                Err(OAuthError::invalid_request("header and form name different clients"))
            }
            Some((client_id, secret)) => Ok(ClientProof { client_id, secret: Some(Secret::new(secret)) }),
            None => {
                let client_id = in_form.ok_or(OAuthError::invalid_client("client_id is missing"))?.to_owned();
                Ok(ClientProof { client_id, secret: form.get("client_secret").map(Secret::new) })
            }
        }
    }
}

fn basic(headers: &HeaderMap) -> Result<Option<(String, String)>, OAuthError> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let refused = OAuthError::invalid_client("the Authorization header is not understood");
    let (scheme, coded) = value.to_str().ok().and_then(|value| value.split_once(' ')).ok_or(refused)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(refused);
    }
    let plain = BASE64_STANDARD.decode(coded.trim()).map_err(|_| refused)?;
    let plain = String::from_utf8(plain).map_err(|_| refused)?;
    let (id, secret) = plain.split_once(':').ok_or(refused)?;
    // Both halves are form-encoded before they are joined.
    let decode = |half: &str| percent_decode_str(&half.replace('+', " ")).decode_utf8_lossy().into_owned();
    Ok(Some((decode(id), decode(secret))))
}

/// The program, if it is who it says. One answer for an unknown name and a wrong secret.
pub fn authenticate(cx: &mut Read, proof: &ClientProof) -> Result<Program> {
    let program = queries::program(cx, &proof.client_id)?;
    let fits = |program: &Program| match (&program.secret_hash, &proof.secret) {
        (None, None) => true,
        (Some(known), Some(secret)) => *known == secret.hash(),
        _ => false,
    };
    Ok(program.filter(fits).ok_or(OAuthError::invalid_client("unknown client, or not its secret"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: Option<&str>, form: &str) -> Result<(String, Option<String>), &'static str> {
        let mut headers = HeaderMap::new();
        if let Some(value) = header {
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
        }
        let proof =
            ClientProof::read(&headers, &Parameters::parse(form.as_bytes())).map_err(|error| error.code)?;
        Ok((proof.client_id, proof.secret.map(|secret| secret.expose().to_owned())))
    }

    #[test]
    fn a_secret_comes_one_way() {
        let basic = format!("Basic {}", BASE64_STANDARD.encode("shop.example:a%3Ab+c"));
        let shop = || "shop.example".to_owned();
        assert_eq!(read(Some(&basic), ""), Ok((shop(), Some("a:b c".into()))));
        assert_eq!(read(None, "client_id=shop.example&client_secret=s"), Ok((shop(), Some("s".into()))));
        assert_eq!(read(None, "client_id=shop.example"), Ok((shop(), None)));
        assert_eq!(read(Some(&basic), "client_secret=s"), Err("invalid_request"));
        assert_eq!(read(Some(&basic), "client_id=other"), Err("invalid_request"));
        for bad in ["Basic", "Basic !", "Bearer x", "Basic YQ=="] {
            assert_eq!(read(Some(bad), ""), Err("invalid_client"), "{bad}");
        }
        assert_eq!(read(None, ""), Err("invalid_client"));
    }
}
