//! The one rule of who should have a seat of a pool, however many ways lead to it.

use crate::assignment::Candidate;

/// What speaks for and against a person's seat of one pool. `candidate.seat` is the one that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub candidate: Candidate,
    pub is_member: bool,
    /// An admin gave the seat to this very person.
    pub direct: bool,
    /// A group of the person has the product, or everybody in the team has.
    pub comes_along: bool,
    /// This person does not get what comes along.
    pub excepted: bool,
}

/// What has to be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Nothing,
    Give,
    TakeBack,
}

impl Standing {
    /// One seat, whether one way leads to it or five. An exception holds against groups and defaults, never against an
    /// admin who gives the seat to the person.
    pub fn should_have(&self) -> bool {
        self.should_have_if(self.direct)
    }
    /// The same, had an admin given the seat or not.
    pub fn should_have_if(&self, direct: bool) -> bool {
        self.is_member && (direct || self.comes_along && !self.excepted)
    }

    pub fn due(&self) -> Due {
        match (self.should_have(), self.candidate.seat.is_some()) {
            (true, false) => Due::Give,
            (false, true) => Due::TakeBack,
            _ => Due::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AssignmentId, Chance, Lang, PersonId, Timestamp};
    use proptest::prelude::*;

    fn noora(seat: bool) -> Candidate {
        let (at, chance) = (Timestamp::from_millis(1), Chance::new(|bytes| bytes.fill(1)));
        Candidate {
            person: PersonId::new(at, &chance),
            email: "noora@bygg.example".into(),
            first_name: "Noora".into(),
            last_name: "Aalto".into(),
            sort_name: "aalto noora".into(),
            lang: Lang::Sv,
            seat: seat.then(|| AssignmentId::new(at, &chance)),
        }
    }

    fn standing(flags: [bool; 5]) -> Standing {
        let [seat, is_member, direct, comes_along, excepted] = flags;
        Standing { candidate: noora(seat), is_member, direct, comes_along, excepted }
    }

    #[test]
    fn an_exception_holds_against_a_group_and_not_against_an_admin() {
        assert!(!standing([false, true, false, true, true]).should_have());
        assert!(standing([false, true, true, true, true]).should_have());
    }

    proptest! {
        #[test]
        fn whoever_is_not_of_the_team_has_nothing(flags in any::<[bool; 5]>()) {
            let mut standing = standing(flags);
            standing.is_member = false;
            prop_assert_ne!(standing.due(), Due::Give);
        }

        /// What was due is done; then nothing is.
        #[test]
        fn once_settled_nothing_is_due(flags in any::<[bool; 5]>()) {
            let mut standing = standing(flags);
            match standing.due() {
                Due::Give => standing.candidate = noora(true),
                Due::TakeBack => standing.candidate.seat = None,
                Due::Nothing => {}
            }
            prop_assert_eq!(standing.due(), Due::Nothing);
        }
    }
}
