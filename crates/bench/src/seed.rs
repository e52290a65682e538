//! The programs of the people whom `platsd seed` makes: what has been signed in before the measurement begins.

use kernel::{Actor, Result};
use server::seed::{DIGITS, NUMBERS, PLACE, by_parts};
use std::ops::Range;
use store::Db;

pub use server::seed::{Seats, beginning_of_address, last_name, people, person, seats};

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
