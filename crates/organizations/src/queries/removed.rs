//! Those who have left a team, as long as they can come back.

use crate::{
    members::{Member, MemberList},
    removed::{FORGOTTEN_AFTER, Removal, RemovedMember, UNDO_FOR},
    search::Search,
    words,
};
use kernel::{MailId, PersonId, Result, TeamId};
use store::{Command, Read, Spent};

/// The row of a person in a team has no id of its own.
pub(crate) const SPENT_REMOVALS: Spent = Spent {
    table: "removed_members",
    key: "team_id || ' ' || person_id",
    over: "removed_at < $1",
    kept: FORGOTTEN_AFTER,
};

pub(crate) fn insert_removal(
    cx: &mut Command,
    team: TeamId,
    member: &Member,
    mail: Option<MailId>,
) -> Result<()> {
    let (now, by) = (cx.now(), cx.actor().label.clone());
    let words = words::line(&words::words_of(&member.first_name, &member.last_name, &member.email));
    cx.execute(
        "INSERT INTO removed_members (team_id, person_id, role, sort_name, words, removed_at, removed_by, mail_id, kept)
         VALUES ($1, $2, $3, $4, $8, $5, $6, $7, '')",
        &[&team, &member.person, &member.role, &member.sort_name, &now, &by, &mail, &words],
    )
    .map(|_| ())
}

pub(crate) fn set_kept(cx: &mut Command, team: TeamId, person: PersonId, kept: &str) -> Result<()> {
    cx.execute(
        "UPDATE removed_members SET kept = $3 WHERE team_id = $1 AND person_id = $2",
        &[&team, &person, &kept],
    )
    .map(|_| ())
}

pub(crate) fn removal(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Option<Removal>> {
    cx.opt(
        "SELECT role, removed_at, mail_id, kept FROM removed_members WHERE team_id = $1 AND person_id = $2",
        &[&team, &person],
    )
}

pub(crate) fn removed_members(cx: &mut Read, team: TeamId, list: &MemberList) -> Result<Vec<RemovedMember>> {
    let since = cx.now().minus(UNDO_FOR);
    let sql = "SELECT p.id, p.first_name, p.last_name, p.email, m.role, m.sort_name, m.removed_at, m.removed_by
         FROM removed_members m JOIN people p ON p.id = m.person_id WHERE m.team_id = $1 AND m.removed_at > $3";
    let mut found: Vec<RemovedMember> = super::one_page(
        cx,
        sql.to_owned(),
        vec![&team, &list.limit, &since],
        (list, &Search::parse(&list.search), "m"),
    )?;
    if list.backwards {
        found.reverse();
    }
    Ok(found)
}

/// Whether the mail was taken back before it left.
pub(crate) fn is_canceled(cx: &mut Read, mail: MailId) -> Result<bool> {
    let sql = "SELECT 1 FROM mails WHERE id = $1 AND status = 'canceled'";
    Ok(cx.opt::<(i64,)>(sql, &[&mail])?.is_some())
}
