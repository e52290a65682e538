//! The vendor makes a program known, and changes the secret of one.

use super::{
    events::{ProgramRegistered, ProgramSecretChanged},
    program::{Program, ProgramKind, RegisterProgram},
    queries,
    refusal::ProgramRefused,
};
use kernel::{Error, Permission, Result, Scope, Secret};
use store::{Command, Read};

/// The secret is shown this once.
#[derive(Debug, Clone)]
pub struct Registered {
    pub program: Program,
    pub secret: Option<Secret>,
}

pub fn register_program(cx: &mut Command, ask: &RegisterProgram) -> Result<Registered> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    let secret = (ask.kind == ProgramKind::Confidential).then(|| cx.secret("cs"));
    if !queries::insert_program(cx, ask, secret.as_ref())? {
        return Err(ProgramRefused::ClientIdTaken.into());
    }
    cx.record(ProgramRegistered {
        client_id: ask.client_id.clone(),
        name: ask.name.to_string(),
        kind: ask.kind.name().to_owned(),
        redirect_uris: ask.redirect_uris.iter().map(ToString::to_string).collect(),
        scopes: ask.scopes.to_string(),
    });
    let program = queries::program(cx, &ask.client_id)?.ok_or_else(Error::not_found)?;
    Ok(Registered { program, secret })
}

/// The old secret is dead at once.
pub fn change_program_secret(cx: &mut Command, client_id: &str) -> Result<Registered> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    let program = queries::program(cx, client_id)?.ok_or_else(Error::not_found)?;
    if program.is_public() {
        return Err(ProgramRefused::NoSecret.into());
    }
    let secret = cx.secret("cs");
    queries::set_secret(cx, client_id, &secret)?;
    cx.record(ProgramSecretChanged { client_id: client_id.to_owned(), name: program.name.clone() });
    Ok(Registered { program, secret: Some(secret) })
}

pub fn programs(cx: &mut Read) -> Result<Vec<Program>> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    queries::programs(cx)
}

pub fn program(cx: &mut Read, client_id: &str) -> Result<Program> {
    cx.require(Permission::ManageVendor, Scope::Vendor)?;
    queries::program(cx, client_id)?.ok_or_else(Error::not_found)
}
