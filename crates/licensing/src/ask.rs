//! A program asks for the right to work: the request, read and checked once.

use accounts::oauth::ProgramToken;
use aws_lc_rs::digest::{SHA256, digest};
use kernel::{ConsentId, Error, FieldError, PersonId, Result, person::is_unreadable, secret::hex};
use lease::PublicKey;
use wire::NewLease;

#[derive(Debug, Clone)]
pub struct AskForLease {
    pub person: PersonId,
    pub email: String,
    /// What the person allowed the program.
    pub consent: ConsentId,
    /// The product's short name.
    pub product: String,
    pub version: String,
    pub fingerprint: String,
    pub key: PublicKey,
    pub name: Option<String>,
    pub platform: String,
    /// The accepted version of the privacy statement, as the program wrote it.
    pub privacy: String,
    /// The hash of the Idempotency-Key, where one was sent.
    pub asked_key: Option<String>,
    /// The hash of all that was asked for.
    pub asked_digest: String,
}

/// Longest text of any field; names are cut, all else is refused.
const LONGEST: usize = 120;

impl AskForLease {
    /// Reads what a program sent. A program of one product does not speak for another.
    pub fn read(token: &ProgramToken, request: &NewLease, key: Option<&str>) -> Result<Self> {
        let mut refused = vec![];
        let mut check = |fine: bool, field: &str, code| {
            if !fine {
                refused.push(FieldError::new(field, code));
            }
        };
        let device = &request.device;
        check(is_plain(&request.product), "product", "not-understood");
        check(catalog::Version::parse("version", &request.version).is_ok(), "version", "not-understood");
        check(is_fingerprint(&device.fingerprint), "device.fingerprint", "not-understood");
        check(is_plain(&device.platform), "device.platform", "not-understood");
        check(request.privacy.len() <= LONGEST, "privacy", "too-long");
        check(!request.privacy.contains(is_unreadable), "privacy", "unreadable");
        check(key.is_none_or(is_key), "idempotency-key", "not-understood");
        let public = PublicKey::from_base64url(&device.key);
        check(public.is_ok(), "device.key", "not-understood");
        let Some(public) = public.ok().filter(|_| refused.is_empty()) else {
            return Err(Error::fields(refused));
        };

        if token.product.as_ref().is_some_and(|product| *product != request.product) {
            return Err(Error::forbidden());
        }
        let content = serde_json::to_vec(request).map_err(Error::fault)?;
        Ok(AskForLease {
            person: token.person,
            email: token.email.clone(),
            consent: token.consent,
            product: request.product.clone(),
            version: request.version.trim().to_owned(),
            fingerprint: device.fingerprint.to_ascii_lowercase(),
            key: public,
            name: device.name.as_deref().and_then(readable),
            platform: device.platform.clone(),
            privacy: request.privacy.clone(),
            asked_key: key.map(|key| hash(key.as_bytes())),
            asked_digest: hash(&content),
        })
    }
}

/// A short name of a product, a platform: letters, digits, and what joins them.
fn is_plain(text: &str) -> bool {
    let fine = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !text.is_empty() && text.len() <= 64 && text.bytes().all(fine)
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_key(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

/// A host name is what the machine says, not what somebody typed: odd letters are left out, and nobody is refused.
fn readable(name: &str) -> Option<String> {
    let name: String = name.chars().filter(|c| !is_unreadable(*c)).take(LONGEST).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

fn hash(bytes: &[u8]) -> String {
    hex(digest(&SHA256, bytes).as_ref())
}
