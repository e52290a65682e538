//! A page of a list of people: what is searched for, where it begins, and how one goes on.

use kernel::{PersonId, Timestamp};

/// The part of a list that is asked for.
#[derive(Debug, Clone)]
pub struct Window {
    /// Words of the name or the address, each from its beginning; or the User ID.
    pub search: String,
    pub step: Step,
    pub size: i64,
}

/// From where a page goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    #[default]
    First,
    After(PersonId),
    Before(PersonId),
}

impl Default for Window {
    fn default() -> Self {
        Window { search: String::new(), step: Step::First, size: 50 }
    }
}

/// A page of a list, and the people at its ends if there is more beyond them.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    pub rows: Vec<T>,
    pub previous: Option<PersonId>,
    pub next: Option<PersonId>,
}

impl<T> Listed<T> {
    /// The rows come with one more than the page holds, in the direction of the step.
    pub(crate) fn of(mut rows: Vec<T>, window: &Window, person: impl Fn(&T) -> PersonId) -> Self {
        let more = rows.len() as i64 > window.size;
        rows.truncate(usize::try_from(window.size).unwrap_or_default());
        let backwards = matches!(window.step, Step::Before(_));
        if backwards {
            rows.reverse();
        }
        let (first, last) = (rows.first().map(&person), rows.last().map(&person));
        let (previous, next) = match window.step {
            Step::First => (None, last.filter(|_| more)),
            Step::After(_) => (first, last.filter(|_| more)),
            Step::Before(_) => (first.filter(|_| more), last),
        };
        Listed { rows, previous, next }
    }
}

/// A member of a team, as lists show them.
#[derive(Debug, Clone)]
pub struct Member {
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub seen_at: Option<Timestamp>,
}

impl Member {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Chance;

    fn people(count: i64) -> Vec<PersonId> {
        let chance = Chance::new(|bytes| bytes.fill(3));
        (0..count).map(|n| PersonId::new(Timestamp::from_millis(n), &chance)).collect()
    }

    #[test]
    fn a_page_says_whether_there_is_more_on_either_side() {
        let all = people(4);
        let window = |step| Window { size: 2, step, ..Window::default() };
        let first = Listed::of(all[..3].to_vec(), &window(Step::First), |id| *id);
        assert_eq!((first.rows.len(), first.previous, first.next), (2, None, Some(all[1])));
        let second = Listed::of(all[2..].to_vec(), &window(Step::After(all[1])), |id| *id);
        assert_eq!((second.previous, second.next), (Some(all[2]), None));
        let back = Listed::of(vec![all[1], all[0]], &window(Step::Before(all[2])), |id| *id);
        assert_eq!((back.rows, back.previous, back.next), (all[..2].to_vec(), None, Some(all[1])));
    }
}
