//! Nobody but the holder of the right key makes a lease that verifies.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lease::{Confirmation, KeySet, Lease, LeaseKind, Refused, RootKey, SigningKey};
use proptest::prelude::*;

const NOW: i64 = 1_795_000_000;

fn key() -> SigningKey {
    SigningKey::from_seed([1; 32])
}

fn root() -> SigningKey {
    SigningKey::from_seed([2; 32])
}

fn keys() -> KeySet {
    KeySet::new(NOW, vec![key().public(), SigningKey::from_seed([3; 32]).public()])
}

fn lease() -> Lease {
    Lease {
        iss: "https://plats.example".into(),
        sub: "pairwise-1".into(),
        jti: "lse_1".into(),
        iat: NOW,
        nbf: NOW,
        exp: NOW + 30 * 86_400,
        refresh_after: NOW + 86_400,
        grace_until: NOW + 37 * 86_400,
        device: "ab".repeat(32),
        cnf: Confirmation { jkt: SigningKey::from_seed([9; 32]).public().thumbprint() },
        product: "ritbord".into(),
        versions: "*".into(),
        kind: LeaseKind::Named,
        entitlements: vec!["export".into()],
        privacy: "2026-10".into(),
        epoch: 1,
        seq: 4,
    }
}

/// The document with another header and a signature that `sign` makes.
fn with_header(header: &str, sign: impl Fn(&str) -> Vec<u8>) -> String {
    let jws = lease().sign(&key());
    let claims = jws.split('.').nth(1).expect("three parts");
    let message = format!("{}.{claims}", URL_SAFE_NO_PAD.encode(header));
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(sign(&message)))
}

fn real_signature(message: &str) -> Vec<u8> {
    use ed25519_dalek::Signer;
    ed25519_dalek::SigningKey::from_bytes(&[1; 32]).sign(message.as_bytes()).to_vec()
}

#[test]
fn what_was_signed_comes_back() {
    assert_eq!(Lease::verify(&lease().sign(&key()), &keys()), Ok(lease()));
}

#[test]
fn the_newer_name_of_the_algorithm_is_understood() {
    let header = format!(r#"{{"alg":"Ed25519","typ":"lease+jwt","kid":"{}"}}"#, key().kid());
    assert_eq!(Lease::verify(&with_header(&header, real_signature), &keys()), Ok(lease()));
}

#[test]
fn the_header_does_not_choose_the_algorithm() {
    for alg in ["none", "None", "HS256", "RS256", "ES256", "eddsa", ""] {
        let header = format!(r#"{{"alg":"{alg}","typ":"lease+jwt","kid":"{}"}}"#, key().kid());
        let unsigned = with_header(&header, |_| Vec::new());
        let signed = with_header(&header, real_signature);
        assert_eq!(Lease::verify(&unsigned, &keys()), Err(Refused::WrongAlgorithm), "{alg}");
        assert_eq!(Lease::verify(&signed, &keys()), Err(Refused::WrongAlgorithm), "{alg}");
    }
}

#[test]
fn an_hmac_under_the_public_key_is_not_a_signature() {
    let header = format!(r#"{{"alg":"EdDSA","typ":"lease+jwt","kid":"{}"}}"#, key().kid());
    let hmac = with_header(&header, |_| vec![0x5a; 32]);
    assert_eq!(Lease::verify(&hmac, &keys()), Err(Refused::BadSignature));
}

#[test]
fn extensions_that_must_be_understood_are_not() {
    let header = format!(r#"{{"alg":"EdDSA","typ":"lease+jwt","kid":"{}","crit":["b64"]}}"#, key().kid());
    assert_eq!(Lease::verify(&with_header(&header, real_signature), &keys()), Err(Refused::Malformed));
}

#[test]
fn a_key_outside_the_set_counts_for_nothing() {
    let foreign = lease().sign(&SigningKey::from_seed([4; 32]));
    assert_eq!(Lease::verify(&foreign, &keys()), Err(Refused::UnknownKey));
    let borrowed_name = foreign.replacen(foreign.split('.').next().unwrap(), &header_of_ours(), 1);
    assert_eq!(Lease::verify(&borrowed_name, &keys()), Err(Refused::BadSignature));
}

fn header_of_ours() -> String {
    lease().sign(&key()).split('.').next().expect("three parts").to_owned()
}

#[test]
fn a_key_set_is_not_a_lease_and_a_lease_is_not_a_key_set() {
    let both = KeySet::new(NOW, vec![root().public()]);
    let root_key = RootKey::from(root().public());
    assert_eq!(Lease::verify(&keys().sign(&root()), &both), Err(Refused::WrongType));
    assert_eq!(KeySet::verify(&lease().sign(&root()), &root_key), Err(Refused::WrongType));
}

#[test]
fn a_key_set_is_believed_from_its_own_root_only() {
    let signed = keys().sign(&root());
    assert_eq!(KeySet::verify(&signed, &RootKey::from(root().public())), Ok(keys()));
    let other = RootKey::from(SigningKey::from_seed([5; 32]).public());
    assert_eq!(KeySet::verify(&signed, &other), Err(Refused::UnknownKey));
}

#[test]
fn right_signature_unreadable_claims() {
    let jws = with_header(
        &format!(r#"{{"alg":"EdDSA","typ":"lease+jwt","kid":"{}"}}"#, key().kid()),
        real_signature,
    );
    let header = jws.split('.').next().unwrap();
    let message = format!("{header}.{}", URL_SAFE_NO_PAD.encode("{}"));
    let jws = format!("{message}.{}", URL_SAFE_NO_PAD.encode(real_signature(&message)));
    assert_eq!(Lease::verify(&jws, &keys()), Err(Refused::BadClaims));
}

#[test]
fn a_kind_of_tomorrow_is_no_reason_to_stop() {
    let text = serde_json::to_string(&lease()).unwrap().replace("\"named\"", "\"orbital\"");
    let read: Lease = serde_json::from_str(&text).unwrap();
    assert_eq!(read.kind, LeaseKind::Other);
}

proptest! {
    #[test]
    fn a_truncated_document_never_verifies(cut in 0usize..2000) {
        let jws = lease().sign(&key());
        prop_assume!(cut < jws.len());
        prop_assert!(Lease::verify(&jws[..cut], &keys()).is_err());
    }

    #[test]
    fn a_mutated_document_never_verifies(at in 0usize..2000, byte in any::<u8>()) {
        let mut bytes = lease().sign(&key()).into_bytes();
        prop_assume!(at < bytes.len() && bytes[at] != byte);
        bytes[at] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            prop_assert!(Lease::verify(&text, &keys()).is_err());
        }
    }

    #[test]
    fn noise_never_verifies_and_never_panics(text in ".{0,200}") {
        prop_assert!(Lease::verify(&text, &keys()).is_err());
        prop_assert!(KeySet::verify(&text, &RootKey::from(root().public())).is_err());
    }
}
