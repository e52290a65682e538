//! The words of members. Whoever writes a membership writes its words.

use crate::{
    search::{Along, behind},
    words,
};
use kernel::{PersonId, Result, TeamId};
use store::{Bind, Command, Read};

/// How many rows there are below a beginning, counted up to `most`.
pub(crate) fn count_beginning(cx: &mut Read, team: TeamId, word: &str, most: i64) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM (SELECT w.word FROM member_words w
         WHERE w.team_id = $1 AND w.word >= $2 AND w.word < $3 LIMIT $4) few";
    cx.one::<(i64,)>(sql, &[&team, &word, &behind(word), &most]).map(|(count,)| count)
}

/// The different words that begin so, found by leaping from one to the next.
pub(crate) fn words_beginning(cx: &mut Read, team: TeamId, word: &str, most: i64) -> Result<Vec<String>> {
    let sql = "WITH RECURSIVE leap (word) AS (
            SELECT (SELECT w.word FROM member_words w WHERE w.team_id = $1 AND w.word >= $2 AND w.word < $3
                ORDER BY w.team_id, w.word LIMIT 1)
            UNION ALL
            SELECT (SELECT w.word FROM member_words w WHERE w.team_id = $1 AND w.word > leap.word AND w.word < $3
                ORDER BY w.team_id, w.word LIMIT 1)
            FROM leap WHERE leap.word IS NOT NULL
         ) SELECT word FROM leap WHERE word IS NOT NULL LIMIT $4";
    let found = cx.all::<(String,)>(sql, &[&team, &word, &behind(word), &most])?;
    Ok(found.into_iter().map(|(word,)| word).collect())
}

/// The beginning of a FROM: the people who are found as `w` (sort_name, person_id), each of them once. From `$n` on
/// stands what [`Along::bound`] gives; `inside` is said of the words `b` alone. What follows is joined by its keys and
/// nothing else, so that these few lead to it.
pub fn words_from(along: &Along, n: usize, inside: &str) -> String {
    let of = match along {
        Along::List => return String::new(),
        Along::Beginning(_) => format!("b.word >= ${} AND b.word < ${}", n + 1, n + 2),
        Along::Word(_) => format!("b.word = ${}", n + 1),
    };
    let words = format!(
        "SELECT b.sort_name, b.person_id FROM member_words b WHERE b.team_id = ${n} AND {of}{inside}"
    );
    match along {
        Along::Word(_) => format!("({words}) w CROSS JOIN "),
        _ => format!("(SELECT DISTINCT d.sort_name, d.person_id FROM ({words}) d) w CROSS JOIN "),
    }
}

pub(crate) fn insert_words(
    cx: &mut Command,
    team: TeamId,
    person: PersonId,
    sort_name: &str,
    words: &[String],
) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = (4..4 + words.len()).map(|at| format!("($1, ${at}, $2, $3)")).collect();
    let sql = format!(
        "INSERT INTO member_words (team_id, word, sort_name, person_id) VALUES {} ON CONFLICT DO NOTHING",
        rows.join(", ")
    );
    let mut params: Vec<&dyn Bind> = vec![&team, &sort_name, &person];
    params.extend(words.iter().map(|word| word as &dyn Bind));
    cx.execute(&sql, &params).map(|_| ())
}

/// The words as the line of the membership has them.
pub(crate) fn delete_words(
    cx: &mut Command,
    team: TeamId,
    person: PersonId,
    sort_name: &str,
    line: &str,
) -> Result<()> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let sql = format!(
        "DELETE FROM member_words WHERE team_id = $1 AND sort_name = $2 AND person_id = $3 AND word IN ({})",
        store::places(4, words.len())
    );
    let mut params: Vec<&dyn Bind> = vec![&team, &sort_name, &person];
    params.extend(words.iter().map(|word| word as &dyn Bind));
    cx.execute(&sql, &params).map(|_| ())
}

/// The name has changed: wherever the person is a member, or was one lately.
pub(crate) fn rename(cx: &mut Command, person: PersonId) -> Result<()> {
    let named = accounts::held_person(cx, person)?;
    let words = words::words_of(&named.first_name, &named.last_name, &named.email);
    let former = cx.all::<(TeamId, String, String)>(
        "SELECT team_id, sort_name, words FROM memberships WHERE person_id = $1 ORDER BY team_id",
        &[&person],
    )?;
    let line = words::line(&words);
    for (team, sort_name, former) in former {
        delete_words(cx, team, person, &sort_name, &former)?;
        let now = cx.returning::<(String,)>(
            "UPDATE memberships SET sort_name = (SELECT sort_name FROM people WHERE id = $2), words = $3
             WHERE team_id = $1 AND person_id = $2 RETURNING sort_name",
            &[&team, &person, &line],
        )?;
        if let Some((sort_name,)) = now {
            insert_words(cx, team, person, &sort_name, &words)?;
        }
    }
    cx.execute(
        "UPDATE removed_members SET sort_name = (SELECT sort_name FROM people WHERE id = $1), words = $2
         WHERE person_id = $1",
        &[&person, &line],
    )
    .map(|_| ())
}

/// Whose words are filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wordless {
    Members,
    Removed,
}

impl Wordless {
    fn table(self) -> &'static str {
        match self {
            Wordless::Members => "memberships",
            Wordless::Removed => "removed_members",
        }
    }
}

/// A row without words.
#[derive(Debug, Clone)]
pub(crate) struct WordlessMember {
    pub team: TeamId,
    pub person: PersonId,
}

/// In the order of the table, behind a place in it.
pub(crate) fn wordless(
    cx: &mut Read,
    list: Wordless,
    after: Option<(TeamId, PersonId)>,
    most: i64,
) -> Result<Vec<WordlessMember>> {
    let (team, person) =
        after.map(|(team, person)| (team.to_string(), person.to_string())).unwrap_or_default();
    let sql = format!(
        "SELECT team_id, person_id FROM {} WHERE (team_id, person_id) > ($1, $2)
         ORDER BY team_id, person_id LIMIT $3",
        list.table()
    );
    let found = cx.all::<(TeamId, PersonId)>(&sql, &[&team, &person, &most])?;
    Ok(found.into_iter().map(|(team, person)| WordlessMember { team, person }).collect())
}

/// Those who have words by now keep them.
pub(crate) fn fill_words(
    cx: &mut Command,
    list: Wordless,
    member: &WordlessMember,
    words: &[String],
) -> Result<()> {
    let sql = format!(
        "UPDATE {} SET words = $3 WHERE team_id = $1 AND person_id = $2 AND words = '' RETURNING sort_name",
        list.table()
    );
    let filled = cx.returning::<(String,)>(&sql, &[&member.team, &member.person, &words::line(words)])?;
    match filled {
        Some((sort_name,)) if list == Wordless::Members => {
            insert_words(cx, member.team, member.person, &sort_name, words)
        }
        _ => Ok(()),
    }
}
