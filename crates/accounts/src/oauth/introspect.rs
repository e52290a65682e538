//! A confidential program asks about a token of its own (RFC 7662).

use super::{
    client::{ClientProof, authenticate},
    grant::RefreshRow,
    oauth_error::OAuthError,
    queries,
};
use kernel::{Result, Secret};
use serde::Serialize;
use store::Read;

/// Of a foreign, ended or unknown token nothing is said but that it is not active.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Introspection {
    pub active: bool,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub facts: Option<TokenFacts>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TokenFacts {
    pub scope: String,
    pub client_id: String,
    pub sub: String,
    pub iss: String,
    pub iat: i64,
    pub exp: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_type: Option<&'static str>,
}

pub fn introspect(cx: &mut Read, client: &ClientProof, token: &Secret) -> Result<Introspection> {
    let program = authenticate(cx, client)?;
    if program.is_public() {
        return Err(OAuthError::unauthorized_client("only a program with a secret may ask").into());
    }
    let (found, token_type) = match queries::access(cx, token)? {
        Some(found) => (Some(found), Some("Bearer")),
        None => (queries::refresh(cx, token)?, None),
    };
    let now = cx.now();
    let found =
        found.filter(|found| found.client_id == program.client_id && found.alive && found.expires_at > now);
    let iss = cx.house().public_url.clone();
    Ok(found.map_or(Introspection::default(), |found| active(found, iss, token_type)))
}

fn active(found: RefreshRow, iss: String, token_type: Option<&'static str>) -> Introspection {
    let facts = TokenFacts {
        scope: found.scopes.to_string(),
        client_id: found.client_id,
        sub: found.person.to_string(),
        iss,
        iat: found.created_at.seconds(),
        exp: found.expires_at.seconds(),
        token_type,
    };
    Introspection { active: true, facts: Some(facts) }
}
