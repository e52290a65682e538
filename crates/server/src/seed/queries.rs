//! People by number and their seats, written by SQL over the tables of several rooms: a million invitations would take
//! hours, and the rules that they keep are kept here by hand.

use kernel::{Actor, Error, OrganizationId, PoolId, ProductId, Result, TeamId};
use std::ops::Range;
use store::{Command, Db};

const FIRST: &str = "Ada Bo Cecilia David Elin Filip Gunilla Hanna Ivar Johan Karin Lars Maria Nils Oskar Petra Rut \
    Sven Tove Ulla";
const LAST: &str = "Andersson Berg Claesson Dahl Ek Falk Gran Holm Isaksson Jansson Kron Lind Malm Nyberg Olsson Palm \
    Quist Rosen Strand Thorn Ulvsson Vik Wallin Zetter Almgren Bergman Dalgren Eklund Forsberg Gustafsson Hedlund \
    Jonsson Karlsson Lundgren Moberg Nordin Persson Sandberg Sjogren Wikstrom";

/// So many rows at a time, so that the log of the database does not grow without bound.
const AT_ONCE: i64 = 50_000;

/// A team without anybody in it.
pub(super) fn team(cx: &mut Command, organization: OrganizationId) -> Result<TeamId> {
    let (id, now) = (cx.id(), cx.now());
    cx.execute(
        "INSERT INTO teams (id, organization_id, name, search_text, created_at) VALUES ($1, $2, 'Seed', 'seed', $3)",
        &[&id, &organization, &now],
    )?;
    Ok(id)
}

/// The person with this number.
pub fn person(number: i64) -> String {
    format!("user_{PLACE}{number:07}")
}
/// What a search for this person's last name looks for.
pub fn last_name(number: i64) -> &'static str {
    word(LAST, number)
}
/// The beginning of this person's address; nobody else's begins so.
pub fn beginning_of_address(number: i64) -> String {
    let (first, last) = (word(FIRST, number / count(LAST)), word(LAST, number));
    format!("{}.{}.{number:07}", first.to_lowercase(), last.to_lowercase())
}

fn count(words: &str) -> i64 {
    words.split(' ').map(|_| 1).sum()
}
/// The word whose turn it is at this number.
fn word(words: &'static str, number: i64) -> &'static str {
    let at = usize::try_from(number % count(words)).unwrap_or_default();
    words.split(' ').nth(at).unwrap_or_default()
}

/// Ids of the seed: this, and a number of seven digits.
pub const PLACE: &str = "01k5bench0000000000";
/// Where the digits stand in the id of a person: behind `user_` and the place.
const DIGITS_AT: usize = "user_".len() + PLACE.len() + 1;
/// The number of a row as text; `i` is the number.
pub const DIGITS: &str = "substr(CAST(10000000 + i AS TEXT), 2)";

/// People with these numbers, members of the team.
pub async fn people(db: &Db, team: TeamId, numbers: Range<i64>) -> Result<()> {
    let make = format!(
        "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone, scheme,
            password_hash, verified_at, seen_at, created_at)
         WITH RECURSIVE {NUMBERS}, first (k, word) AS (VALUES {}), last (k, word) AS (VALUES {})
         SELECT id, email, email, first_name, last_name, LOWER(last_name) || ' ' || LOWER(first_name), 'en',
            'Europe/Stockholm', 'device', 'none', at, at, at
         FROM (SELECT 'user_{PLACE}' || {DIGITS} AS id, f.word AS first_name, l.word AS last_name,
                LOWER(f.word) || '.' || LOWER(l.word) || '.' || {DIGITS} || '@bygg.example' AS email,
                CAST($3 AS BIGINT) AS at
            FROM numbers JOIN first f ON f.k = i / {} % {} JOIN last l ON l.k = i % {}) made",
        values(FIRST),
        values(LAST),
        count(LAST),
        count(FIRST),
        count(LAST)
    );
    // The words of the name are those of the address; it ends in the number.
    let join = format!(
        "INSERT INTO memberships (team_id, person_id, role, sort_name, words, created_at)
         SELECT CAST($3 AS TEXT), id, 'user', sort_name,
            ' ' || substr(id, {DIGITS_AT}) || ' bygg ' || LOWER(first_name) || ' ' || LOWER(last_name), created_at
         FROM people WHERE id >= $1 AND id < $2"
    );
    let find = format!(
        "INSERT INTO member_words (team_id, word, sort_name, person_id)
         SELECT CAST($3 AS TEXT), LOWER(first_name), sort_name, id FROM people WHERE id >= $1 AND id < $2
         UNION ALL SELECT CAST($3 AS TEXT), LOWER(last_name), sort_name, id FROM people WHERE id >= $1 AND id < $2
         UNION ALL SELECT CAST($3 AS TEXT), substr(id, {DIGITS_AT}), sort_name, id FROM people WHERE id >= $1 AND id < $2
         UNION ALL SELECT CAST($3 AS TEXT), 'bygg', sort_name, id FROM people WHERE id >= $1 AND id < $2"
    );
    by_parts(db, numbers, move |cx, part| {
        let now = cx.now();
        cx.execute(&make, &[&part.start, &part.end, &now])?;
        let (from, to) = (person(part.start), person(part.end));
        cx.execute(&find, &[&from, &to, &team])?;
        let joined = cx.execute(&join, &[&from, &to, &team])?;
        let joined = i64::try_from(joined).map_err(Error::fault)?;
        cx.execute("UPDATE teams SET people = people + $2 WHERE id = $1", &[&team, &joined])
    })
    .await
}

/// Where the seats are.
#[derive(Debug, Clone, Copy)]
pub struct Seats {
    pub team: TeamId,
    pub product: ProductId,
    pub pool: PoolId,
    /// Which of the pools it is, from 0 to 9: the seats of one differ from those of another by it.
    pub nth: u8,
}

/// A seat of the pool for each of these people.
pub async fn seats(db: &Db, seats: Seats, numbers: Range<i64>) -> Result<()> {
    let Seats { team, product, pool, nth } = seats;
    let prefix = format!("seat_{}{nth}", &PLACE[..PLACE.len() - 1]);
    let give = format!(
        "INSERT INTO assignments (id, pool_id, team_id, product_id, person_id, sort_name, assigned_at, assigned_by)
         SELECT '{prefix}' || substr(id, {DIGITS_AT}), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), id, sort_name,
            CAST($6 AS BIGINT), 'seed'
         FROM people WHERE id >= $1 AND id < $2"
    );
    by_parts(db, numbers, move |cx, part| {
        let now = cx.now();
        let given =
            cx.execute(&give, &[&person(part.start), &person(part.end), &pool, &team, &product, &now])?;
        let given = i64::try_from(given).map_err(Error::fault)?;
        cx.execute("UPDATE pools SET assigned = assigned + $2 WHERE id = $1", &[&pool, &given])
    })
    .await
}

/// `i` from `$1` to the one before `$2`.
pub const NUMBERS: &str = "numbers (i) AS (
    SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < CAST($2 AS BIGINT))";

fn values(words: &str) -> String {
    let rows: Vec<_> = words.split(' ').enumerate().map(|(at, word)| format!("({at}, '{word}')")).collect();
    rows.join(", ")
}

/// Some of the numbers at a time, each part in a transaction.
pub async fn by_parts(
    db: &Db,
    numbers: Range<i64>,
    write: impl Fn(&mut Command, &Range<i64>) -> Result<u64> + Clone + Send + 'static,
) -> Result<()> {
    let mut start = numbers.start;
    while start < numbers.end {
        let part = start..numbers.end.min(start + AT_ONCE);
        start = part.end;
        let write = write.clone();
        db.command(&Actor::system("seed"), move |cx| {
            cx.quiet();
            write(cx, &part)
        })
        .await?;
    }
    Ok(())
}
