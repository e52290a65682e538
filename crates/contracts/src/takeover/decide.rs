//! The end of an application: decided by people, or by itself.

use super::{
    Takeover,
    answer::note_answer,
    events::TakeoverEnded,
    hand_over::change_manager,
    mail,
    reads::held,
    refusal::Refused,
    standing::{Answer, Outcome, State, Step},
};
use crate::queries::{self, takeovers};
use kernel::{Decides, Error, Permission, Result, TakeoverId};
use store::Command;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Grant,
    Refuse,
}

/// By the partner's people or the vendor's, freshly signed in, and by nobody in an own matter. The same decision again
/// changes nothing.
pub fn decide(cx: &mut Command, id: TakeoverId, decision: Decision, note: &str) -> Result<Takeover> {
    let takeover = held(cx, id)?;
    let own = cx.actor().person_id() == Some(takeover.applicant.id);
    if own || !cx.may(Permission::DecideTakeover, takeover.decided_in()) {
        return Err(Error::forbidden());
    }
    cx.actor().require_fresh_sign_in(cx.now())?;
    let (step, outcome) = match decision {
        Decision::Grant => (Step::Grant, Outcome::Granted),
        Decision::Refuse => (Step::Refuse, Outcome::Refused),
    };
    if takeover.outcome == Some(outcome) {
        return Ok(takeover);
    }
    takeover.standing().after(step, cx.now())?;
    if takeover.standing().state == State::Waiting {
        note_answer(cx, &takeover, Answer::Silent, "")?;
    }
    match decision {
        Decision::Grant => grant(cx, &takeover, note)?,
        Decision::Refuse => end(cx, &takeover, outcome, note)?,
    }
    takeovers::takeover(cx, id)
}

/// After the manager agreed or kept silent.
pub(super) fn go_on(cx: &mut Command, takeover: &Takeover, answer: Answer) -> Result<()> {
    if cx.house().takeovers.decides == Decides::Staff {
        mail::answered(cx, takeover, answer)?;
        return mail::to_decide(cx, takeover, answer);
    }
    match takeovers::is_primary_admin(cx, takeover.contract, takeover.applicant.id)? {
        true => grant(cx, takeover, ""),
        false => end(cx, takeover, Outcome::Lapsed, ""),
    }
}

fn grant(cx: &mut Command, takeover: &Takeover, note: &str) -> Result<()> {
    if !takeovers::is_primary_admin(cx, takeover.contract, takeover.applicant.id)? {
        return Err(Refused::ApplicantLeft { name: takeover.applicant.name() }.into());
    }
    let contract = queries::contract(cx, takeover.contract)?;
    end(cx, takeover, Outcome::Granted, note)?;
    change_manager(cx, &contract, &takeover.applicant, Some(takeover.id))
}

pub(super) fn end(cx: &mut Command, takeover: &Takeover, outcome: Outcome, note: &str) -> Result<()> {
    takeovers::set_outcome(cx, takeover.id, outcome, note)?;
    cx.record(TakeoverEnded {
        organization: takeover.organization,
        takeover: takeover.id,
        contract: takeover.contract,
        number: takeover.contract_number.clone(),
        applicant: takeover.applicant.id,
        email: takeover.applicant.email.clone(),
        outcome: outcome.name().into(),
    });
    mail::ended(cx, takeover, outcome, note)
}
