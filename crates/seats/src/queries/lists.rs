//! What pages, programs and the rooms above ask for.

use super::{
    POOL,
    page::{List, page},
};
use crate::{
    assignment::{HeldProduct, Holder, OwnProduct, Policy, Seat},
    people::{Listed, Member, Window},
    pool::Pool,
};
use kernel::{Email, PersonId, ProductId, Result, TeamId, Timestamp};
use std::collections::HashMap;
use store::{Bind, FromRow, Read, Row};

pub(crate) fn team_pools(cx: &mut Read, team: TeamId) -> Result<Vec<Pool>> {
    cx.all(&format!("{POOL} WHERE po.team_id = $1 ORDER BY p.name, f.name, po.id"), &[&team])
}

/// Of an assignment `l` and its person `p`.
pub(super) const HOLDER: &str =
    "l.id, l.person_id, p.first_name, p.last_name, p.email, p.seen_at, l.assigned_at,
    l.suspended_at, l.direct, l.had_seat, l.pinned_at";

impl FromRow for Holder {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Holder {
            assignment: row.take()?,
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            seen_at: row.take()?,
            since: row.take()?,
            suspended_at: row.take()?,
            direct: row.take()?,
            had_seat: row.take()?,
            pinned_at: row.take()?,
        })
    }
}

impl FromRow for Member {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Member {
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            seen_at: row.take()?,
        })
    }
}

/// One page of those who have a seat, by name.
pub(crate) fn holders(cx: &mut Read, pool: &Pool, window: &Window) -> Result<Listed<Holder>> {
    let list = List {
        team: pool.team,
        columns: HOLDER,
        table: "assignments l",
        holds: "l.pool_id = $1",
        of: &pool.id,
    };
    page(cx, &list, window, |holder: &Holder| holder.person)
}

/// One page of the members who have no seat of the pool, by name.
pub(crate) fn members_without_seat(cx: &mut Read, pool: &Pool, window: &Window) -> Result<Listed<Member>> {
    let list = List {
        team: pool.team,
        columns: "l.person_id, p.first_name, p.last_name, p.email, p.seen_at",
        table: "memberships l",
        holds: "l.team_id = (SELECT po.team_id FROM pools po WHERE po.id = $1)
            AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.pool_id = $1 AND a.person_id = l.person_id)",
        of: &pool.id,
    };
    page(cx, &list, window, |member: &Member| member.person)
}

/// A member of the team, for the page about one person.
pub(crate) fn person_in_team(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Member> {
    cx.one(
        "SELECT m.person_id, p.first_name, p.last_name, p.email, p.seen_at
         FROM memberships m JOIN people p ON p.id = m.person_id WHERE m.team_id = $1 AND m.person_id = $2",
        &[&team, &person],
    )
}

pub(crate) fn member_named(cx: &mut Read, team: TeamId, email: &Email) -> Result<Option<PersonId>> {
    let found = cx.opt::<(PersonId,)>(
        "SELECT m.person_id FROM people p JOIN memberships m ON m.person_id = p.id
         WHERE m.team_id = $1 AND p.email_key = $2",
        &[&team, &email.key()],
    )?;
    Ok(found.map(|(id,)| id))
}

impl FromRow for Policy {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Policy { max_devices: row.take()?, offline_days: row.take()?, refresh_hours: row.take()? })
    }
}

impl FromRow for OwnProduct {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(OwnProduct {
            product: row.take()?,
            slug: row.take()?,
            name: row.take()?,
            icon: row.take()?,
            pool: row.take()?,
            team: row.take()?,
            team_name: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            offering: row.take()?,
            offering_name: row.take()?,
            policy: Policy::from_row(row)?,
            since: row.take()?,
            suspended_at: row.take()?,
        })
    }
}

pub(crate) fn own_products(cx: &mut Read, person: PersonId) -> Result<Vec<OwnProduct>> {
    cx.all(
        "SELECT p.id, p.slug, p.name, p.icon, po.id, t.id, t.name, o.id, o.name, f.id, f.name,
            f.max_devices, f.offline_days, f.refresh_hours, a.assigned_at, a.suspended_at
         FROM assignments a
         JOIN pools po ON po.id = a.pool_id
         JOIN teams t ON t.id = po.team_id
         JOIN organizations o ON o.id = t.organization_id
         JOIN offerings f ON f.id = po.offering_id
         JOIN products p ON p.id = a.product_id
         WHERE a.person_id = $1 ORDER BY p.name, t.name, a.id",
        &[&person],
    )
}

impl FromRow for Seat {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Seat {
            assignment: row.take()?,
            pool: row.take()?,
            team: row.take()?,
            organization: row.take()?,
            suspended_at: row.take()?,
            policy: Policy::from_row(row)?,
        })
    }
}

/// The seat to work on: one that is not suspended if there is one, else the eldest.
pub(crate) fn seat(cx: &mut Read, person: PersonId, product: ProductId) -> Result<Option<Seat>> {
    cx.opt(
        "SELECT a.id, a.pool_id, t.id, t.organization_id, a.suspended_at, f.max_devices, f.offline_days,
            f.refresh_hours
         FROM assignments a
         JOIN pools po ON po.id = a.pool_id
         JOIN teams t ON t.id = po.team_id
         JOIN offerings f ON f.id = po.offering_id
         WHERE a.person_id = $1 AND a.product_id = $2
         ORDER BY CASE WHEN a.suspended_at IS NULL THEN 0 ELSE 1 END, a.assigned_at, a.id LIMIT 1",
        &[&person, &product],
    )
}

pub(crate) fn last_release(cx: &mut Read, person: PersonId, product: ProductId) -> Result<Option<Timestamp>> {
    let (at,) = cx.one(
        "SELECT MAX(released_at) FROM released_assignments WHERE person_id = $1 AND product_id = $2",
        &[&person, &product],
    )?;
    Ok(at)
}

impl FromRow for HeldProduct {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(HeldProduct {
            pool: row.take()?,
            product: row.take()?,
            name: row.take()?,
            icon: row.take()?,
            suspended_at: row.take()?,
            direct: row.take()?,
            pinned: row.take::<Option<Timestamp>>()?.is_some(),
        })
    }
}

/// Of each of these people, by name of the product. One statement, for a page of a list.
pub(crate) fn held_in_team(
    cx: &mut Read,
    team: TeamId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<HeldProduct>>> {
    let sql = format!(
        "SELECT a.person_id, a.pool_id, a.product_id, p.name, p.icon, a.suspended_at, a.direct, a.pinned_at
         FROM assignments a JOIN products p ON p.id = a.product_id
         WHERE a.team_id = $1 AND a.person_id IN ({}) ORDER BY p.name, a.id",
        store::places(2, people.len())
    );
    let mut params: Vec<&dyn Bind> = vec![&team];
    params.extend(people.iter().map(|person| person as &dyn Bind));
    let mut held: HashMap<PersonId, Vec<HeldProduct>> =
        people.iter().map(|person| (*person, vec![])).collect();
    for Held { person, product } in cx.all(&sql, &params)? {
        held.entry(person).or_default().push(product);
    }
    Ok(held)
}

struct Held {
    person: PersonId,
    product: HeldProduct,
}

impl FromRow for Held {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Held { person: row.take()?, product: HeldProduct::from_row(row)? })
    }
}
