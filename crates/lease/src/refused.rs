//! Why a signed document is not believed.

/// A document that does not verify. The codes are stable; programs and logs compare them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the document is not a compact JWS")]
    Malformed,
    #[error("the document is signed with another algorithm than Ed25519")]
    WrongAlgorithm,
    #[error("the document is of another type")]
    WrongType,
    #[error("the document is signed with a key that is not in the key set")]
    UnknownKey,
    #[error("the signature does not belong to the document")]
    BadSignature,
    #[error("the signature is right but the content cannot be read")]
    BadClaims,
    #[error("the text is not an Ed25519 public key")]
    BadKey,
}

impl Refused {
    pub fn code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::WrongAlgorithm => "wrong-algorithm",
            Self::WrongType => "wrong-type",
            Self::UnknownKey => "unknown-key",
            Self::BadSignature => "bad-signature",
            Self::BadClaims => "bad-claims",
            Self::BadKey => "bad-key",
        }
    }
}
