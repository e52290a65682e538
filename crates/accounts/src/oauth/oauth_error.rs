//! Refusals in the words of the standards: a code that programs compare with, a line for who writes the program.

use kernel::{Kind, Lang, Refusal};

/// RFC 6749 (4.1.2.1, 5.2), RFC 8628 (3.5), OpenID Connect Core (3.1.2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OAuthError {
    pub code: &'static str,
    pub description: &'static str,
}

/// A refusal inside means: refused, and what was written on the way stays written. A grant ends that way.
pub type Kept<T> = Result<T, OAuthError>;

macro_rules! oauth_errors {
    ($($code:ident)*) => {
        impl OAuthError {
            $(pub const fn $code(description: &'static str) -> Self {
                OAuthError { code: stringify!($code), description }
            })*
        }
    };
}

oauth_errors! {
    invalid_request
    invalid_client
    invalid_grant
    unauthorized_client
    unsupported_grant_type
    unsupported_response_type
    invalid_scope
    access_denied
    login_required
    consent_required
    request_not_supported
    request_uri_not_supported
    registration_not_supported
    authorization_pending
    slow_down
    expired_token
}

impl Refusal for OAuthError {
    fn kind(&self) -> Kind {
        if self.code == "invalid_client" { Kind::SignInNeeded } else { Kind::Invalid }
    }
    fn code(&self) -> &'static str {
        self.code
    }
    /// For people who write programs, in the language of the standards.
    fn sentence(&self, _: Lang) -> String {
        self.description.to_owned()
    }
}
