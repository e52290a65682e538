//! When seats come and go with subscriptions, and who has to hear of it.

use kernel::{ContractId, OrganizationId, PersonId, PoolId, Result, SubscriptionId, TeamId, Timestamp};
use store::{Bind, Command, FromRow, Read, Row};

/// A subscription that starts or ends, as its pool sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    pub pool: PoolId,
    pub at: Timestamp,
    /// Fewer than nothing when they go.
    pub seats: i64,
    pub contract: ContractId,
    pub number: String,
    pub manager: PersonId,
    /// Where the days of the contract are days.
    pub time_zone: String,
}

impl FromRow for Coming {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Coming {
            pool: row.take()?,
            at: row.take()?,
            seats: row.take()?,
            contract: row.take()?,
            number: row.take()?,
            manager: row.take()?,
            time_zone: row.take()?,
        })
    }
}

fn coming(cx: &mut Read, which: &str, id: &dyn Bind) -> Result<Vec<Coming>> {
    let of = "FROM subscriptions s
         JOIN pools po ON po.team_id = s.team_id AND po.offering_id = s.offering_id
         JOIN contracts c ON c.id = s.contract_id";
    let sql = format!(
        "SELECT po.id, s.end_at AS moment, -s.quantity, c.id, c.number, c.manager_id, c.time_zone {of}
         WHERE {which} = $1 AND s.ended_at IS NULL
         UNION ALL
         SELECT po.id, s.start_at, s.quantity, c.id, c.number, c.manager_id, c.time_zone {of}
         WHERE {which} = $1 AND s.ended_at IS NULL AND s.started_at IS NULL
         ORDER BY moment"
    );
    cx.all(&sql, &[id])
}

/// What happens to the pools of a team, the next first.
pub(crate) fn coming_in_team(cx: &mut Read, team: TeamId) -> Result<Vec<Coming>> {
    coming(cx, "s.team_id", &team)
}

pub(crate) fn coming_to_pool(cx: &mut Read, pool: PoolId) -> Result<Vec<Coming>> {
    coming(cx, "po.id", &pool)
}

/// A subscription that has landed and not ended: when it does, in which team, and where its days are days.
pub(crate) struct Ending {
    pub end_at: Timestamp,
    pub team: TeamId,
    pub team_name: String,
    pub organization: OrganizationId,
    pub time_zone: String,
}

impl FromRow for Ending {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Ending {
            end_at: row.take()?,
            team: row.take()?,
            team_name: row.take()?,
            organization: row.take()?,
            time_zone: row.take()?,
        })
    }
}

pub(crate) fn ending(cx: &mut Read, id: SubscriptionId) -> Result<Option<Ending>> {
    cx.opt(
        "SELECT s.end_at, t.id, t.name, t.organization_id, c.time_zone FROM subscriptions s
         JOIN teams t ON t.id = s.team_id JOIN contracts c ON c.id = s.contract_id
         WHERE s.id = $1 AND s.ended_at IS NULL",
        &[&id],
    )
}

/// Whether it had not been announced.
pub(crate) fn announce(cx: &mut Command, team: TeamId, ends_at: Timestamp, days: i64) -> Result<bool> {
    let now = cx.now();
    let announced = cx.execute(
        "INSERT INTO end_announcements (team_id, ends_at, days, announced_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (team_id, ends_at, days) DO NOTHING",
        &[&team, &ends_at, &days, &now],
    )?;
    Ok(announced == 1)
}

/// Locks what has to start or end by now in the pool of this subscription, itself among them; in one order for everybody.
pub(crate) fn due_together(cx: &mut Command, id: SubscriptionId) -> Result<Vec<SubscriptionId>> {
    let now = cx.now();
    let found = cx.all::<(SubscriptionId,)>(
        "SELECT d.id FROM subscriptions d
         WHERE d.ended_at IS NULL AND (d.end_at <= $2 OR d.start_at <= $2 AND d.started_at IS NULL)
         AND (d.id = $1 OR EXISTS (SELECT 1 FROM subscriptions s
            WHERE s.id = $1 AND s.team_id = d.team_id AND s.offering_id = d.offering_id))
         ORDER BY d.id FOR UPDATE",
        &[&id, &now],
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
