//! A program gives its lease back, as at signing out: the device is free, and works on it no longer.

use crate::{
    ended::{By, Which, end_leases},
    queries,
};
use accounts::oauth::ProgramToken;
use kernel::{Error, LeaseId, Result};
use store::Command;

/// Giving back once more changes nothing. Leases of others, and of other products, are as unknown ones.
pub fn end_lease(cx: &mut Command, token: &ProgramToken, lease: LeaseId) -> Result<()> {
    let (product, slug) = queries::lease_of(cx, token.person, lease)?.ok_or_else(Error::not_found)?;
    if token.product.as_ref().is_some_and(|own| *own != slug) {
        return Err(Error::not_found());
    }
    cx.quiet();
    queries::locked_holder(cx, token.person, product)?;
    end_leases(cx, token.person, Which::Lease(lease), By::Program).map(|_| ())
}
