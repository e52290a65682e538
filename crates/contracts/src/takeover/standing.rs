//! How an application stands, and what may follow: agreement or silence leads to a decision, objection ends it.

use super::refusal::Refused;
use kernel::Timestamp;

/// What the manager who was asked did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Agreed,
    Objected,
    /// The time went by.
    Silent,
}

impl Answer {
    pub const fn name(self) -> &'static str {
        match self {
            Answer::Agreed => "agreed",
            Answer::Objected => "objected",
            Answer::Silent => "silent",
        }
    }
    pub fn from_name(name: &str) -> Option<Answer> {
        [Answer::Agreed, Answer::Objected, Answer::Silent].into_iter().find(|answer| answer.name() == name)
    }
}

/// How an application ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The manager said no.
    Objected,
    Granted,
    Refused,
    /// By the applicant.
    Withdrawn,
    /// What it was about is not so any more: there is another manager, or the applicant is primary admin no longer.
    Lapsed,
}

impl Outcome {
    pub const ALL: [Outcome; 5] =
        [Outcome::Objected, Outcome::Granted, Outcome::Refused, Outcome::Withdrawn, Outcome::Lapsed];

    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Objected => "objected",
            Outcome::Granted => "granted",
            Outcome::Refused => "refused",
            Outcome::Withdrawn => "withdrawn",
            Outcome::Lapsed => "lapsed",
        }
    }
    pub fn from_name(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// For the manager's answer.
    Waiting,
    /// The manager agreed; it waits for the decision.
    Agreed,
    /// The manager's time is over; it waits for the decision.
    Silent,
    Ended(Outcome),
}

impl State {
    /// As programs read it.
    pub const fn name(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Agreed => "agreed",
            State::Silent => "silent",
            State::Ended(outcome) => outcome.name(),
        }
    }
}

/// What somebody does, or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Agree,
    Object,
    /// The time for the answer is over.
    Close,
    Grant,
    Refuse,
    Withdraw,
    Lapse,
}

/// Where an application is, and until when the manager can answer: an answer at that very moment is too late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub state: State,
    pub answer_by: Timestamp,
}

impl Standing {
    /// As it is at that time, whether or not the job that closes the waiting time has run.
    pub fn at(self, now: Timestamp) -> State {
        match self.state {
            State::Waiting if now >= self.answer_by => State::Silent,
            state => state,
        }
    }

    /// The state after a step at that time, or why there is no such step.
    pub fn after(self, step: Step, now: Timestamp) -> Result<State, Refused> {
        match (self.at(now), step) {
            (State::Ended(outcome), _) => Err(Refused::Over { outcome }),
            (_, Step::Withdraw) => Ok(State::Ended(Outcome::Withdrawn)),
            (_, Step::Lapse) => Ok(State::Ended(Outcome::Lapsed)),
            (State::Waiting, Step::Agree) => Ok(State::Agreed),
            (State::Waiting, Step::Object) => Ok(State::Ended(Outcome::Objected)),
            (State::Waiting, Step::Close | Step::Grant | Step::Refuse) => Err(Refused::StillWaiting),
            (State::Silent, Step::Close) if self.state == State::Waiting => Ok(State::Silent),
            (State::Silent, Step::Agree | Step::Object) => Err(Refused::AnswerTooLate),
            (State::Agreed | State::Silent, Step::Grant) => Ok(State::Ended(Outcome::Granted)),
            (State::Agreed | State::Silent, Step::Refuse) => Ok(State::Ended(Outcome::Refused)),
            (State::Agreed | State::Silent, _) => Err(Refused::Answered),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::clock::days;
    use proptest::prelude::*;
    use std::time::Duration;

    const STEPS: [Step; 7] =
        [Step::Agree, Step::Object, Step::Close, Step::Grant, Step::Refuse, Step::Withdraw, Step::Lapse];
    const BEGUN: Timestamp = Timestamp::from_millis(1_795_000_000_000);

    fn begun() -> Standing {
        Standing { state: State::Waiting, answer_by: BEGUN.plus(days(7)) }
    }
    fn just_before() -> Timestamp {
        begun().answer_by.minus(Duration::from_millis(1))
    }

    #[test]
    fn an_answer_at_exactly_seven_days_is_too_late() {
        let (asked, end) = (begun(), begun().answer_by);
        assert_eq!(asked.after(Step::Agree, just_before()), Ok(State::Agreed));
        assert_eq!(asked.after(Step::Object, just_before()), Ok(State::Ended(Outcome::Objected)));
        assert_eq!(asked.after(Step::Agree, end), Err(Refused::AnswerTooLate));
        assert_eq!(asked.after(Step::Object, end), Err(Refused::AnswerTooLate));
        assert_eq!(asked.after(Step::Close, just_before()), Err(Refused::StillWaiting));
        assert_eq!(asked.after(Step::Close, end), Ok(State::Silent));
    }

    #[test]
    fn nobody_decides_before_the_answer_or_its_end() {
        let asked = begun();
        for step in [Step::Grant, Step::Refuse] {
            assert_eq!(asked.after(step, just_before()), Err(Refused::StillWaiting));
        }
        // The job that closes the time may be late; the decision need not be.
        assert_eq!(asked.after(Step::Grant, asked.answer_by), Ok(State::Ended(Outcome::Granted)));
        let agreed = Standing { state: State::Agreed, ..asked };
        assert_eq!(agreed.after(Step::Refuse, BEGUN), Ok(State::Ended(Outcome::Refused)));
        assert_eq!(agreed.after(Step::Object, BEGUN), Err(Refused::Answered));
        assert_eq!(agreed.after(Step::Close, asked.answer_by), Err(Refused::Answered));
    }

    #[test]
    fn what_has_ended_stays_as_it_ended() {
        for (outcome, step) in Outcome::ALL.into_iter().flat_map(|outcome| STEPS.map(|step| (outcome, step)))
        {
            let ended = Standing { state: State::Ended(outcome), ..begun() };
            assert_eq!(ended.after(step, BEGUN), Err(Refused::Over { outcome }));
        }
    }

    #[test]
    fn names_can_be_read_back() {
        assert!(Outcome::ALL.iter().all(|outcome| Outcome::from_name(outcome.name()) == Some(*outcome)));
        for answer in [Answer::Agreed, Answer::Objected, Answer::Silent] {
            assert_eq!(Answer::from_name(answer.name()), Some(answer));
        }
        assert_eq!(Outcome::from_name("maybe"), None);
    }

    proptest! {
        /// Whatever is tried, in whatever order and at whatever time.
        #[test]
        fn no_way_leads_around_the_manager(tries in prop::collection::vec((0..STEPS.len(), 0..5_i64), 1..40)) {
            let (mut standing, mut now, mut steps) = (begun(), BEGUN, vec![]);
            for (step, wait) in tries {
                now = now.plus(days(wait.unsigned_abs()));
                let before = standing.at(now);
                match standing.after(STEPS[step], now) {
                    Ok(state) => {
                        prop_assert!(!matches!(before, State::Ended(_)), "{before:?} went on to {state:?}");
                        prop_assert!(state != before || STEPS[step] == Step::Close);
                        steps.push((STEPS[step], now));
                        standing.state = state;
                    }
                    Err(_) => prop_assert_eq!(standing.at(now), before),
                }
            }
            let did = |wanted: Step| steps.iter().find(|(step, _)| *step == wanted).map(|(_, at)| *at);
            for answer in [Step::Agree, Step::Object] {
                prop_assert!(did(answer).is_none_or(|at| at < standing.answer_by));
            }
            prop_assert!(did(Step::Agree).is_none() || did(Step::Object).is_none());
            if let Some(at) = did(Step::Grant) {
                prop_assert!(did(Step::Agree).is_some() || at >= standing.answer_by);
                prop_assert!(did(Step::Object).is_none());
            }
            let ends = steps.iter().filter(|(step, _)| !matches!(step, Step::Agree | Step::Close)).count();
            prop_assert!(ends <= 1 && matches!(standing.state, State::Ended(_)) == (ends == 1));
        }
    }
}
