//! The manager who was asked agrees, or objects.

use super::{
    Takeover, decide,
    events::TakeoverAnswered,
    reads::held,
    standing::{Answer, Outcome, State, Step},
};
use crate::queries::takeovers;
use kernel::{Error, Result, TakeoverId};
use store::Command;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    Agree,
    Object,
}

/// Agreeing needs a fresh sign-in; to object is safe at any time. The same answer again changes nothing.
pub fn answer(cx: &mut Command, id: TakeoverId, reply: Reply, note: &str) -> Result<Takeover> {
    let takeover = held(cx, id)?;
    if cx.actor().person_id() != Some(takeover.manager.id) {
        return Err(Error::forbidden());
    }
    let (step, answer) = match reply {
        Reply::Agree => (Step::Agree, Answer::Agreed),
        Reply::Object => (Step::Object, Answer::Objected),
    };
    if takeover.answer == Some(answer) {
        return Ok(takeover);
    }
    let state = takeover.standing().after(step, cx.now())?;
    if reply == Reply::Agree {
        cx.actor().require_fresh_sign_in(cx.now())?;
    }
    note_answer(cx, &takeover, answer, note)?;
    match state {
        State::Ended(_) => decide::end(cx, &takeover, Outcome::Objected, note)?,
        _ => decide::go_on(cx, &takeover, answer)?,
    }
    takeovers::takeover(cx, id)
}

pub(super) fn note_answer(cx: &mut Command, takeover: &Takeover, answer: Answer, note: &str) -> Result<()> {
    takeovers::set_answer(cx, takeover.id, answer, note)?;
    cx.record(TakeoverAnswered {
        organization: takeover.organization,
        takeover: takeover.id,
        contract: takeover.contract,
        number: takeover.contract_number.clone(),
        answer: answer.name().into(),
    });
    Ok(())
}
