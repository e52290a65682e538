//! A program that signs people in: what the vendor registered about it.

use super::{redirect::RedirectUri, scope::Scopes};
use kernel::{FieldError, Name, Result, Timestamp};
use store::{FromRow, Row};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramKind {
    /// Runs on people's machines and can keep no secret.
    Public,
    /// Runs on a server, and proves itself with a secret.
    Confidential,
}

impl ProgramKind {
    pub const fn name(self) -> &'static str {
        match self {
            ProgramKind::Public => "public",
            ProgramKind::Confidential => "confidential",
        }
    }
    pub fn from_name(name: &str) -> Option<Self> {
        [ProgramKind::Public, ProgramKind::Confidential].into_iter().find(|kind| kind.name() == name)
    }
}

/// An OAuth client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    pub client_id: String,
    pub name: String,
    /// The product whose seat it uses, by its short name.
    pub product: Option<String>,
    pub kind: ProgramKind,
    pub redirect_uris: Vec<RedirectUri>,
    /// The most that it may ask for.
    pub scopes: Scopes,
    pub created_at: Timestamp,
    pub(super) secret_hash: Option<String>,
}

impl Program {
    pub fn is_public(&self) -> bool {
        self.kind == ProgramKind::Public
    }
    pub fn admits(&self, asked: &RedirectUri) -> bool {
        self.redirect_uris.iter().any(|registered| registered.admits(asked))
    }
    /// What it is given of what it asks for; all that it may have when it does not say.
    pub fn scopes_of(&self, asked: Option<&str>) -> Scopes {
        match asked {
            Some(asked) => asked.parse::<Scopes>().unwrap_or_default().within(&self.scopes),
            None => self.scopes.clone(),
        }
    }
}

/// What the vendor says about a program, read and found fit.
#[derive(Debug, Clone)]
pub struct RegisterProgram {
    pub client_id: String,
    pub name: Name,
    pub product: Option<String>,
    pub kind: ProgramKind,
    pub redirect_uris: Vec<RedirectUri>,
    pub scopes: Scopes,
}

/// The same as it was typed.
#[derive(Debug, Clone, Copy)]
pub struct TypedProgram<'a> {
    pub client_id: &'a str,
    pub name: &'a str,
    pub product: &'a str,
    pub kind: &'a str,
    pub redirect_uris: &'a [&'a str],
    pub scopes: &'a [&'a str],
}

const MOST_REDIRECTS: usize = 20;

impl RegisterProgram {
    /// Every field is looked at, so that all mistakes show at once.
    pub fn read(typed: TypedProgram<'_>) -> Result<Self, Vec<FieldError>> {
        let mut errors = vec![];
        let kind = typed_kind(typed.kind).map_err(|error| errors.push(error)).ok();
        let client_id = short_name("client_id", typed.client_id).map_err(|error| errors.push(error)).ok();
        let name = Name::parse("name", typed.name).map_err(|error| errors.push(error)).ok();
        let product = Some(typed.product.trim()).filter(|product| !product.is_empty());
        let product = product.map(|product| short_name("product", product)).transpose();
        let product = product.map_err(|error| errors.push(error)).ok();
        let needs_redirect = kind == Some(ProgramKind::Confidential);
        let redirect_uris =
            redirects(typed.redirect_uris, needs_redirect).map_err(|error| errors.push(error)).ok();
        let scopes = scopes(typed.scopes).map_err(|error| errors.push(error)).ok();
        match (client_id, name, product, kind, redirect_uris, scopes) {
            (Some(client_id), Some(name), Some(product), Some(kind), Some(redirect_uris), Some(scopes)) => {
                Ok(RegisterProgram { client_id, name, product, kind, redirect_uris, scopes })
            }
            _ => Err(errors),
        }
    }
}

fn typed_kind(text: &str) -> Result<ProgramKind, FieldError> {
    ProgramKind::from_name(text).ok_or(FieldError::new("kind", "not-understood"))
}

/// `ritbord`, `shop.example`: stands in urls, settings files and tokens.
fn short_name(field: &str, text: &str) -> Result<String, FieldError> {
    let text = text.trim();
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-._".contains(&b);
    match text.len() {
        0 => Err(FieldError::new(field, "missing")),
        65.. => Err(FieldError::new(field, "too-long").bound(64)),
        _ if !text.bytes().all(fits) || text.starts_with(['-', '.', '_']) => {
            Err(FieldError::new(field, "not-understood"))
        }
        _ => Ok(text.to_owned()),
    }
}

fn redirects(typed: &[&str], needed: bool) -> Result<Vec<RedirectUri>, FieldError> {
    let lines = typed.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let uris = lines.map(str::parse).collect::<Result<Vec<RedirectUri>, _>>();
    match uris.map_err(|_| FieldError::new("redirect_uris", "not-understood"))? {
        uris if uris.len() > MOST_REDIRECTS => {
            Err(FieldError::new("redirect_uris", "too-many").bound(MOST_REDIRECTS as i64))
        }
        uris if uris.is_empty() && needed => Err(FieldError::new("redirect_uris", "missing")),
        uris => Ok(uris),
    }
}

fn scopes(typed: &[&str]) -> Result<Scopes, FieldError> {
    let scopes = typed.join(" ").parse::<Scopes>().unwrap_or_default();
    if scopes.is_empty() { Err(FieldError::new("scopes", "missing")) } else { Ok(scopes) }
}

pub(super) const COLUMNS: &str =
    "client_id, name, product_slug, kind, redirect_uris, scopes, created_at, secret_hash";

impl FromRow for Program {
    fn from_row(row: &mut Row) -> Result<Self> {
        let (client_id, name, product) = (row.take()?, row.take()?, row.take()?);
        let (kind, uris): (String, String) = (row.take()?, row.take()?);
        let kind =
            ProgramKind::from_name(&kind).ok_or_else(|| kernel::Error::fault("unknown kind of program"))?;
        let uris: Vec<String> = serde_json::from_str(&uris).map_err(kernel::Error::fault)?;
        let redirect_uris =
            uris.iter().map(|uri| uri.parse()).collect::<Result<_, _>>().map_err(kernel::Error::fault)?;
        let (scopes, created_at, secret_hash) = (row.take()?, row.take()?, row.take()?);
        Ok(Program { client_id, name, product, kind, redirect_uris, scopes, created_at, secret_hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RITBORD: TypedProgram<'static> = TypedProgram {
        client_id: "ritbord",
        name: "Ritbord",
        product: "",
        kind: "public",
        redirect_uris: &["http://127.0.0.1/callback", ""],
        scopes: &["openid", "license"],
    };

    fn refused(typed: TypedProgram<'_>) -> Vec<String> {
        let errors = RegisterProgram::read(typed).unwrap_err();
        errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect()
    }

    #[test]
    fn all_mistakes_show_at_once() {
        let ritbord = RegisterProgram::read(RITBORD).unwrap();
        assert_eq!((ritbord.product, ritbord.redirect_uris.len()), (None, 1));
        let all = TypedProgram {
            client_id: "../x",
            name: "",
            product: "A B",
            kind: "secret",
            redirect_uris: &["javascript:x"],
            scopes: &["admin"],
        };
        assert_eq!(refused(all).len(), 6);
        let server = TypedProgram { kind: "confidential", redirect_uris: &[], ..RITBORD };
        assert_eq!(refused(server), ["redirect_uris missing"]);
        let many = ["https://a.example/"; 21];
        assert_eq!(refused(TypedProgram { redirect_uris: &many, ..RITBORD }), ["redirect_uris too-many"]);
    }
}
