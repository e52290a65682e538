//! The signed license document that a program verifies offline: issuing, verifying, and the rule that judges it.
//! It refuses to know the network, the disk and the clock: seeds, keys and times are given by the caller.
//! Start with [`Lease`] and [`Lease::standing`]; [`KeySet`] says whose signature counts.

mod armor;
mod document;
mod jws;
mod key;
mod key_set;
mod refused;
mod standing;
mod versions;

pub use armor::{armored, unarmored};
pub use document::{Confirmation, Lease, LeaseKind};
pub use key::{Jwk, PublicKey, RootKey, SigningKey};
pub use key_set::KeySet;
pub use refused::Refused;
pub use standing::{Circumstances, Standing};
pub use versions::covers;
