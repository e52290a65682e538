//! The applicant takes the application back.

use super::{
    Takeover, decide,
    reads::held,
    standing::{Outcome, Step},
};
use crate::queries::takeovers;
use kernel::{Error, Result, TakeoverId};
use store::Command;

/// Once more changes nothing.
pub fn withdraw(cx: &mut Command, id: TakeoverId) -> Result<Takeover> {
    let takeover = held(cx, id)?;
    if cx.actor().person_id() != Some(takeover.applicant.id) {
        return Err(Error::forbidden());
    }
    if takeover.outcome == Some(Outcome::Withdrawn) {
        return Ok(takeover);
    }
    takeover.standing().after(Step::Withdraw, cx.now())?;
    decide::end(cx, &takeover, Outcome::Withdrawn, "")?;
    takeovers::takeover(cx, id)
}
