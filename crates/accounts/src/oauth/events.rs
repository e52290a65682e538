//! What happened between people and programs.

use kernel::{ConsentId, KeyId, PersonId};
use serde::{Deserialize, Serialize};
use store::Event;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramRegistered {
    pub client_id: String,
    pub name: String,
    pub kind: String,
    pub redirect_uris: Vec<String>,
    pub scopes: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramSecretChanged {
    pub client_id: String,
    pub name: String,
}

/// A person let a program act for them, on one device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramAllowed {
    pub consent: ConsentId,
    pub person: PersonId,
    pub client_id: String,
    pub program: String,
    pub scopes: String,
    pub device: Option<String>,
}

/// All tokens of the program on that device are dead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramEnded {
    pub consent: ConsentId,
    pub person: PersonId,
    pub client_id: String,
    /// `person`, `program`, `password`, `replayed-code`, `reused-token`.
    pub by: String,
}

/// A confidential program will be asked about again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramForgotten {
    pub person: PersonId,
    pub client_id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningKeyMade {
    pub key: KeyId,
    pub purpose: String,
}

macro_rules! events {
    ($($event:ident $action:literal |$it:ident| $subject:expr, $label:expr;)*) => {$(
        impl Event for $event {
            const ACTION: &'static str = $action;
            fn subject(&self) -> String {
                let $it = self;
                $subject
            }
            fn label(&self) -> String {
                let $it = self;
                $label
            }
        }
    )*};
}

events! {
    ProgramRegistered "program.registered" |it| it.client_id.clone(), it.name.clone();
    ProgramSecretChanged "program.secret-changed" |it| it.client_id.clone(), it.name.clone();
    ProgramAllowed "program.allowed" |it| it.person.to_string(), it.program.clone();
    ProgramEnded "program.ended" |it| it.person.to_string(), it.client_id.clone();
    ProgramForgotten "program.forgotten" |it| it.person.to_string(), it.client_id.clone();
    SigningKeyMade "signing-key.made" |it| it.key.to_string(), it.purpose.clone();
}
