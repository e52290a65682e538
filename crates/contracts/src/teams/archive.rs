//! A team that is not needed rests: it takes no people, seats and orders, and menus leave it out. It can be brought back.

use crate::{queries, refusal::Refused};
use kernel::{Permission, Result, TeamId};
use organizations::Team;
use store::{Command, Read};

/// What a team has that keeps it from resting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InTheWay {
    /// They run, or are to start.
    pub subscriptions: i64,
    pub seats: i64,
}

impl InTheWay {
    pub fn check(&self) -> Result<(), Refused> {
        match *self {
            InTheWay { subscriptions: 0, seats: 0 } => Ok(()),
            InTheWay { subscriptions, seats } => Err(Refused::TeamInUse { subscriptions, seats }),
        }
    }
}

/// It asks for no permission.
pub fn in_the_way(cx: &mut Read, team: TeamId) -> Result<InTheWay> {
    Ok(InTheWay {
        subscriptions: queries::count_open_subscriptions(cx, team)?,
        seats: queries::seats_of_team(cx, team)?,
    })
}

/// Again, it changes nothing. Who is in the team stays in it, and keeps the place in a line.
pub fn archive_team(cx: &mut Command, id: TeamId) -> Result<Team> {
    let team = organizations::team(cx, id)?;
    cx.require(Permission::ManageMembers, team.scope())?;
    organizations::hold_organization(cx, team.organization)?;
    organizations::hold_teams(cx, &[id])?;
    in_the_way(cx, id)?.check()?;
    organizations::archive_team(cx, id)
}
