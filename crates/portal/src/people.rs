//! The people of a team as lists show them: how each of them stands, and which part of the list is asked for.

use kernel::{GroupId, OrganizationId, PersonId, PoolId, Role, TeamId, Timestamp};
use std::{fmt, str::FromStr};

/// Whether a person has been in, and if not, what became of the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Active,
    Invited,
    Expired,
    MailFailed,
    /// Has left, and can be brought back.
    Removed,
}

impl Standing {
    pub const ALL: [Standing; 5] =
        [Standing::Active, Standing::Invited, Standing::Expired, Standing::MailFailed, Standing::Removed];

    pub fn of(
        has_password: bool,
        invitation_ends: Option<Timestamp>,
        mail: Option<&str>,
        now: Timestamp,
    ) -> Self {
        match invitation_ends {
            _ if has_password => Standing::Active,
            _ if mail == Some("failed") => Standing::MailFailed,
            Some(end) if end <= now => Standing::Expired,
            _ => Standing::Invited,
        }
    }
    pub const fn name(self) -> &'static str {
        match self {
            Standing::Active => "active",
            Standing::Invited => "invited",
            Standing::Expired => "expired",
            Standing::MailFailed => "mail-failed",
            Standing::Removed => "removed",
        }
    }
    pub fn from_name(name: &str) -> Option<Self> {
        Standing::ALL.into_iter().find(|standing| standing.name() == name)
    }
}

/// A row of the list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub person: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub role: Role,
    pub sort_name: String,
    pub since: Timestamp,
    pub seen_at: Option<Timestamp>,
    pub has_password: bool,
    pub invitation_ends: Option<Timestamp>,
    pub mail_status: Option<String>,
}

impl Listed {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
    pub fn standing(&self, now: Timestamp) -> Standing {
        Standing::of(self.has_password, self.invitation_ends, self.mail_status.as_deref(), now)
    }
}

/// Which people, and in which order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub sort: Sort,
    pub search: String,
    pub role: Option<Role>,
    pub standing: Option<Standing>,
    /// Those with a seat of this pool.
    pub pool: Option<PoolId>,
    pub group: Option<GroupId>,
}

impl Filter {
    pub fn is_set(&self) -> bool {
        !self.search.is_empty()
            || self.role.is_some()
            || self.standing.is_some()
            || self.pool.is_some()
            || self.group.is_some()
    }
}

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum By {
    #[default]
    Name,
    Seen,
    Since,
}

impl By {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "name" => Some(By::Name),
            "seen" => Some(By::Seen),
            "since" => Some(By::Since),
            _ => None,
        }
    }
    pub const fn name(self) -> &'static str {
        match self {
            By::Name => "name",
            By::Seen => "seen",
            By::Since => "since",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sort {
    pub by: By,
    /// From Z to A, the newest first.
    pub down: bool,
}

/// A person's place in a list. A time may pass on while somebody reads, so the place keeps the one that it had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub person: PersonId,
    pub at: Option<Timestamp>,
}

impl Mark {
    fn of(row: &Listed, by: By) -> Mark {
        let at = match by {
            By::Name => None,
            By::Seen => Some(row.seen_at.unwrap_or(Timestamp::from_millis(0))),
            By::Since => Some(row.since),
        };
        Mark { person: row.person, at }
    }
}

/// `user_01kb...`, or with a time `user_01kb...~1790000000000`.
impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            None => write!(f, "{}", self.person),
            Some(at) => write!(f, "{}~{}", self.person, at.millis()),
        }
    }
}

impl FromStr for Mark {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (person, at) = match text.split_once('~') {
            Some((person, at)) => (person, Some(Timestamp::from_millis(at.parse().map_err(drop)?))),
            None => (text, None),
        };
        Ok(Mark { person: person.parse().map_err(drop)?, at })
    }
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Step {
    #[default]
    First,
    /// At the first name that begins with this.
    From(String),
    After(Mark),
    Before(Mark),
}

/// One page of the list, and the people at its ends if there is more beyond them.
#[derive(Debug, Clone)]
pub(crate) struct PeoplePage {
    pub rows: Vec<Listed>,
    pub previous: Option<Mark>,
    pub next: Option<Mark>,
}

impl PeoplePage {
    /// The rows come with one more than the page holds, in the direction of the step.
    pub fn of(mut rows: Vec<Listed>, step: &Step, size: usize, by: By) -> Self {
        let more = rows.len() > size;
        rows.truncate(size);
        let backwards = matches!(step, Step::Before(_));
        if backwards {
            rows.reverse();
        }
        let mark = |row: Option<&Listed>| row.map(|row| Mark::of(row, by));
        let (first, last) = (mark(rows.first()), mark(rows.last()));
        let previous = if *step == Step::First || (backwards && !more) { None } else { first };
        let next = if more || backwards { last } else { None };
        PeoplePage { rows, previous, next }
    }
}

/// One person of the team, for the panel.
#[derive(Debug, Clone)]
pub(crate) struct Detail {
    pub listed: Listed,
    pub lang: kernel::Lang,
    pub invited_at: Option<Timestamp>,
    /// What the mail server said to the invitation.
    pub mail_answer: Option<String>,
}

/// The team whose people are listed.
#[derive(Debug, Clone)]
pub(crate) struct TeamFacts {
    pub id: TeamId,
    pub name: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    pub people: i64,
}

impl TeamFacts {
    /// "12,480"
    pub fn people_shown(&self, lang: kernel::Lang) -> String {
        web::format::number(self.people.unsigned_abs(), lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Chance;

    fn rows(count: i64) -> Vec<Listed> {
        let chance = Chance::new(|bytes| bytes.fill(3));
        let row = |n| Listed {
            person: PersonId::new(Timestamp::from_millis(n), &chance),
            first_name: "Ada".into(),
            last_name: format!("Berg {n}"),
            email: String::new(),
            role: Role::User,
            sort_name: format!("berg {n} ada"),
            since: Timestamp::from_millis(n),
            seen_at: None,
            has_password: true,
            invitation_ends: None,
            mail_status: None,
        };
        (0..count).map(row).collect()
    }

    #[test]
    fn a_page_knows_whether_there_is_more_on_either_side() {
        let all = rows(4);
        let id = |n: usize| Some(Mark { person: all[n].person, at: None });
        let (first, before) = (Step::After(id(1).expect("a row")), Step::Before(id(2).expect("a row")));
        let second = PeoplePage::of(all[2..].to_vec(), &first, 2, By::Name);
        let back = PeoplePage::of(vec![all[1].clone(), all[0].clone()], &before, 2, By::Name);
        let first = PeoplePage::of(all[..3].to_vec(), &Step::First, 2, By::Name);
        assert_eq!((first.rows.len(), first.previous, first.next), (2, None, id(1)));
        assert_eq!((second.previous, second.next), (id(2), None));
        assert_eq!((back.rows[0].person, back.previous, back.next), (all[0].person, None, id(1)));
    }

    #[test]
    fn a_place_is_written_into_an_address_and_read_again() {
        for (row, by) in rows(2).iter().zip([By::Name, By::Seen]) {
            let mark = Mark::of(row, by);
            assert_eq!(mark.to_string().parse(), Ok(mark));
        }
        for bad in ["", "user_x", "~5", "user_01kb3q6v7me3ztkx1m1kd2yq3n~"] {
            assert_eq!(bad.parse::<Mark>(), Err(()), "{bad}");
        }
    }

    #[test]
    fn an_invitation_that_never_arrived_says_so_before_it_says_expired() {
        let (then, now) = (Timestamp::from_millis(1), Timestamp::from_millis(2));
        let of = |password, ends, mail| Standing::of(password, ends, mail, now);
        assert_eq!(of(true, Some(then), Some("failed")), Standing::Active);
        assert_eq!(of(false, Some(then), Some("failed")), Standing::MailFailed);
        assert_eq!(of(false, Some(then), Some("sent")), Standing::Expired);
        assert_eq!(of(false, None, None), Standing::Invited);
    }
}
