//! How every refusal reads: a kind, a stable code, a sentence for people, and an inner message that never leaves.

use crate::Lang;
use std::{fmt, time::Duration};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, in terms of the business; the web turns it into a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Fields of the request are missing or wrong.
    Invalid,
    /// Nobody is signed in, and somebody has to be.
    SignInNeeded,
    /// Whoever is signed in has to show once more who they are: what follows is weighty, and the sign-in is old.
    FreshSignInNeeded,
    /// The actor may see the thing, and may not do this to it.
    Forbidden,
    /// It is not there, or not for the actor to know.
    NotFound,
    /// It may be there, and nobody can do this to it.
    NotOffered,
    /// A rule of the business says no in the present state.
    Conflict,
    /// It was there and is over: a used or expired link.
    Gone,
    /// The request is longer than anybody needs.
    TooLarge,
    /// Too often; again after this time.
    TooMany(Duration),
    /// The server has more to do than it can; again shortly.
    Busy,
    /// There is no room left to store what was asked for; what is stored can be read.
    OutOfSpace,
    /// A fault of ours.
    Internal,
}

/// A fact that stands in the way (`NoFreeSeat`), declared by the room that owns the rule.
pub trait Refusal: fmt::Debug + Send + Sync + 'static {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    /// Stable, for programs: `no-free-seat`.
    fn code(&self) -> &'static str;
    /// One sentence that says what is the matter and what to do.
    fn sentence(&self, lang: Lang) -> String;
    /// The form field that the sentence belongs to, if it belongs to one.
    fn field(&self) -> Option<&'static str> {
        None
    }
}

/// One field of a form or a request that cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub field: String,
    pub code: &'static str,
    /// The bound that was broken, if the code has one: a length, a number.
    pub bound: Option<i64>,
}

impl FieldError {
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        FieldError { field: field.into(), code, bound: None }
    }
    pub fn bound(self, bound: i64) -> Self {
        FieldError { bound: Some(bound), ..self }
    }
}

/// Either a refusal for people, or a fault with a message for the log.
pub struct Error(Box<Body>);

enum Body {
    Refusal(Box<dyn Refusal>),
    Fields(Vec<FieldError>),
    Plain(Kind),
    Fault(String),
}

impl Error {
    pub fn not_found() -> Self {
        Error(Box::new(Body::Plain(Kind::NotFound)))
    }
    pub fn not_offered() -> Self {
        Error(Box::new(Body::Plain(Kind::NotOffered)))
    }
    pub fn forbidden() -> Self {
        Error(Box::new(Body::Plain(Kind::Forbidden)))
    }
    pub fn sign_in_needed() -> Self {
        Error(Box::new(Body::Plain(Kind::SignInNeeded)))
    }
    pub fn fresh_sign_in_needed() -> Self {
        Error(Box::new(Body::Plain(Kind::FreshSignInNeeded)))
    }
    pub fn busy() -> Self {
        Error(Box::new(Body::Plain(Kind::Busy)))
    }
    pub fn too_large() -> Self {
        Error(Box::new(Body::Plain(Kind::TooLarge)))
    }
    pub fn out_of_space() -> Self {
        Error(Box::new(Body::Plain(Kind::OutOfSpace)))
    }
    pub fn too_many(wait: Duration) -> Self {
        Error(Box::new(Body::Plain(Kind::TooMany(wait))))
    }
    pub fn fields(fields: Vec<FieldError>) -> Self {
        Error(Box::new(Body::Fields(fields)))
    }
    pub fn field(field: &str, code: &'static str) -> Self {
        Self::fields(vec![FieldError::new(field, code)])
    }
    /// A fault of ours: the message goes to the log, the reader sees "something went wrong".
    pub fn fault(message: impl fmt::Display) -> Self {
        Error(Box::new(Body::Fault(message.to_string())))
    }

    pub fn kind(&self) -> Kind {
        match &*self.0 {
            Body::Refusal(refusal) => refusal.kind(),
            Body::Fields(_) => Kind::Invalid,
            Body::Plain(kind) => *kind,
            Body::Fault(_) => Kind::Internal,
        }
    }
    pub fn code(&self) -> &'static str {
        match &*self.0 {
            Body::Refusal(refusal) => refusal.code(),
            Body::Fields(_) => "invalid-fields",
            Body::Plain(Kind::NotFound) => "not-found",
            Body::Plain(Kind::NotOffered) => "method-not-allowed",
            Body::Plain(Kind::Forbidden) => "forbidden",
            Body::Plain(Kind::SignInNeeded) => "sign-in-needed",
            Body::Plain(Kind::FreshSignInNeeded) => "fresh-sign-in-needed",
            Body::Plain(Kind::TooMany(_)) => "too-many-requests",
            Body::Plain(Kind::Busy) => "busy",
            Body::Plain(Kind::TooLarge) => "too-large",
            Body::Plain(Kind::OutOfSpace) => "out-of-space",
            Body::Plain(_) | Body::Fault(_) => "internal",
        }
    }
    pub fn refusal(&self) -> Option<&dyn Refusal> {
        match &*self.0 {
            Body::Refusal(refusal) => Some(&**refusal),
            _ => None,
        }
    }
    pub fn field_errors(&self) -> &[FieldError] {
        match &*self.0 {
            Body::Fields(fields) => fields,
            _ => &[],
        }
    }
    /// The message for the log, if this is a fault of ours.
    pub fn inner_message(&self) -> Option<&str> {
        match &*self.0 {
            Body::Fault(message) => Some(message),
            _ => None,
        }
    }
    /// What may stand in a log: a refusal may name people, its code does not.
    pub fn for_the_log(&self) -> &str {
        self.inner_message().unwrap_or_else(|| self.code())
    }
}

impl<R: Refusal> From<R> for Error {
    fn from(refusal: R) -> Self {
        Error(Box::new(Body::Refusal(Box::new(refusal))))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Body::Refusal(refusal) => write!(f, "{} {refusal:?}", refusal.code()),
            Body::Fields(fields) => write!(f, "invalid-fields {fields:?}"),
            Body::Plain(kind) => write!(f, "{kind:?}"),
            Body::Fault(message) => write!(f, "fault: {message}"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Error {}
