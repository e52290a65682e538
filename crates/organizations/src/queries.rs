//! Every SQL statement of the room; those about people who have left a team are in `removed`, those about the words by
//! which people are found in `words`.

mod lives;
mod moving;
mod removed;
mod words;

pub(crate) use lives::*;
pub(crate) use moving::*;
pub(crate) use removed::*;
pub use words::*;

use crate::{
    invite::Invitation,
    members::{Member, MemberList},
    search::{self, Along, Search},
    team::{Organization, Team},
    words::{line, words_of},
};
use kernel::{Email, InvitationId, MailId, OrganizationId, PersonId, Result, Role, TeamId};
use store::{Bind, Command, FromRow, Read};

const TEAM: &str = "SELECT t.id, t.name, o.id, o.name, t.archived_at
     FROM teams t JOIN organizations o ON o.id = t.organization_id";
/// It does not rest.
const OPEN: &str = "t.archived_at IS NULL";

pub(crate) fn organization(cx: &mut Read, id: OrganizationId) -> Result<Organization> {
    cx.one("SELECT id, number, name FROM organizations WHERE id = $1", &[&id])
}

pub(crate) fn organization_by_number(cx: &mut Read, number: &str) -> Result<Option<Organization>> {
    cx.opt("SELECT id, number, name FROM organizations WHERE number = $1", &[&number])
}

pub(crate) fn insert_organization(
    cx: &mut Command,
    id: OrganizationId,
    number: &str,
    name: &str,
) -> Result<bool> {
    let (now, search_text) = (cx.now(), format!("{name} {number}").to_lowercase());
    let inserted = cx.execute(
        "INSERT INTO organizations (id, number, name, search_text, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (number) DO NOTHING",
        &[&id, &number, &name, &search_text, &now],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn team(cx: &mut Read, id: TeamId) -> Result<Team> {
    cx.one(&format!("{TEAM} WHERE t.id = $1"), &[&id])
}

pub(crate) fn teams_of(cx: &mut Read, organization: OrganizationId) -> Result<Vec<Team>> {
    cx.all(&format!("{TEAM} WHERE o.id = $1 AND {OPEN} ORDER BY t.name, t.id LIMIT 1000"), &[&organization])
}

pub(crate) fn administered_teams(
    cx: &mut Read,
    organization: OrganizationId,
    person: PersonId,
) -> Result<Vec<Team>> {
    cx.all(
        &format!(
            "{TEAM} JOIN memberships m ON m.team_id = t.id WHERE o.id = $1 AND m.person_id = $2
             AND m.role IN ('primary_admin', 'secondary_admin') AND {OPEN} ORDER BY t.name, t.id"
        ),
        &[&organization, &person],
    )
}

/// Which teams a list shows, oldest first.
pub(crate) struct TeamWindow<'a> {
    /// None for the vendor, who sees all of them.
    pub teams: Option<&'a [TeamId]>,
    /// A part of the name of the team or of its organization, or of the customer number.
    pub search: &'a str,
    pub archived: bool,
    pub after: Option<TeamId>,
    pub limit: i64,
}

pub(crate) fn teams(cx: &mut Read, window: &TeamWindow<'_>) -> Result<Vec<Team>> {
    let pattern = format!("%{}%", store::escaped_like(&window.search.to_lowercase()));
    let mut params: Vec<&dyn Bind> = vec![&pattern, &window.limit];
    let mut wheres = String::from("(t.search_text LIKE $1 ESCAPE '\\' OR o.search_text LIKE $1 ESCAPE '\\')");
    wheres += match window.archived {
        true => " AND t.archived_at IS NOT NULL",
        false => " AND t.archived_at IS NULL",
    };
    if let Some(after) = &window.after {
        params.push(after);
        wheres += " AND t.id > $3";
    }
    if let Some(teams) = window.teams {
        wheres += &format!(" AND t.id IN ({})", store::places(params.len() + 1, teams.len()));
        params.extend(teams.iter().map(|team| team as &dyn Bind));
    }
    cx.all(&format!("{TEAM} WHERE {wheres} ORDER BY t.id LIMIT $2"), &params)
}

/// A new team, unless the organization has one by this name.
pub(crate) fn insert_team(
    cx: &mut Command,
    organization: OrganizationId,
    name: &str,
) -> Result<Option<TeamId>> {
    let (id, now, search_text) = (cx.id(), cx.now(), name.to_lowercase());
    let inserted = cx.execute(
        "INSERT INTO teams (id, organization_id, name, search_text, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organization_id, name) DO NOTHING",
        &[&id, &organization, &name, &search_text, &now],
    )?;
    Ok((inserted == 1).then_some(id))
}

pub(crate) fn insert_member(cx: &mut Command, team: TeamId, person: PersonId, role: Role) -> Result<bool> {
    // Held, so that the words are those of the name that the person has at the commit.
    let (now, held) = (cx.now(), accounts::held_person(cx, person)?);
    let words = words_of(&held.first_name, &held.last_name, &held.email);
    let inserted = cx.returning::<(String,)>(
        "INSERT INTO memberships (team_id, person_id, role, sort_name, words, waits, created_at)
         SELECT $1, id, $3, sort_name, $5, CASE WHEN password_hash IS NULL THEN 1 ELSE 0 END, $4
         FROM people WHERE id = $2
         ON CONFLICT (team_id, person_id) DO NOTHING RETURNING sort_name",
        &[&team, &person, &role, &now, &line(&words)],
    )?;
    let is_new = inserted.is_some();
    if let Some((sort_name,)) = inserted {
        insert_words(cx, team, person, &sort_name, &words)?;
        // Looked at anew once the row of the team is ours: a team takes nobody from the moment in which it rests.
        let taken = cx.execute(
            "UPDATE teams SET people = people + 1 WHERE id = $1 AND archived_at IS NULL",
            &[&team],
        )?;
        if taken == 0 {
            self::team(cx, team)?.is_open()?;
        }
        // Whoever is back is not among those who have left, whichever way it was.
        cx.execute("DELETE FROM removed_members WHERE team_id = $1 AND person_id = $2", &[&team, &person])?;
    }
    Ok(is_new)
}

/// Whether the person was in the team.
pub(crate) fn delete_member(cx: &mut Command, team: TeamId, person: PersonId) -> Result<bool> {
    let gone = cx.returning::<(String, String)>(
        "DELETE FROM memberships WHERE team_id = $1 AND person_id = $2 RETURNING sort_name, words",
        &[&team, &person],
    )?;
    let Some((sort_name, line)) = gone else { return Ok(false) };
    delete_words(cx, team, person, &sort_name, &line)?;
    cx.execute("UPDATE teams SET people = people - 1 WHERE id = $1", &[&team])?;
    Ok(true)
}

pub(crate) fn is_member(cx: &mut Read, team: TeamId, person: PersonId) -> Result<bool> {
    let sql = "SELECT 1 FROM memberships WHERE team_id = $1 AND person_id = $2";
    Ok(cx.opt::<(i64,)>(sql, &[&team, &person])?.is_some())
}

pub(crate) fn set_role(cx: &mut Command, team: TeamId, person: PersonId, role: Role) -> Result<()> {
    cx.execute(
        "UPDATE memberships SET role = $3 WHERE team_id = $1 AND person_id = $2",
        &[&team, &person, &role],
    )?;
    Ok(())
}

/// Holds off every other change of roles in the team, and nobody who gives it a pool or a group. Whoever holds a person
/// as well holds the person first; pools and groups come after the team.
pub(crate) fn lock_team(cx: &mut Command, team: TeamId) -> Result<()> {
    cx.opt::<(TeamId,)>("SELECT id FROM teams WHERE id = $1 FOR NO KEY UPDATE", &[&team]).map(|_| ())
}

pub(crate) fn primary_admin(cx: &mut Read, team: TeamId) -> Result<Option<PersonId>> {
    let found = cx.opt::<(PersonId,)>(
        "SELECT person_id FROM memberships WHERE team_id = $1 AND role = 'primary_admin'",
        &[&team],
    )?;
    Ok(found.map(|(person,)| person))
}

pub(crate) fn secondary_admins(cx: &mut Read, team: TeamId, most: i64) -> Result<Vec<PersonId>> {
    let found = cx.all::<(PersonId,)>(
        "SELECT person_id FROM memberships WHERE team_id = $1 AND role = 'secondary_admin' ORDER BY person_id LIMIT $2",
        &[&team, &most],
    )?;
    Ok(found.into_iter().map(|(person,)| person).collect())
}

pub(crate) fn put_invitation(cx: &mut Command, invitation: &Invitation) -> Result<()> {
    let (id, now, by): (InvitationId, _, _) = (cx.id(), cx.now(), cx.actor().label.clone());
    let Invitation { team, person, mail, expires_at, accepted_at } = invitation;
    cx.execute(
        "INSERT INTO invitations (id, team_id, person_id, invited_by, mail_id, sent_at, expires_at, accepted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (team_id, person_id)
         DO UPDATE SET invited_by = $4, mail_id = $5, sent_at = $6, expires_at = $7, accepted_at = $8",
        &[&id, team, person, &by, mail, &now, expires_at, accepted_at],
    )?;
    Ok(())
}

pub(crate) fn mail_of_invitation(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Option<MailId>> {
    let found = cx.opt::<(MailId,)>(
        "SELECT mail_id FROM invitations WHERE team_id = $1 AND person_id = $2",
        &[&team, &person],
    )?;
    Ok(found.map(|(mail,)| mail))
}

pub(crate) fn delete_invitation(cx: &mut Command, team: TeamId, person: PersonId) -> Result<()> {
    cx.execute("DELETE FROM invitations WHERE team_id = $1 AND person_id = $2", &[&team, &person]).map(|_| ())
}

/// Accepts what waits for the person; the teams.
pub(crate) fn accept_invitations(cx: &mut Command, person: PersonId) -> Result<Vec<TeamId>> {
    let now = cx.now();
    cx.execute("UPDATE memberships SET waits = 0 WHERE person_id = $1 AND waits = 1", &[&person])?;
    let accepted = cx.returning_all::<(TeamId,)>(
        "UPDATE invitations SET accepted_at = $2 WHERE accepted_at IS NULL AND person_id = $1
         AND team_id IN (SELECT team_id FROM memberships WHERE person_id = $1) RETURNING team_id",
        &[&person, &now],
    )?;
    Ok(accepted.into_iter().map(|(team,)| team).collect())
}

/// What is shown of a membership `m`, and what stands beside it.
const MEMBER: &str = "p.id, p.first_name, p.last_name, p.email, m.role, m.sort_name, m.created_at, p.seen_at,
    CASE WHEN p.password_hash IS NULL THEN 0 ELSE 1 END, i.sent_at, i.expires_at, i.accepted_at, x.status";
const BESIDE: &str = " LEFT JOIN invitations i ON i.team_id = m.team_id AND i.person_id = m.person_id
     LEFT JOIN mails x ON x.id = i.mail_id";

pub(crate) fn member(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Member> {
    let sql = format!(
        "SELECT {MEMBER} FROM memberships m JOIN people p ON p.id = m.person_id{BESIDE}
         WHERE m.team_id = $1 AND m.person_id = $2"
    );
    cx.one(&sql, &[&team, &person])
}

/// One page in the order of names, and how many there are at most on it.
pub(crate) fn members(cx: &mut Read, team: TeamId, list: &MemberList) -> Result<Vec<Member>> {
    let search = Search::parse(&list.search);
    let mut found = vec![];
    for along in search::way(cx, team, &search)?.parts() {
        found.extend(members_along(cx, team, list, &search, &along)?);
    }
    Ok(list.page(found))
}

fn members_along(
    cx: &mut Read,
    team: TeamId,
    list: &MemberList,
    search: &Search,
    along: &Along,
) -> Result<Vec<Member>> {
    let of = match list.is_active {
        None => "",
        Some(true) => " AND p.password_hash IS NOT NULL",
        Some(false) => " AND m.waits = 1 AND p.password_hash IS NULL",
    };
    let (key, found) = if along.is_list() { ("m", "") } else { ("w", "w.person_id = m.person_id AND ") };
    let sql = format!(
        "SELECT {MEMBER} FROM {}memberships m CROSS JOIN people p{BESIDE}
         WHERE {found}m.team_id = $1 AND p.id = m.person_id{of}",
        words_from(along, 3, "")
    );
    let bound = along.bound(team);
    let mut params: Vec<&dyn Bind> = vec![&team, &list.limit];
    params.extend(bound.iter().map(|word| word as &dyn Bind));
    one_page(cx, sql, params, (list, search, key))
}

/// One page in the order of names, from behind or before a place in it. The parameters begin with the team and the limit.
fn one_page<T: FromRow>(
    cx: &mut Read,
    mut sql: String,
    params: Vec<&dyn Bind>,
    (list, search, key): (&MemberList, &Search, &str),
) -> Result<Vec<T>> {
    let (patterns, email) = (search.patterns(), search.email.as_ref().map(Email::key));
    let (name, id) = list.from.clone().unwrap_or_default();
    let mut params = params;
    for pattern in &patterns {
        params.push(pattern);
        sql += &format!(" AND m.words LIKE ${}", params.len());
    }
    if let Some(person) = &search.person {
        params.push(person);
        sql += &format!(" AND m.person_id = ${}", params.len());
    }
    if let Some(email) = &email {
        params.push(email);
        sql += &format!(" AND m.person_id = (SELECT id FROM people WHERE email_key = ${})", params.len());
    }
    if list.from.is_some() {
        params.push(&name);
        params.push(&id);
        let sign = if list.backwards { "<" } else { ">" };
        let (n, person) = (params.len(), params.len() - 1);
        sql += &format!(" AND ({key}.sort_name, {key}.person_id) {sign} (${person}, ${n})");
    }
    let way = if list.backwards { "DESC" } else { "ASC" };
    sql += &format!(" ORDER BY {key}.sort_name {way}, {key}.person_id {way} LIMIT $2");
    cx.all::<T>(&sql, &params)
}

pub(crate) fn count_members(cx: &mut Read, team: TeamId) -> Result<i64> {
    cx.one::<(i64,)>("SELECT people FROM teams WHERE id = $1", &[&team]).map(|(count,)| count)
}
