//! People go from one team to another with others, in one act of a room above, which moves their seats as well.

use crate::{
    events::{MemberAdded, MemberRemoved},
    mail, queries,
    team::{self, Team},
};
use kernel::{PersonId, Result, TeamId};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Read, Work};

/// Somebody of one team, as another team is to have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Going {
    pub person: PersonId,
    /// In the other team as well.
    pub is_there: bool,
}

/// What becomes of a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coming {
    pub person: PersonId,
    /// Comes into the other team as a user; who is there already stays in the role there.
    pub is_new: bool,
    /// Whether the person is in the former team no longer.
    pub leaves: bool,
}

/// Everybody of the team, or these people of it; by id.
pub fn going(
    cx: &mut Read,
    from: TeamId,
    to: Option<TeamId>,
    people: Option<&[PersonId]>,
) -> Result<Vec<Going>> {
    queries::going(cx, from, to, people)
}

/// In statements of five hundred people each. The caller has checked the right to, and holds both teams; those who come
/// hear of it by a job.
pub fn move_people(cx: &mut Command, from: &Team, to: &Team, people: &[Coming]) -> Result<()> {
    let ids = |wanted: fn(&Coming) -> bool| -> Vec<PersonId> {
        people.iter().filter(|coming| wanted(coming)).map(|coming| coming.person).collect()
    };
    let (new, leaving) = (ids(|coming| coming.is_new), ids(|coming| coming.leaves));
    queries::come(cx, (from.id, to.id), &new)?;
    queries::words_come(cx, (from.id, to.id), &new)?;
    accounts::move_invitation_links(cx, (from.id, to.id), &leaving)?;
    queries::invitations_follow(cx, (from.id, to.id), &leaving)?;
    queries::part(cx, from.id, &leaving)?;
    queries::note_arrivals(cx, (from.id, to.id), &new, &leaving)?;
    queries::count_again(cx, &[from.id, to.id])?;
    cx.enqueue(&TellArrivals { team: to.id });
    Ok(())
}

/// Some of those who came hear of it, and the log does; then the next of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct TellArrivals {
    pub team: TeamId,
}

impl Job for TellArrivals {
    const KIND: &'static str = "organizations.tell-arrivals";
}

pub(crate) async fn run(work: Work, job: TellArrivals) -> Result<Done> {
    work.db.command(&work.actor("organizations.tell-arrivals"), move |cx| tell(cx, job.team)).await?;
    Ok(Done::Finished)
}

const AT_ONCE: i64 = 200;

fn tell(cx: &mut Command, id: TeamId) -> Result<()> {
    cx.quiet();
    let arrived = queries::take_arrivals(cx, id, AT_ONCE)?;
    let goes_on = arrived.len() as i64 == AT_ONCE;
    for one in arrived {
        let to = team::team(cx, id)?;
        let from = team::team(cx, one.from)?;
        let person = accounts::person(cx, one.person)?;
        let Some(role) = queries::role_in(cx, id, one.person)? else { continue };
        let (email, role) = (person.email.clone(), role.name().to_owned());
        if one.has_left {
            cx.record(MemberRemoved {
                team: from.id,
                organization: from.organization,
                person: one.person,
                email: email.clone(),
                role: role.clone(),
            });
        }
        if one.is_new {
            cx.record(MemberAdded {
                team: id,
                organization: to.organization,
                person: one.person,
                email,
                role,
            });
        }
        // Who has not been in has an invitation, which leads to this team now.
        if person.has_password {
            let letter = mail::moved(cx, (&from, &to), &person, &one)?;
            notifications::send(cx, letter)?;
        }
    }
    if goes_on {
        cx.enqueue(&TellArrivals { team: id });
    }
    Ok(())
}

/// Who came with others and has not heard of it.
pub(crate) struct Arrival {
    pub person: PersonId,
    pub from: TeamId,
    /// Was not in the team before.
    pub is_new: bool,
    /// Is in the former team no longer.
    pub has_left: bool,
    pub moved_by: String,
}
