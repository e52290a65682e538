//! Ed25519 keys: the private half that signs, the public half and its names.

use crate::Refused;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// A private key. It does not print, and it is wiped from memory when dropped.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key that belongs to 32 bytes of chance, which the caller draws and keeps secret.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(&seed))
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub fn kid(&self) -> String {
        self.public().kid()
    }

    pub(crate) fn sign_bytes(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.kid())
    }
}

/// A public key: 32 bytes, written in base64url without padding or as a JWK.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    pub fn from_base64url(text: &str) -> Result<Self, Refused> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Refused::BadKey)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| Refused::BadKey)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| Refused::BadKey)?;
        // A key of small order verifies signatures that nobody made.
        if key.is_weak() { Err(Refused::BadKey) } else { Ok(Self(key)) }
    }

    pub fn to_base64url(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.as_bytes())
    }

    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub fn to_jwk(&self) -> Jwk {
        Jwk {
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            x: self.to_base64url(),
            kid: self.kid(),
            alg: "EdDSA".into(),
            usage: "sig".into(),
        }
    }

    /// The thumbprint of RFC 7638 with the members of RFC 8037: what `cnf.jkt` holds.
    pub fn thumbprint(&self) -> String {
        let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, self.to_base64url());
        URL_SAFE_NO_PAD.encode(Sha256::digest(canonical))
    }

    /// The key's short name: the beginning of its thumbprint.
    pub fn kid(&self) -> String {
        self.thumbprint().chars().take(16).collect()
    }

    pub(crate) fn verify_bytes(&self, message: &[u8], signature: &[u8]) -> Result<(), Refused> {
        let signature = Signature::from_slice(signature).map_err(|_| Refused::BadSignature)?;
        self.0.verify_strict(message, &signature).map_err(|_| Refused::BadSignature)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.to_base64url())
    }
}

/// The vendor's offline key, built into the program. It signs key sets and never a lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootKey(PublicKey);

impl RootKey {
    pub fn from_base64url(text: &str) -> Result<Self, Refused> {
        PublicKey::from_base64url(text).map(Self)
    }

    pub fn public(&self) -> &PublicKey {
        &self.0
    }
}

impl From<PublicKey> for RootKey {
    fn from(key: PublicKey) -> Self {
        Self(key)
    }
}

/// A public key as JSON (RFC 7517, RFC 8037).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jwk {
    pub kty: String,
    #[serde(default)]
    pub crv: String,
    #[serde(default)]
    pub x: String,
    #[serde(default)]
    pub kid: String,
    #[serde(default)]
    pub alg: String,
    #[serde(default, rename = "use")]
    pub usage: String,
}

impl Jwk {
    /// The key, when it is one of ours; keys of other kinds are for readers of another age.
    pub fn to_key(&self) -> Option<PublicKey> {
        let ours = self.kty == "OKP" && self.crv == "Ed25519";
        ours.then(|| PublicKey::from_base64url(&self.x).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 8037, appendix A.
    #[test]
    fn the_thumbprint_is_that_of_the_standard() {
        let key = PublicKey::from_base64url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
        assert_eq!(key.thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assert_eq!(key.to_jwk().to_key(), Some(key));
    }

    #[test]
    fn a_private_key_does_not_print() {
        let key = SigningKey::from_seed([7; 32]);
        assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.kid()));
    }

    #[test]
    fn weak_and_short_keys_are_refused() {
        let zero = URL_SAFE_NO_PAD.encode([0; 32]);
        let one = URL_SAFE_NO_PAD.encode([&[1u8][..], &[0; 31]].concat());
        for text in ["", "AAAA", "not base64!", &zero, &one] {
            assert_eq!(PublicKey::from_base64url(text), Err(Refused::BadKey), "{text}");
        }
    }
}
