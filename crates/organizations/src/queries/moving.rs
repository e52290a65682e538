//! People who go from one team to another with others: five hundred a statement.

use super::words::{delete_words, insert_words};
use crate::moving::{Arrival, Going};
use kernel::{PersonId, Result, Role, TeamId};
use store::{Bind, Command, FromRow, Read, Row};

/// As many ids stand in one statement.
const AT_ONCE: usize = 500;

impl FromRow for Going {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Going { person: row.take()?, role: row.take()?, role_there: row.take()? })
    }
}

pub(crate) fn going(
    cx: &mut Read,
    from: TeamId,
    to: Option<TeamId>,
    people: Option<&[PersonId]>,
) -> Result<Vec<Going>> {
    const SQL: &str = "SELECT m.person_id, m.role, n.role FROM memberships m
         LEFT JOIN memberships n ON n.team_id = $2 AND n.person_id = m.person_id WHERE m.team_id = $1";
    let Some(people) = people else {
        return cx.all(&format!("{SQL} ORDER BY m.person_id"), &[&from, &to]);
    };
    let mut found = vec![];
    for some in people.chunks(AT_ONCE) {
        let mut params: Vec<&dyn Bind> = vec![&from, &to];
        params.extend(some.iter().map(|person| person as &dyn Bind));
        let sql = format!("{SQL} AND m.person_id IN ({})", store::places(3, some.len()));
        found.extend(cx.all::<Going>(&sql, &params)?);
    }
    found.sort_by_key(|going| going.person);
    Ok(found)
}

/// Runs the statement for all of these people, who stand in it as `{ids}`.
fn for_all(cx: &mut Command, people: &[PersonId], first: &[&dyn Bind], sql: &str) -> Result<()> {
    for some in people.chunks(AT_ONCE) {
        let mut params = first.to_vec();
        params.extend(some.iter().map(|person| person as &dyn Bind));
        let ids = store::places(first.len() + 1, some.len());
        cx.execute(&sql.replace("{ids}", &ids), &params)?;
    }
    Ok(())
}

pub(crate) fn come(
    cx: &mut Command,
    (from, to): (TeamId, TeamId),
    people: &[PersonId],
    role: Role,
) -> Result<()> {
    let now = cx.now();
    let sql = "INSERT INTO memberships (team_id, person_id, role, sort_name, words, waits, created_at)
         SELECT CAST($2 AS TEXT), person_id, CAST($3 AS TEXT), sort_name, words, waits, CAST($4 AS BIGINT)
         FROM memberships
         WHERE team_id = $1 AND person_id IN ({ids}) ON CONFLICT (team_id, person_id) DO NOTHING";
    for_all(cx, people, &[&from, &to, &role, &now], sql)?;
    let sql = "DELETE FROM removed_members WHERE team_id = $1 AND person_id IN ({ids})";
    for_all(cx, people, &[&to], sql)
}

pub(crate) fn raise(cx: &mut Command, team: TeamId, people: &[PersonId], role: Role) -> Result<()> {
    let sql =
        "UPDATE memberships SET role = $2 WHERE team_id = $1 AND role = 'user' AND person_id IN ({ids})";
    for_all(cx, people, &[&team, &role], sql)
}

pub(crate) fn part(cx: &mut Command, team: TeamId, people: &[PersonId]) -> Result<()> {
    let few = lines_of_few(cx, team, people)?;
    for_all(cx, people, &[&team], "DELETE FROM memberships WHERE team_id = $1 AND person_id IN ({ids})")?;
    for (person, sort_name, line) in &few {
        delete_words(cx, team, *person, sort_name, line)?;
    }
    if people.len() > AT_ONCE {
        cx.execute(
            "DELETE FROM member_words WHERE team_id = $1
             AND person_id NOT IN (SELECT m.person_id FROM memberships m WHERE m.team_id = $1)",
            &[&team],
        )?;
    }
    Ok(())
}

/// The words by which they are found are those that the other team has of them.
pub(crate) fn words_come(cx: &mut Command, (from, to): (TeamId, TeamId), people: &[PersonId]) -> Result<()> {
    for (person, sort_name, line) in lines_of_few(cx, to, people)? {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        insert_words(cx, to, person, &sort_name, &words)?;
    }
    if people.len() > AT_ONCE {
        cx.execute(
            "INSERT INTO member_words (team_id, word, sort_name, person_id)
             SELECT CAST($2 AS TEXT), w.word, w.sort_name, w.person_id FROM member_words w
             WHERE w.team_id = $1 AND w.person_id IN (SELECT m.person_id FROM memberships m WHERE m.team_id = $2)
             ON CONFLICT DO NOTHING",
            &[&from, &to],
        )?;
    }
    Ok(())
}

/// Their names for lists and the line of their words; of a crowd nothing, which one statement does as a whole.
fn lines_of_few(cx: &mut Read, team: TeamId, people: &[PersonId]) -> Result<Vec<(PersonId, String, String)>> {
    if people.is_empty() || people.len() > AT_ONCE {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT person_id, sort_name, words FROM memberships WHERE team_id = $1 AND person_id IN ({})",
        store::places(2, people.len())
    );
    let mut params: Vec<&dyn Bind> = vec![&team];
    params.extend(people.iter().map(|person| person as &dyn Bind));
    cx.all(&sql, &params)
}

/// What was sent is the way into the other team; who has one there keeps that.
pub(crate) fn invitations_follow(
    cx: &mut Command,
    (from, to): (TeamId, TeamId),
    people: &[PersonId],
) -> Result<()> {
    let sql = "UPDATE invitations SET team_id = $2 WHERE team_id = $1 AND person_id IN ({ids})
         AND person_id NOT IN (SELECT there.person_id FROM invitations there WHERE there.team_id = $2)";
    for_all(cx, people, &[&from, &to], sql)?;
    for_all(cx, people, &[&from], "DELETE FROM invitations WHERE team_id = $1 AND person_id IN ({ids})")
}

pub(crate) fn note_arrivals(
    cx: &mut Command,
    (from, to): (TeamId, TeamId),
    new: &[PersonId],
    leaving: &[PersonId],
) -> Result<()> {
    let by = accounts::acting_name(cx)?;
    let sql = "INSERT INTO arrivals (team_id, person_id, from_team_id, is_new, has_left, moved_by)
         SELECT CAST($1 AS TEXT), id, CAST($2 AS TEXT), CAST($4 AS BIGINT), 0, CAST($3 AS TEXT)
         FROM people WHERE id IN ({ids}) ON CONFLICT (team_id, person_id) DO NOTHING";
    for_all(cx, new, &[&to, &from, &by, &true], sql)?;
    for_all(cx, leaving, &[&to, &from, &by, &false], sql)?;
    let sql =
        "UPDATE arrivals SET has_left = 1 WHERE team_id = $1 AND from_team_id = $2 AND person_id IN ({ids})";
    for_all(cx, leaving, &[&to, &from], sql)
}

pub(crate) fn count_again(cx: &mut Command, teams: &[TeamId]) -> Result<()> {
    for team in teams {
        cx.execute(
            "UPDATE teams SET people = (SELECT COUNT(*) FROM memberships m WHERE m.team_id = $1) WHERE id = $1",
            &[team],
        )?;
    }
    Ok(())
}

impl FromRow for Arrival {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Arrival {
            person: row.take()?,
            from: row.take()?,
            is_new: row.take()?,
            has_left: row.take()?,
            moved_by: row.take()?,
        })
    }
}

pub(crate) fn take_arrivals(cx: &mut Command, team: TeamId, most: i64) -> Result<Vec<Arrival>> {
    cx.returning_all(
        "DELETE FROM arrivals WHERE team_id = $1 AND person_id IN (
            SELECT first.person_id FROM arrivals first WHERE first.team_id = $1 ORDER BY first.person_id LIMIT $2)
         RETURNING person_id, from_team_id, is_new, has_left, moved_by",
        &[&team, &most],
    )
}

pub(crate) fn role_in(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Option<Role>> {
    let sql = "SELECT role FROM memberships WHERE team_id = $1 AND person_id = $2";
    Ok(cx.opt::<(Role,)>(sql, &[&team, &person])?.map(|(role,)| role))
}

pub(crate) fn rename_in_kept(cx: &mut Command, team: TeamId, before: &str, after: &str) -> Result<()> {
    cx.execute(
        "UPDATE removed_members SET kept = REPLACE(kept, $2, $3) WHERE team_id = $1",
        &[&team, &before, &after],
    )
    .map(|_| ())
}

/// But for those who are in the other team, or left that one as well.
pub(crate) fn removed_follow(cx: &mut Command, from: TeamId, to: TeamId) -> Result<()> {
    cx.execute(
        "UPDATE removed_members SET team_id = $2 WHERE team_id = $1
         AND person_id NOT IN (SELECT m.person_id FROM memberships m WHERE m.team_id = $2)
         AND person_id NOT IN (SELECT there.person_id FROM removed_members there WHERE there.team_id = $2)",
        &[&from, &to],
    )
    .map(|_| ())
}
