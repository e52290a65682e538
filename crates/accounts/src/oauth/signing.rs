//! The key that signs ID tokens: made when it is first needed, kept in the database, published as a JWK.

use super::{events::SigningKeyMade, queries, tokens::About};
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use jsonwebtoken::{
    Algorithm, EncodingKey, Header,
    jwk::{Jwk, PublicKeyUse},
};
use kernel::{Error, KeyId, Result, Secret};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{Command, Read};
use web::Visit;

const PURPOSE: &str = "oidc";

pub struct OidcKey {
    id: KeyId,
    /// PKCS #8 in PEM.
    private: Vec<u8>,
}

#[derive(Serialize)]
struct IdToken<'a> {
    iss: &'a str,
    sub: String,
    aud: &'a str,
    iat: i64,
    exp: i64,
    auth_time: i64,
    at_hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<&'a str>,
}

impl OidcKey {
    /// The key in use. Making one takes longer than a transaction should, so it is made outside; of two nodes that
    /// make one at the same time, both find the same one first.
    pub async fn in_use(visit: &Visit) -> Result<Self> {
        if let Some(key) = visit.read(oidc_key).await? {
            return Ok(key);
        }
        let private = tokio::task::spawn_blocking(make).await.map_err(Error::fault)??;
        visit.command(move |cx| keep(cx, &private)).await
    }

    pub fn id_token(&self, issuer: &str, about: &About, access: &Secret) -> Result<String> {
        let now = about.now.seconds();
        let claims = IdToken {
            iss: issuer,
            sub: about.person.to_string(),
            aud: &about.client_id,
            iat: now,
            exp: now + super::grant::ACCESS_LIFETIME.as_secs() as i64,
            auth_time: about.signed_in_at.seconds(),
            at_hash: at_hash(access),
            nonce: about.nonce.as_deref(),
        };
        let header = Header { kid: Some(self.id.to_string()), ..Header::new(Algorithm::RS256) };
        jsonwebtoken::encode(&header, &claims, &encoding_key(&self.private)?).map_err(Error::fault)
    }
}

/// The left half of the token's hash (OpenID Connect Core, 3.1.3.6).
fn at_hash(access: &Secret) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(access.expose())[..16])
}

fn oidc_key(cx: &mut Read) -> Result<Option<OidcKey>> {
    let row = queries::signing_key(cx, PURPOSE)?;
    Ok(row.map(|(id, private)| OidcKey { id, private }))
}

fn make() -> Result<Vec<u8>> {
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(Error::fault)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(Error::fault)?;
    let text = BASE64_STANDARD.encode(der.as_ref());
    let lines: Vec<_> = text.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n")).into_bytes())
}

fn keep(cx: &mut Command, private: &Vec<u8>) -> Result<OidcKey> {
    if let Some(key) = oidc_key(cx)? {
        return Ok(key);
    }
    let id = cx.id();
    let public = serde_json::to_string(&jwk(id, private)?).map_err(Error::fault)?;
    queries::insert_key(cx, id, PURPOSE, private, &public)?;
    cx.record(SigningKeyMade { key: id, purpose: PURPOSE.to_owned() });
    oidc_key(cx)?.ok_or_else(Error::not_found)
}

fn jwk(id: KeyId, private: &[u8]) -> Result<Jwk> {
    let mut jwk = Jwk::from_encoding_key(&encoding_key(private)?, Algorithm::RS256).map_err(Error::fault)?;
    jwk.common.key_id = Some(id.to_string());
    jwk.common.public_key_use = Some(PublicKeyUse::Signature);
    Ok(jwk)
}

fn encoding_key(private: &[u8]) -> Result<EncodingKey> {
    EncodingKey::from_rsa_pem(private).map_err(Error::fault)
}

/// The public keys, each as a JWK.
pub fn public_keys(cx: &mut Read) -> Result<Vec<serde_json::Value>> {
    let rows = queries::public_keys(cx, PURPOSE)?;
    rows.iter().map(|(jwk,)| serde_json::from_str(jwk).map_err(Error::fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jsonwebtoken::{DecodingKey, Validation, decode};
    use kernel::{Chance, PersonId, Timestamp};

    #[test]
    fn an_id_token_is_verified_by_the_published_key() {
        let chance = Chance::new(|bytes| bytes.fill(5));
        let at = Timestamp::from_seconds(4_000_000_000);
        let key = OidcKey { id: KeyId::new(at, &chance), private: make().unwrap() };
        let about = About {
            person: PersonId::new(at, &chance),
            client_id: "ritbord".into(),
            signed_in_at: at,
            nonce: Some("n".into()),
            now: at,
        };
        let access = Secret::new("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
        assert_eq!(at_hash(&access), "77QmUPtjPfzWtF2AnpK9RQ");
        let token = key.id_token("https://a.example", &about, &access).unwrap();
        let jwk = jwk(key.id, &key.private).unwrap();
        let text = serde_json::to_value(&jwk).unwrap();
        assert_eq!(
            (&text["kty"], &text["alg"], &text["use"]),
            (&"RSA".into(), &"RS256".into(), &"sig".into())
        );
        assert!(text.get("d").is_none());
        let mut rules = Validation::new(Algorithm::RS256);
        rules.set_audience(&["ritbord"]);
        rules.set_issuer(&["https://a.example"]);
        let read =
            decode::<serde_json::Value>(&token, &DecodingKey::from_jwk(&jwk).unwrap(), &rules).unwrap();
        assert_eq!(read.header.kid, Some(key.id.to_string()));
        assert_eq!(read.claims["nonce"], "n");
        assert_eq!(read.claims["sub"], about.person.to_string());
    }
}
