//! Who is there before the measurement begins: people by number, with seats and programs. Written by SQL, since a
//! million invitations would take longer than what is measured.

use crate::customer::Customer;
use kernel::{Actor, Error, Result, TeamId};
use std::ops::Range;
use store::{Command, Db};

const FIRST: &str = "Ada Bo Cecilia David Elin Filip Gunilla Hanna Ivar Johan Karin Lars Maria Nils Oskar Petra Rut \
    Sven Tove Ulla";
const LAST: &str = "Andersson Berg Claesson Dahl Ek Falk Gran Holm Isaksson Jansson Kron Lind Malm Nyberg Olsson Palm \
    Quist Rosen Strand Thorn Ulvsson Vik Wallin Zetter Almgren Bergman Dalgren Eklund Forsberg Gustafsson Hedlund \
    Jonsson Karlsson Lundgren Moberg Nordin Persson Sandberg Sjogren Wikstrom";

/// So many rows at a time, so that the log of the database does not grow without bound.
const AT_ONCE: i64 = 50_000;

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
const PLACE: &str = "01k5bench0000000000";
/// Where the digits stand in the id of a person: behind `user_` and the place.
const DIGITS_AT: usize = "user_".len() + PLACE.len() + 1;
/// The number of a row as text; `i` is the number.
const DIGITS: &str = "substr(CAST(10000000 + i AS TEXT), 2)";

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

/// A seat of the pool for each of these people.
pub async fn seats(db: &Db, customer: &Customer, numbers: Range<i64>) -> Result<()> {
    let (team, product, pool) = (customer.team, customer.product, customer.pool);
    let give = format!(
        "INSERT INTO assignments (id, pool_id, team_id, product_id, person_id, sort_name, assigned_at, assigned_by)
         SELECT 'seat_{PLACE}' || substr(id, {DIGITS_AT}), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), id, sort_name,
            CAST($6 AS BIGINT), 'bench'
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

/// The program on a device of each of these people; their access tokens, in order.
pub async fn programs(db: &Db, numbers: Range<i64>) -> Result<Vec<String>> {
    let allow = format!(
        "INSERT INTO program_grants (id, person_id, client_id, scopes, address, signed_in_at, created_at, used_at,
            expires_at, used_generation)
         WITH RECURSIVE {NUMBERS}
         SELECT 'cns_{PLACE}' || {DIGITS}, 'user_{PLACE}' || {DIGITS}, 'ritbord', 'openid license', '', at, at, at,
            at + 100000000000, 0
         FROM (SELECT i, CAST($3 AS BIGINT) AS at FROM numbers) made"
    );
    by_parts(db, numbers.clone(), move |cx, part| {
        let now = cx.now();
        cx.execute(&allow, &[&part.start, &part.end, &now])
    })
    .await?;
    let token = "INSERT INTO access_tokens (token_hash, grant_id, scopes, created_at, expires_at)
         VALUES ($1, $2, 'openid license', $3, $4)";
    db.command(&Actor::system("bench"), move |cx| {
        cx.quiet();
        let (now, mut tokens) = (cx.now(), vec![]);
        for number in numbers.clone() {
            let (secret, grant) = (cx.secret("at"), format!("cns_{PLACE}{number:07}"));
            cx.execute(token, &[&secret.hash(), &grant, &now, &now.plus(kernel::clock::days(400))])?;
            tokens.push(secret.expose().to_owned());
        }
        Ok(tokens)
    })
    .await
}

/// `i` from `$1` to the one before `$2`.
const NUMBERS: &str = "numbers (i) AS (
    SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < CAST($2 AS BIGINT))";

fn values(words: &str) -> String {
    let rows: Vec<_> = words.split(' ').enumerate().map(|(at, word)| format!("({at}, '{word}')")).collect();
    rows.join(", ")
}

async fn by_parts(
    db: &Db,
    numbers: Range<i64>,
    write: impl Fn(&mut Command, &Range<i64>) -> Result<u64> + Clone + Send + 'static,
) -> Result<()> {
    let mut start = numbers.start;
    while start < numbers.end {
        let part = start..numbers.end.min(start + AT_ONCE);
        start = part.end;
        let write = write.clone();
        db.command(&Actor::system("bench"), move |cx| {
            cx.quiet();
            write(cx, &part)
        })
        .await?;
    }
    Ok(())
}
