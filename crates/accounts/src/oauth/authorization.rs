//! What a program asks a person for, through the person's browser (RFC 6749, 4.1.1; OpenID Connect Core, 3.1.2.1).

use super::{
    oauth_error::OAuthError,
    parameters::Parameters,
    pkce::Challenge,
    program::Program,
    redirect::RedirectUri,
    scope::{ProgramScope, Scopes},
};
use kernel::{Timestamp, clock::minutes};
use std::time::Duration;

/// A wish that can be answered where the program wants its answer.
#[derive(Debug, Clone)]
pub struct Authorization {
    pub redirect: RedirectUri,
    pub state: Option<String>,
    pub scopes: Scopes,
    pub challenge: Option<Challenge>,
    pub nonce: Option<String>,
    pub prompt: Prompt,
    /// The sign-in may be this old.
    pub max_age: Option<Duration>,
    /// When this same wish first led to the sign-in page.
    pub sent_to_sign_in: Option<Timestamp>,
    pub device_name: Option<String>,
    pub program_version: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    AsNeeded,
    /// Nothing may be shown.
    None,
    /// Sign in anew.
    Login,
    /// Ask, also when it was allowed before.
    Consent,
    Both,
}

/// The answer goes nowhere: who asks is not known, or not for that address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untellable {
    UnknownProgram,
    WrongRedirect,
}

/// Where the answer goes, before anything else is looked at.
pub fn redirect_of(asked: &Parameters, program: &Program) -> Result<RedirectUri, Untellable> {
    let uri = asked.get("redirect_uri").filter(|_| !asked.is_twice("redirect_uri"));
    let uri = uri.and_then(|uri| uri.parse::<RedirectUri>().ok()).filter(|uri| program.admits(uri));
    uri.ok_or(Untellable::WrongRedirect)
}

const LONGEST_STATE: usize = 2048;
const LONGEST_NONCE: usize = 512;

impl Authorization {
    pub fn read(asked: &Parameters, program: &Program, redirect: RedirectUri) -> Result<Self, OAuthError> {
        refuse_what_we_do_not_do(asked)?;
        let scopes = program.scopes_of(asked.get("scope"));
        if scopes.is_empty() {
            return Err(OAuthError::invalid_scope("none of these scopes can be had"));
        }
        let nonce = asked.get("nonce").map(str::to_owned);
        if nonce.as_ref().is_some_and(|nonce| nonce.len() > LONGEST_NONCE) {
            return Err(OAuthError::invalid_request("nonce is too long"));
        }
        let challenge = challenge(asked)?;
        // RFC 9700, 2.1.1: a nonce that the program checks protects a code as well.
        let guarded = !program.is_public() && scopes.has(ProgramScope::OpenId) && nonce.is_some();
        if challenge.is_none() && !guarded {
            return Err(OAuthError::invalid_request("code_challenge is missing (PKCE, S256)"));
        }
        Ok(Authorization {
            redirect,
            state: state(asked).map(str::to_owned),
            scopes,
            challenge,
            nonce,
            prompt: prompt(asked)?,
            max_age: max_age(asked)?,
            sent_to_sign_in: asked.get(SENT).and_then(|at| at.parse().ok()).map(Timestamp::from_seconds),
            device_name: asked.shown("device_name"),
            program_version: asked.shown("program_version"),
        })
    }

    /// Whether a sign-in of that age will do. Someone who was sent to the sign-in page by this wish and has signed in
    /// since is not sent again; the mark in the address is believed for a quarter of an hour only.
    pub fn wants_new_sign_in(&self, signed_in_at: Timestamp, now: Timestamp) -> bool {
        let just_sent = self.sent_to_sign_in.filter(|sent| *sent <= now && now.since(*sent) < minutes(15));
        let is_new = just_sent.is_some_and(|sent| signed_in_at >= sent);
        let too_old = self.max_age.is_some_and(|age| now.since(signed_in_at) > age || age.is_zero());
        let asked_for = matches!(self.prompt, Prompt::Login | Prompt::Both);
        (too_old || asked_for) && !is_new
    }
}

/// The parameter by which a wish remembers when it led to the sign-in page, in seconds.
pub const SENT: &str = "sent_to_sign_in";

/// Also for answers to wishes that could not be read.
pub fn state(asked: &Parameters) -> Option<&str> {
    asked.get("state").filter(|state| state.len() <= LONGEST_STATE && !asked.is_twice("state"))
}

fn refuse_what_we_do_not_do(asked: &Parameters) -> Result<(), OAuthError> {
    let refuse = |wrong: bool, error: OAuthError| if wrong { Err(error) } else { Ok(()) };
    refuse(asked.any_twice(), OAuthError::invalid_request("a parameter comes twice"))?;
    refuse(
        asked.get("state").is_some_and(|s| s.len() > LONGEST_STATE),
        OAuthError::invalid_request("state is too long"),
    )?;
    refuse(
        asked.get("request").is_some(),
        OAuthError::request_not_supported("request objects are not taken"),
    )?;
    refuse(
        asked.get("request_uri").is_some(),
        OAuthError::request_uri_not_supported("request_uri is not taken"),
    )?;
    refuse(
        asked.get("registration").is_some(),
        OAuthError::registration_not_supported("registration is not taken"),
    )?;
    match asked.get("response_type") {
        Some("code") => {}
        Some(_) => return Err(OAuthError::unsupported_response_type("response_type must be code")),
        None => return Err(OAuthError::invalid_request("response_type is missing")),
    }
    let mode = asked.get("response_mode").unwrap_or("query");
    refuse(mode != "query", OAuthError::invalid_request("response_mode must be query"))
}

fn challenge(asked: &Parameters) -> Result<Option<Challenge>, OAuthError> {
    let Some(text) = asked.get("code_challenge") else {
        return match asked.get("code_challenge_method") {
            Some(_) => Err(OAuthError::invalid_request("code_challenge is missing")),
            None => Ok(None),
        };
    };
    // Left out, the method would mean "plain".
    if asked.get("code_challenge_method") != Some("S256") {
        return Err(OAuthError::invalid_request("code_challenge_method must be S256"));
    }
    text.parse()
        .map(Some)
        .map_err(|_| OAuthError::invalid_request("code_challenge is not a SHA-256 in base64url"))
}

fn prompt(asked: &Parameters) -> Result<Prompt, OAuthError> {
    let words: Vec<_> = asked.get("prompt").unwrap_or_default().split_ascii_whitespace().collect();
    let (login, consent) =
        (words.contains(&"login") || words.contains(&"select_account"), words.contains(&"consent"));
    match (words.contains(&"none"), login, consent) {
        (true, false, false) if words.len() == 1 => Ok(Prompt::None),
        (true, ..) => Err(OAuthError::invalid_request("prompt none stands alone")),
        (_, true, true) => Ok(Prompt::Both),
        (_, true, false) => Ok(Prompt::Login),
        (_, false, true) => Ok(Prompt::Consent),
        _ if words.is_empty() => Ok(Prompt::AsNeeded),
        _ => Err(OAuthError::invalid_request("prompt is not understood")),
    }
}

fn max_age(asked: &Parameters) -> Result<Option<Duration>, OAuthError> {
    let seconds = asked.get("max_age").map(str::parse::<u32>).transpose();
    let seconds = seconds.map_err(|_| OAuthError::invalid_request("max_age is not a number of seconds"))?;
    Ok(seconds.map(|seconds| Duration::from_secs(seconds.into())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::program::ProgramKind;

    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn program(kind: ProgramKind) -> Program {
        Program {
            client_id: "ritbord".into(),
            name: "Ritbord".into(),
            product: None,
            kind,
            redirect_uris: vec!["http://127.0.0.1/callback".parse().unwrap()],
            scopes: Scopes::all(),
            created_at: Timestamp::from_seconds(0),
            secret_hash: None,
        }
    }

    fn read(kind: ProgramKind, more: &str) -> Result<Authorization, OAuthError> {
        let redirect = "http://127.0.0.1:7000/callback".parse().unwrap();
        let query = format!("response_type=code&scope=openid+license&{more}");
        Authorization::read(&Parameters::parse(query.as_bytes()), &program(kind), redirect)
    }

    fn with_challenge(more: &str) -> Result<Authorization, OAuthError> {
        read(ProgramKind::Public, &format!("code_challenge={CHALLENGE}&code_challenge_method=S256&{more}"))
    }

    #[test]
    fn a_public_program_proves_itself_by_s256_and_nothing_else() {
        assert!(with_challenge("").is_ok());
        for more in [
            "",
            "nonce=n",
            "code_challenge_method=S256",
            &format!("code_challenge={CHALLENGE}"),
            &format!("code_challenge={CHALLENGE}&code_challenge_method=plain"),
            "code_challenge=short&code_challenge_method=S256",
        ] {
            assert_eq!(read(ProgramKind::Public, more).unwrap_err().code, "invalid_request", "{more}");
        }
        assert!(read(ProgramKind::Confidential, "nonce=n").is_ok());
        assert!(read(ProgramKind::Confidential, "").is_err());
    }

    #[test]
    fn what_is_not_done_is_said() {
        for (more, code) in [
            ("request=x", "request_not_supported"),
            ("request_uri=x", "request_uri_not_supported"),
            ("response_mode=fragment", "invalid_request"),
            ("scope=x", "invalid_request"),
            ("prompt=none+login", "invalid_request"),
            ("prompt=dance", "invalid_request"),
            ("max_age=-1", "invalid_request"),
            ("state=a&state=b", "invalid_request"),
        ] {
            assert_eq!(with_challenge(more).unwrap_err().code, code, "{more}");
        }
        let asked = Parameters::parse(b"response_type=token");
        let redirect: RedirectUri = "http://127.0.0.1:7000/callback".parse().unwrap();
        let refused = Authorization::read(&asked, &program(ProgramKind::Public), redirect).unwrap_err();
        assert_eq!(refused.code, "unsupported_response_type");
    }

    #[test]
    fn a_new_sign_in_is_wanted_once() {
        let at = Timestamp::from_seconds;
        let login = with_challenge("prompt=login").unwrap();
        assert!(login.wants_new_sign_in(at(999), at(1000)));
        let marked = with_challenge("prompt=login&sent_to_sign_in=1000").unwrap();
        assert!(marked.wants_new_sign_in(at(999), at(1010)));
        assert!(!marked.wants_new_sign_in(at(1005), at(1010)));
        assert!(marked.wants_new_sign_in(at(1005), at(1000 + 15 * 60)));
        let aged = with_challenge("max_age=60").unwrap();
        assert!(!aged.wants_new_sign_in(at(940), at(1000)));
        assert!(aged.wants_new_sign_in(at(939), at(1000)));
    }

    #[test]
    fn answers_go_to_registered_addresses_only() {
        let program = program(ProgramKind::Public);
        let of = |query: &str| redirect_of(&Parameters::parse(query.as_bytes()), &program);
        assert!(of("redirect_uri=http://127.0.0.1:7000/callback").is_ok());
        for query in [
            "",
            "redirect_uri=https://evil.example/callback",
            "redirect_uri=http://127.0.0.1/callback&redirect_uri=http://127.0.0.1/callback",
        ] {
            assert_eq!(of(query).unwrap_err(), Untellable::WrongRedirect);
        }
    }
}
