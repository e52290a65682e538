//! People who go from one team to another with others: some hundred a statement.

use super::words::{delete_words, insert_words};
use crate::moving::{Arrival, Going};
use kernel::{PersonId, Result, Role, TeamId};
use store::{Command, FromRow, Read, Row};

/// The words of more people than these are moved by one statement for all.
const FEW: usize = 500;

impl FromRow for Going {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Going { person: row.take()?, is_there: row.take()? })
    }
}

pub(crate) fn going(
    cx: &mut Read,
    from: TeamId,
    to: Option<TeamId>,
    people: Option<&[PersonId]>,
) -> Result<Vec<Going>> {
    const SQL: &str = "SELECT m.person_id, CASE WHEN n.person_id IS NULL THEN 0 ELSE 1 END FROM memberships m
         LEFT JOIN memberships n ON n.team_id = $2 AND n.person_id = m.person_id WHERE m.team_id = $1";
    let Some(people) = people else {
        return cx.all(&format!("{SQL} ORDER BY m.person_id"), &[&from, &to]);
    };
    let sql = format!("{SQL} AND m.person_id IN ({{ids}})");
    let mut found = cx.all_of::<Going>(&sql, &[&from, &to], people)?;
    found.sort_by_key(|going| going.person);
    Ok(found)
}

pub(crate) fn come(cx: &mut Command, (from, to): (TeamId, TeamId), people: &[PersonId]) -> Result<()> {
    let now = cx.now();
    let sql = "INSERT INTO memberships (team_id, person_id, role, sort_name, words, waits, created_at)
         SELECT CAST($2 AS TEXT), person_id, 'user', sort_name, words, waits, CAST($3 AS BIGINT)
         FROM memberships
         WHERE team_id = $1 AND person_id IN ({ids}) ON CONFLICT (team_id, person_id) DO NOTHING";
    cx.execute_of(sql, &[&from, &to, &now], people)?;
    let sql = "DELETE FROM removed_members WHERE team_id = $1 AND person_id IN ({ids})";
    cx.execute_of(sql, &[&to], people)
}

pub(crate) fn part(cx: &mut Command, team: TeamId, people: &[PersonId]) -> Result<()> {
    let few = lines_of_few(cx, team, people)?;
    cx.execute_of("DELETE FROM memberships WHERE team_id = $1 AND person_id IN ({ids})", &[&team], people)?;
    for (person, sort_name, line) in &few {
        delete_words(cx, team, *person, sort_name, line)?;
    }
    if people.len() > FEW {
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
    if people.len() > FEW {
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
    if people.is_empty() || people.len() > FEW {
        return Ok(vec![]);
    }
    let sql =
        "SELECT person_id, sort_name, words FROM memberships WHERE team_id = $1 AND person_id IN ({ids})";
    cx.all_of(sql, &[&team], people)
}

/// What was sent is the way into the other team; who has one there keeps that.
pub(crate) fn invitations_follow(
    cx: &mut Command,
    (from, to): (TeamId, TeamId),
    people: &[PersonId],
) -> Result<()> {
    let sql = "UPDATE invitations SET team_id = $2 WHERE team_id = $1 AND person_id IN ({ids})
         AND person_id NOT IN (SELECT there.person_id FROM invitations there WHERE there.team_id = $2)";
    cx.execute_of(sql, &[&from, &to], people)?;
    cx.execute_of("DELETE FROM invitations WHERE team_id = $1 AND person_id IN ({ids})", &[&from], people)
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
    cx.execute_of(sql, &[&to, &from, &by, &true], new)?;
    cx.execute_of(sql, &[&to, &from, &by, &false], leaving)?;
    let sql =
        "UPDATE arrivals SET has_left = 1 WHERE team_id = $1 AND from_team_id = $2 AND person_id IN ({ids})";
    cx.execute_of(sql, &[&to, &from], leaving)
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
