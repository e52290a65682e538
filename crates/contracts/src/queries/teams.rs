//! Subscriptions as what a team has.

use crate::contract::Subscription;
use kernel::{PersonId, Result, SubscriptionId, TeamId};
use store::{Bind, Command, Read};

pub(crate) fn subscription(cx: &mut Read, id: SubscriptionId) -> Result<Subscription> {
    cx.one(&format!("{} WHERE s.id = $1", super::SUBSCRIPTION), &[&id])
}

/// Those that run or are to start, by product.
pub(crate) fn open_subscriptions(cx: &mut Read, team: TeamId) -> Result<Vec<Subscription>> {
    cx.all(
        &format!(
            "{} WHERE s.team_id = $1 AND s.ended_at IS NULL ORDER BY d.name, s.end_at, s.id LIMIT 1000",
            super::SUBSCRIPTION
        ),
        &[&team],
    )
}

pub(crate) fn count_open_subscriptions(cx: &mut Read, team: TeamId) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM subscriptions WHERE team_id = $1 AND ended_at IS NULL";
    cx.one::<(i64,)>(sql, &[&team]).map(|(count,)| count)
}

pub(crate) fn seats_of_team(cx: &mut Read, team: TeamId) -> Result<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(capacity), 0) AS BIGINT) FROM pools WHERE team_id = $1";
    cx.one::<(i64,)>(sql, &[&team]).map(|(count,)| count)
}

/// Neither starts, ends nor is moved meanwhile.
pub(crate) fn hold_subscription(cx: &mut Command, id: SubscriptionId) -> Result<()> {
    cx.one::<(SubscriptionId,)>("SELECT id FROM subscriptions WHERE id = $1 FOR UPDATE", &[&id]).map(|_| ())
}

pub(crate) fn set_team(cx: &mut Command, id: SubscriptionId, team: TeamId) -> Result<()> {
    cx.execute("UPDATE subscriptions SET team_id = $2 WHERE id = $1", &[&id, &team]).map(|_| ())
}

/// A part of it becomes a line of its own, with the same days. The one that was there keeps the rest.
pub(crate) fn split_subscription(
    cx: &mut Command,
    id: SubscriptionId,
    part: SubscriptionId,
    quantity: i64,
) -> Result<()> {
    cx.execute(
        "INSERT INTO subscriptions (id, contract_id, order_id, line, offering_id, team_id, quantity, start_at, end_at,
            started_at)
         SELECT CAST($2 AS TEXT), contract_id, order_id, line, offering_id, team_id, CAST($3 AS BIGINT), start_at,
            end_at, started_at
         FROM subscriptions WHERE id = $1",
        &[&id, &part, &quantity],
    )?;
    cx.execute("UPDATE subscriptions SET quantity = quantity - $2 WHERE id = $1", &[&id, &quantity])
        .map(|_| ())
}

/// First name, last name and address of these people, by name.
pub(crate) fn names(cx: &mut Read, people: &[PersonId]) -> Result<Vec<(PersonId, String, String, String)>> {
    let sql = format!(
        "SELECT id, first_name, last_name, email FROM people WHERE id IN ({}) ORDER BY sort_name, id",
        store::places(1, people.len())
    );
    let params: Vec<&dyn Bind> = people.iter().map(|person| person as &dyn Bind).collect();
    cx.all(&sql, &params)
}

/// The members of the team with these addresses.
pub(crate) fn members_by_address(
    cx: &mut Read,
    team: TeamId,
    keys: &[String],
) -> Result<Vec<(PersonId, String)>> {
    cx.all_of(
        "SELECT p.id, p.email_key FROM people p JOIN memberships m ON m.person_id = p.id AND m.team_id = $1
         WHERE p.email_key IN ({ids})",
        &[&team],
        keys,
    )
}
