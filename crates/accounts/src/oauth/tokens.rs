//! Tokens for a grant: for a code, for a refresh token, for a device that was allowed.

use super::{
    client::{ClientProof, authenticate},
    end_grant::end_grant,
    grant::{ACCESS_LIFETIME, Grant},
    oauth_error::{Kept, OAuthError},
    pkce::Challenge,
    program::Program,
    queries,
    rotation::{self, Turn, turn},
    scope::{ProgramScope, Scopes},
};
use kernel::{PersonId, Result, Secret, Timestamp};
use store::Command;

/// What the token endpoint answers with.
#[derive(Debug, Clone)]
pub struct TokensGiven {
    pub access: Secret,
    pub refresh: Option<Secret>,
    pub scopes: Scopes,
    /// For the ID token, if one was asked for.
    pub about: Option<About>,
}

/// What an ID token says.
#[derive(Debug, Clone)]
pub struct About {
    pub person: PersonId,
    pub client_id: String,
    pub signed_in_at: Timestamp,
    pub nonce: Option<String>,
    pub now: Timestamp,
}

#[derive(Debug, Clone)]
pub struct ExchangeCode {
    pub client: ClientProof,
    pub code: Secret,
    pub redirect_uri: Option<String>,
    pub verifier: Option<String>,
}

#[derive(Debug, Clone)]
pub struct RefreshTokens {
    pub client: ClientProof,
    pub token: Secret,
    /// Fewer scopes than were granted.
    pub scope: Option<String>,
}

const DEAD_CODE: OAuthError = OAuthError::invalid_grant("the code is unknown, used or over");
const DEAD_TOKEN: OAuthError = OAuthError::invalid_grant("the refresh token is unknown, used or over");

/// A code goes once. Whoever brings it again has a copy, so all that came of it ends (RFC 9700, 4.5).
pub fn exchange_code(cx: &mut Command, ask: &ExchangeCode) -> Result<Kept<TokensGiven>> {
    cx.quiet();
    let program = authenticate(cx, &ask.client)?;
    let found = queries::code(cx, &ask.code)?.ok_or(DEAD_CODE)?;
    let grant = queries::grant(cx, found.grant)?.ok_or(DEAD_CODE)?;
    if found.used_at.is_some() || (belongs(&program, &grant) && !queries::use_code(cx, &ask.code)?) {
        end_grant(cx, grant.id, "replayed-code")?;
        return Ok(Err(DEAD_CODE));
    }
    if !belongs(&program, &grant) || !grant.is_alive() || found.expires_at <= cx.now() {
        return Err(DEAD_CODE.into());
    }
    if ask.redirect_uri.as_deref() != Some(found.redirect_uri.as_str()) {
        return Err(OAuthError::invalid_grant("redirect_uri is not the one that was authorized").into());
    }
    prove(found.challenge.as_deref(), ask.verifier.as_deref())?;
    let scopes = grant.scopes.clone();
    give(cx, &grant, scopes, Next { generation: 1, used: 0, nonce: found.nonce }).map(Ok)
}

fn belongs(program: &Program, grant: &Grant) -> bool {
    grant.client_id == program.client_id
}

fn prove(challenge: Option<&str>, verifier: Option<&str>) -> Result<(), OAuthError> {
    let challenge = challenge.map(str::parse::<Challenge>).transpose();
    let fits = match (challenge.map_err(|_| DEAD_CODE)?, verifier) {
        (Some(challenge), Some(verifier)) => challenge.is_met_by(verifier),
        (None, None) => true,
        // A verifier for a code that was asked for without a challenge: the challenge was cut out on the way.
        _ => false,
    };
    if fits { Ok(()) } else { Err(OAuthError::invalid_grant("code_verifier does not fit")) }
}

/// Takes a refresh token by the rule of [`rotation`], and gives the next.
pub fn refresh_tokens(cx: &mut Command, ask: &RefreshTokens) -> Result<Kept<TokensGiven>> {
    cx.quiet();
    let program = authenticate(cx, &ask.client)?;
    let found = queries::refresh(cx, &ask.token)?.filter(|found| found.client_id == program.client_id);
    let found = found.ok_or(DEAD_TOKEN)?;
    let grant = queries::grant(cx, found.grant)?.filter(Grant::is_alive).ok_or(DEAD_TOKEN)?;
    if found.expires_at <= cx.now() {
        return Err(DEAD_TOKEN.into());
    }
    let Turn::Goes { on_as } = turn(found.generation, grant.used_generation) else {
        end_grant(cx, grant.id, "reused-token")?;
        return Ok(Err(DEAD_TOKEN));
    };
    let scopes = match &ask.scope {
        Some(wish) => wish.parse::<Scopes>().unwrap_or_default(),
        None => grant.scopes.clone(),
    };
    if scopes.is_empty() || !grant.scopes.covers(&scopes) {
        return Err(OAuthError::invalid_scope("more than was granted").into());
    }
    give(cx, &grant, scopes, Next { generation: on_as, used: found.generation, nonce: None }).map(Ok)
}

/// What the tokens are made for: the generation of the refresh token, and that of the one that was used.
pub(super) struct Next {
    pub generation: i64,
    pub used: i64,
    pub nonce: Option<String>,
}

pub(super) fn give(cx: &mut Command, grant: &Grant, scopes: Scopes, next: Next) -> Result<TokensGiven> {
    let now = cx.now();
    let (access, access_end) = (cx.secret("at"), now.plus(ACCESS_LIFETIME));
    queries::insert_access(cx, &access, grant.id, &scopes, access_end)?;
    let (mut refresh, mut until) = (None, access_end);
    if grant.scopes.has(ProgramScope::OfflineAccess) {
        until = now.plus(rotation::IDLE_LIMIT);
        let token = cx.secret("rt");
        queries::insert_refresh(cx, &token, grant.id, next.generation, until)?;
        refresh = Some(token);
    }
    queries::use_grant(cx, grant.id, next.used.max(grant.used_generation), until)?;
    let about = scopes.has(ProgramScope::OpenId).then(|| About {
        person: grant.person,
        client_id: grant.client_id.clone(),
        signed_in_at: grant.signed_in_at,
        nonce: next.nonce,
        now,
    });
    Ok(TokensGiven { access, refresh, scopes, about })
}
