//! Before seats go, the admins hear who will lose a product (mission B11): 30, 7 and 1 day before the last day, at nine
//! in the morning where the customer is. Nothing is said when nobody loses anything.

use crate::{ends, events::EndAnnounced, mail, queries, term};
use kernel::{PersonId, Result, SubscriptionId, TeamId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::{Command, Done, Job, Read, Work};

/// Days before the last one, the earliest first.
const DAYS: [i64; 3] = [30, 7, 1];

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AnnounceEnd {
    pub subscription: SubscriptionId,
    pub days: i64,
}

impl Job for AnnounceEnd {
    const KIND: &'static str = "contracts.announce-end";
}

/// Leaves the announcements that lie ahead; whoever moves the end does it again.
pub(crate) fn plan(cx: &mut Command, subscription: SubscriptionId, end_at: Timestamp, zone: &str) {
    for days in DAYS {
        let at = term::mornings_before(end_at, days, &term::zone_of(zone));
        if at > cx.now() {
            cx.enqueue_at(at, &AnnounceEnd { subscription, days });
        }
    }
}

pub(crate) async fn carry_out(work: Work, job: AnnounceEnd) -> Result<Done> {
    work.db.command(&work.actor("contracts.announce-end"), move |cx| announce(cx, &job)).await?;
    Ok(Done::Finished)
}

/// The team is told of all its pools at once, whichever subscription comes first.
fn announce(cx: &mut Command, job: &AnnounceEnd) -> Result<()> {
    cx.quiet();
    let Some(ending) = queries::ending(cx, job.subscription)? else { return Ok(()) };
    let (zone, now) = (term::zone_of(&ending.time_zone), cx.now());
    let at = term::mornings_before(ending.end_at, job.days, &zone);
    if now < at {
        cx.enqueue_at(at, job);
        return Ok(());
    }
    let is_past = |days: &i64| term::mornings_before(ending.end_at, *days, &zone) <= now;
    if ending.end_at <= now || DAYS.iter().filter(|days| **days < job.days).any(is_past) {
        return Ok(());
    }
    let lost = ends::lost_at(cx, ending.team, ending.end_at)?;
    if lost.is_empty() || !queries::announce(cx, ending.team, ending.end_at, job.days)? {
        return Ok(());
    }
    let told = told(cx, ending.team, ending.end_at)?;
    for person in &told.everybody {
        mail::seats_end(cx, *person, &ending, &lost, &told)?;
    }
    cx.record(EndAnnounced {
        organization: ending.organization,
        team: ending.team,
        name: ending.team_name,
        days: job.days,
        lose: lost.iter().map(seats::Outlook::lose).sum(),
    });
    Ok(())
}

/// Who hears of it, and by which contracts the seats end.
pub(crate) struct Told {
    pub admins: Vec<PersonId>,
    pub everybody: BTreeSet<PersonId>,
    pub ends: Vec<queries::Coming>,
}

/// The admins of the team, and those who manage the contracts.
fn told(cx: &mut Read, team: TeamId, at: Timestamp) -> Result<Told> {
    let admins = queries::admins(cx, team)?;
    let mut ends = queries::coming_in_team(cx, team)?;
    ends.retain(|coming| coming.at == at && coming.seats < 0);
    let everybody = admins.iter().copied().chain(ends.iter().map(|coming| coming.manager)).collect();
    Ok(Told { admins, everybody, ends })
}
