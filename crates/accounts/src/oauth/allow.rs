//! A person lets a program act for them: a grant, and a code that the program exchanges for tokens.

use super::{
    authorization::{Authorization, Prompt},
    events::ProgramAllowed,
    grant::{CODE_LIFETIME, NewGrant},
    program::Program,
    queries,
    scope::Scopes,
};
use kernel::{ConsentId, Result, Secret, SessionId, Timestamp};
use store::{Command, Read};

#[derive(Debug, Clone)]
pub struct AllowProgram {
    pub program: Program,
    pub asked: Authorization,
    pub session: SessionId,
    pub address: String,
}

/// What is known about the person before they are asked.
#[derive(Debug, Clone, Copy)]
pub struct BeforeAsking {
    pub signed_in_at: Timestamp,
    /// Nothing needs to be asked.
    pub allowed: bool,
}

/// A program on somebody's machine cannot prove that it is that program, so it is always asked about (RFC 8252, 8.6).
pub fn before_asking(
    cx: &mut Read,
    program: &Program,
    asked: &Authorization,
    session: SessionId,
) -> Result<BeforeAsking> {
    let person = cx.actor().signed_in()?;
    let signed_in_at = queries::signed_in_at(cx, person, session)?;
    let must_ask = program.is_public() || matches!(asked.prompt, Prompt::Consent | Prompt::Both);
    let approved = queries::approved_scopes(cx, person, &program.client_id)?;
    let allowed = !must_ask && approved.is_some_and(|approved| approved.covers(&asked.scopes));
    Ok(BeforeAsking { signed_in_at, allowed })
}

pub fn allow_program(cx: &mut Command, ask: &AllowProgram) -> Result<Secret> {
    let person = cx.actor().signed_in()?;
    let signed_in_at = queries::signed_in_at(cx, person, ask.session)?;
    let (until, code) = (cx.now().plus(CODE_LIFETIME), cx.secret("code"));
    let new = NewGrant {
        person,
        client_id: ask.program.client_id.clone(),
        scopes: ask.asked.scopes.clone(),
        device_name: ask.asked.device_name.clone(),
        program_version: ask.asked.program_version.clone(),
        address: ask.address.clone(),
        signed_in_at,
        expires_at: until,
    };
    let grant = grant(cx, &new, &ask.program.name)?;
    if !ask.program.is_public() {
        approve(cx, &new)?;
    }
    queries::insert_code(cx, &code, grant, &ask.asked, until)?;
    Ok(code)
}

/// Also for devices, whose tokens need no code.
pub(super) fn grant(cx: &mut Command, new: &NewGrant, program: &str) -> Result<ConsentId> {
    let consent = cx.id();
    queries::insert_grant(cx, consent, new)?;
    cx.record(ProgramAllowed {
        consent,
        person: new.person,
        client_id: new.client_id.clone(),
        program: program.to_owned(),
        scopes: new.scopes.to_string(),
        device: new.device_name.clone(),
    });
    Ok(consent)
}

/// Adds to what was approved before: a smaller wish takes nothing back.
fn approve(cx: &mut Command, new: &NewGrant) -> Result<()> {
    let before = queries::approved_scopes(cx, new.person, &new.client_id)?.unwrap_or_default();
    let all: Scopes = before.iter().chain(new.scopes.iter()).collect();
    queries::approve(cx, new.person, &new.client_id, &all)
}
