//! What a program may be allowed: a short list that people can read.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use std::{fmt, str::FromStr};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProgramScope {
    /// Know the User ID, and get an ID token.
    OpenId,
    Profile,
    Email,
    /// Stay signed in: a refresh token.
    OfflineAccess,
    /// Use a seat.
    License,
}

impl ProgramScope {
    pub const ALL: [ProgramScope; 5] = [
        ProgramScope::OpenId,
        ProgramScope::Profile,
        ProgramScope::Email,
        ProgramScope::OfflineAccess,
        ProgramScope::License,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            ProgramScope::OpenId => "openid",
            ProgramScope::Profile => "profile",
            ProgramScope::Email => "email",
            ProgramScope::OfflineAccess => "offline_access",
            ProgramScope::License => "license",
        }
    }

    /// Behind "the program may ...".
    pub fn words(self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            ProgramScope::OpenId => fl!(t, "program-may-openid"),
            ProgramScope::Profile => fl!(t, "program-may-profile"),
            ProgramScope::Email => fl!(t, "program-may-email"),
            ProgramScope::OfflineAccess => fl!(t, "program-may-offline"),
            ProgramScope::License => fl!(t, "program-may-license"),
        }
    }
}

/// A set of them, each once, in the order of the table. Names of others are left out, as RFC 6749 (3.3) allows.
///
/// ```
/// use accounts::oauth::Scopes;
/// let asked: Scopes = "license openid phone openid".parse().unwrap();
/// assert_eq!(asked.to_string(), "openid license");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scopes(Vec<ProgramScope>);

impl Scopes {
    pub fn all() -> Self {
        Scopes(ProgramScope::ALL.to_vec())
    }
    pub fn has(&self, scope: ProgramScope) -> bool {
        self.0.contains(&scope)
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    pub fn iter(&self) -> impl Iterator<Item = ProgramScope> {
        self.0.iter().copied()
    }
    /// Those that are in both.
    pub fn within(&self, allowed: &Scopes) -> Scopes {
        Scopes(self.iter().filter(|scope| allowed.has(*scope)).collect())
    }
    pub fn covers(&self, asked: &Scopes) -> bool {
        asked.iter().all(|scope| self.has(scope))
    }
}

impl FromStr for Scopes {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let names: Vec<_> = text.split_ascii_whitespace().take(64).collect();
        Ok(Scopes(ProgramScope::ALL.into_iter().filter(|scope| names.contains(&scope.name())).collect()))
    }
}

impl FromIterator<ProgramScope> for Scopes {
    fn from_iter<I: IntoIterator<Item = ProgramScope>>(scopes: I) -> Self {
        let given: Vec<_> = scopes.into_iter().collect();
        Scopes(ProgramScope::ALL.into_iter().filter(|scope| given.contains(scope)).collect())
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.iter().map(ProgramScope::name).collect();
        f.write_str(&names.join(" "))
    }
}

impl store::FromCell for Scopes {
    fn from_cell(cell: store::Cell) -> kernel::Result<Self> {
        String::from_cell(cell).map(|text| text.parse().unwrap_or_default())
    }
}
