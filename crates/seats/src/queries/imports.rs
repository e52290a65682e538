//! Imports and their rows.

use crate::imports::{
    Act, Aim, Counts, Doing, Facts, Import, ImportRow, Need, NewImport, NewRow, Progress, RowState,
};
use kernel::{Error, GroupId, ImportId, PersonId, PoolId, Result, Role, TeamId};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashMap;
use store::{Bind, Command, FromRow, Read, Row, Spent, places};

const IMPORT: &str =
    "SELECT i.id, i.team_id, t.name, t.organization_id, i.act, i.pools, i.groups, i.role, i.language,
        i.source, i.layout, i.state, i.made_at, COALESCE(p.email, i.made_by), i.confirmed_at, i.ended_at,
        i.looked_to, i.unread, i.needs
     FROM imports i JOIN teams t ON t.id = i.team_id LEFT JOIN people p ON p.id = i.made_by";

impl FromRow for Import {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Import {
            id: row.take()?,
            team: row.take()?,
            team_name: row.take()?,
            organization: row.take()?,
            aim: Aim {
                act: named(row, Act::from_name)?,
                pools: ids(row)?,
                groups: ids(row)?,
                role: row.take()?,
                lang: row.take()?,
            },
            source: row.take()?,
            columns: json(row)?,
            progress: named(row, Progress::from_name)?,
            made_at: row.take()?,
            made_by: row.take()?,
            confirmed_at: row.take()?,
            ended_at: row.take()?,
            looked_to: row.take()?,
            unread: row.take()?,
            needs: json(row)?,
        })
    }
}

fn named<T>(row: &mut Row, of: impl Fn(&str) -> Option<T>) -> Result<T> {
    let name: String = row.take()?;
    of(&name).ok_or_else(|| Error::fault(format!("a row of an import says {name}")))
}

fn json<T: DeserializeOwned>(row: &mut Row) -> Result<T> {
    serde_json::from_str(&row.take::<String>()?).map_err(Error::fault)
}

fn written<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::fault)
}

fn ids<T: std::str::FromStr<Err: std::fmt::Display>>(row: &mut Row) -> Result<Vec<T>> {
    row.take::<String>()?.split_whitespace().map(|id| id.parse().map_err(Error::fault)).collect()
}

fn joined<T: ToString>(ids: &[T]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Their rows go with them.
pub(crate) const SPENT_IMPORTS: Spent =
    Spent { table: "imports", key: "id", over: "made_at < $1", kept: crate::imports::KEPT };

pub(crate) fn import(cx: &mut Read, id: ImportId) -> Result<Import> {
    cx.one(&format!("{IMPORT} WHERE i.id = $1"), &[&id])
}

/// Whoever moves an import on holds its row.
pub(crate) fn locked_import(cx: &mut Command, id: ImportId) -> Result<Import> {
    cx.one::<(ImportId,)>("SELECT id FROM imports WHERE id = $1 FOR UPDATE", &[&id])?;
    import(cx, id)
}

/// Newest first; those that broke off while they were read are not among them.
pub(crate) fn imports(
    cx: &mut Read,
    team: TeamId,
    after: Option<ImportId>,
    limit: i64,
) -> Result<Vec<Import>> {
    let after = after.map_or_else(|| "~".to_owned(), |id| id.to_string());
    cx.all(
        &format!(
            "{IMPORT} WHERE i.team_id = $1 AND i.id < $2 AND i.state <> 'reading' ORDER BY i.id DESC LIMIT $3"
        ),
        &[&team, &after, &limit],
    )
}

pub(crate) fn insert_import(cx: &mut Command, id: ImportId, new: &NewImport) -> Result<()> {
    let (now, by) = (cx.now(), super::actor_name(cx));
    let aim = &new.aim;
    cx.execute(
        "INSERT INTO imports (id, team_id, act, pools, groups, role, language, source, layout, state, made_at, made_by,
            unread, needs)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'reading', $10, $11, 0, '{}')",
        &[
            &id,
            &new.team,
            &aim.act.name(),
            &joined(&aim.pools),
            &joined(&aim.groups),
            &aim.role,
            &aim.lang,
            &new.source,
            &written(&new.columns)?,
            &now,
            &by,
        ],
    )
    .map(|_| ())
}

/// So many rows in one statement: what it binds stays below what both engines take.
const ROWS_AT_ONCE: usize = 64;

/// The first of them at this position.
pub(crate) fn insert_rows(cx: &mut Command, id: ImportId, first: i64, rows: &[NewRow]) -> Result<()> {
    for (at, some) in rows.chunks(ROWS_AT_ONCE).enumerate() {
        let mut params: Vec<Box<dyn Bind>> = vec![];
        for (position, row) in (first + (at * ROWS_AT_ONCE) as i64..).zip(some) {
            let state = if row.reasons.is_empty() { RowState::Read } else { RowState::Faulty };
            params.extend([
                Box::new(id) as Box<dyn Bind>,
                Box::new(position),
                Box::new(row.number),
                Box::new(row.email.clone()),
                Box::new(row.email.to_ascii_lowercase()),
                Box::new(row.first_name.clone()),
                Box::new(row.last_name.clone()),
                Box::new(written(&row.asks)?),
                Box::new(written(&row.cells)?),
                Box::new(state.name().to_owned()),
                Box::new("[]".to_owned()),
                Box::new("[]".to_owned()),
                Box::new(written(&row.reasons)?),
            ]);
        }
        let columns = params.len() / some.len();
        let values = (0..some.len()).map(|row| format!("({})", places(1 + row * columns, columns)));
        let sql = format!(
            "INSERT INTO import_rows (import_id, position, number, email, email_key, first_name, last_name, asks, cells,
                state, doings, steps, reasons) VALUES {}",
            values.collect::<Vec<_>>().join(", ")
        );
        let params: Vec<&dyn Bind> = params.iter().map(|param| &**param).collect();
        cx.execute(&sql, &params)?;
    }
    Ok(())
}

/// Those who have the product as such and are not named: rows before 0, in the order of the line from its end. How many.
pub(crate) fn insert_unnamed(cx: &mut Command, id: ImportId, pool: PoolId) -> Result<u64> {
    cx.execute(
        "INSERT INTO import_rows (import_id, position, number, email, email_key, first_name, last_name, asks, cells,
            state, doings, steps, reasons)
         SELECT CAST($1 AS TEXT), -(ROW_NUMBER() OVER (ORDER BY a.assigned_at, a.id)), NULL, p.email, p.email_key,
            p.first_name, p.last_name, CAST($3 AS TEXT), '[]', 'read', '[]', '[]', '[]'
         FROM assignments a JOIN people p ON p.id = a.person_id
         WHERE a.pool_id = $2 AND a.direct = 1 AND NOT EXISTS (
            SELECT 1 FROM import_rows r WHERE r.import_id = $1 AND r.email_key = p.email_key)",
        &[&id, &pool, &r#"{"role":null,"groups":[],"products":[]}"#],
    )
}

pub(crate) fn set_progress(cx: &mut Command, id: ImportId, progress: Progress) -> Result<()> {
    cx.execute("UPDATE imports SET state = $2 WHERE id = $1", &[&id, &progress.name()]).map(|_| ())
}

pub(crate) fn add_unread(cx: &mut Command, id: ImportId, rows: i64) -> Result<()> {
    cx.execute("UPDATE imports SET unread = unread + $2 WHERE id = $1", &[&id, &rows]).map(|_| ())
}

pub(crate) fn confirm_import(cx: &mut Command, id: ImportId) -> Result<()> {
    let (now, by, label) = (cx.now(), super::actor_name(cx), cx.actor().label.clone());
    cx.execute(
        "UPDATE imports SET state = 'running', confirmed_at = $2, confirmed_by = $3, confirmed_label = $4 WHERE id = $1",
        &[&id, &now, &by, &label],
    )
    .map(|_| ())
}

/// Whoever undoes it acts from now on.
pub(crate) fn begin_undoing(cx: &mut Command, id: ImportId) -> Result<()> {
    let (by, label) = (super::actor_name(cx), cx.actor().label.clone());
    cx.execute(
        "UPDATE imports SET state = 'undoing', confirmed_by = $2, confirmed_label = $3 WHERE id = $1",
        &[&id, &by, &label],
    )
    .map(|_| ())
}

pub(crate) fn end_import(cx: &mut Command, id: ImportId) -> Result<()> {
    let now = cx.now();
    cx.execute("UPDATE imports SET state = 'done', ended_at = $2 WHERE id = $1", &[&id, &now]).map(|_| ())
}

/// Who carries it out: id and label.
pub(crate) fn confirmed_by(cx: &mut Read, id: ImportId) -> Result<(String, String)> {
    cx.one(
        "SELECT COALESCE(confirmed_by, ''), COALESCE(confirmed_label, '') FROM imports WHERE id = $1",
        &[&id],
    )
}

pub(crate) fn made_by(cx: &mut Read, id: ImportId) -> Result<Option<PersonId>> {
    let (by,): (String,) = cx.one("SELECT made_by FROM imports WHERE id = $1", &[&id])?;
    Ok(by.parse().ok())
}

pub(crate) fn delete_import(cx: &mut Command, id: ImportId) -> Result<()> {
    cx.execute("DELETE FROM imports WHERE id = $1", &[&id]).map(|_| ())
}

pub(crate) fn note_looked(
    cx: &mut Command,
    id: ImportId,
    to: i64,
    needs: &HashMap<PoolId, Need>,
) -> Result<()> {
    cx.execute("UPDATE imports SET looked_to = $2, needs = $3 WHERE id = $1", &[&id, &to, &written(needs)?])
        .map(|_| ())
}

const ROW: &str =
    "SELECT r.position, r.number, r.email, r.first_name, r.last_name, r.asks, r.cells, r.person_id, r.state,
        r.doings, r.steps, r.reasons
     FROM import_rows r WHERE r.import_id = $1";

impl FromRow for ImportRow {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(ImportRow {
            position: row.take()?,
            number: row.take()?,
            email: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            asks: json(row)?,
            cells: json(row)?,
            person: row.take()?,
            state: named(row, RowState::from_name)?,
            doings: json(row)?,
            steps: json(row)?,
            reasons: json(row)?,
        })
    }
}

/// In a state, or in any; from a position on.
pub(crate) fn import_rows(
    cx: &mut Read,
    id: ImportId,
    states: &[RowState],
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<ImportRow>> {
    let after = after.unwrap_or(i64::MIN);
    let mut params: Vec<&dyn Bind> = vec![&id, &after, &limit];
    let names: Vec<&str> = states.iter().map(|state| state.name()).collect();
    params.extend(names.iter().map(|name| name as &dyn Bind));
    let of = match states {
        [] => String::new(),
        some => format!(" AND r.state IN ({})", places(4, some.len())),
    };
    cx.all(&format!("{ROW} AND r.position > $2{of} ORDER BY r.position LIMIT $3"), &params)
}

/// Where the rows in a state stand: in the order of the file, or backwards.
pub(crate) fn positions(
    cx: &mut Read,
    id: ImportId,
    (state, backwards): (RowState, bool),
    limit: i64,
) -> Result<Vec<i64>> {
    let way = if backwards { "DESC" } else { "ASC" };
    let found = cx.all::<(i64,)>(
        &format!(
            "SELECT position FROM import_rows WHERE import_id = $1 AND state = $2 ORDER BY position {way} LIMIT $3"
        ),
        &[&id, &state.name(), &limit],
    )?;
    Ok(found.into_iter().map(|(position,)| position).collect())
}

pub(crate) fn locked_row(cx: &mut Command, id: ImportId, position: i64) -> Result<ImportRow> {
    cx.one(&format!("{ROW} AND r.position = $2 FOR UPDATE"), &[&id, &position])
}

pub(crate) fn count_rows(cx: &mut Read, id: ImportId) -> Result<Counts> {
    let found = cx.all::<(String, i64)>(
        "SELECT state, COUNT(*) FROM import_rows WHERE import_id = $1 GROUP BY state",
        &[&id],
    )?;
    Ok(found.into_iter().filter_map(|(name, count)| Some((RowState::from_name(&name)?, count))).collect())
}

/// What a row will do, or why not.
pub(crate) fn note_judged(cx: &mut Command, id: ImportId, row: &ImportRow, doings: &[Doing]) -> Result<()> {
    cx.execute(
        "UPDATE import_rows SET state = $3, doings = $4, reasons = $5, person_id = $6
         WHERE import_id = $1 AND position = $2",
        &[&id, &row.position, &row.state.name(), &written(doings)?, &written(&row.reasons)?, &row.person],
    )
    .map(|_| ())
}

/// What became of a row.
pub(crate) fn note_outcome(cx: &mut Command, id: ImportId, row: &ImportRow) -> Result<()> {
    cx.execute(
        "UPDATE import_rows SET state = $3, steps = $4, reasons = $5, person_id = $6
         WHERE import_id = $1 AND position = $2",
        &[&id, &row.position, &row.state.name(), &written(&row.steps)?, &written(&row.reasons)?, &row.person],
    )
    .map(|_| ())
}

/// What is known of people in a team, by the keys of their addresses. Who is not a member is not among them.
pub(crate) fn facts(cx: &mut Read, team: TeamId, keys: &[&str]) -> Result<HashMap<String, Facts>> {
    let who = "SELECT p.email_key, m.person_id, m.role FROM people p JOIN memberships m ON m.person_id = p.id
         WHERE m.team_id = $1 AND p.email_key IN ({ids})";
    let found = cx.all_of::<(String, PersonId, Role)>(who, &[&team], keys)?;
    let mut facts: HashMap<PersonId, Facts> = HashMap::new();
    for (_, person, role) in &found {
        facts.insert(*person, Facts { person: Some(*person), role: Some(*role), ..Facts::default() });
    }
    let people: Vec<PersonId> = facts.keys().copied().collect();
    if !people.is_empty() {
        belongings(cx, team, &people, &mut facts)?;
    }
    Ok(found.into_iter().filter_map(|(key, person, _)| Some((key, facts.remove(&person)?))).collect())
}

fn belongings(
    cx: &mut Read,
    team: TeamId,
    people: &[PersonId],
    facts: &mut HashMap<PersonId, Facts>,
) -> Result<()> {
    let seats = "SELECT person_id, pool_id FROM assignments WHERE team_id = $1 AND person_id IN ({ids})";
    for (person, pool) in cx.all_of::<(PersonId, PoolId)>(seats, &[&team], people)? {
        facts.entry(person).or_default().seats.insert(pool);
    }
    let groups = "SELECT person_id, group_id FROM group_members WHERE team_id = $1 AND person_id IN ({ids})";
    for (person, group) in cx.all_of::<(PersonId, GroupId)>(groups, &[&team], people)? {
        facts.entry(person).or_default().groups.insert(group);
    }
    let along = "SELECT gm.person_id, gp.pool_id, g.name FROM group_members gm
         JOIN group_products gp ON gp.group_id = gm.group_id JOIN groups g ON g.id = gm.group_id
         WHERE gm.team_id = $1 AND gm.person_id IN ({ids}) ORDER BY g.name_key";
    for (person, pool, group) in cx.all_of::<(PersonId, PoolId, String)>(along, &[&team], people)? {
        facts.entry(person).or_default().along.entry(pool).or_default().push(group);
    }
    for pool in super::default_pools(cx, team)? {
        for person in people {
            facts.entry(*person).or_default().along.entry(pool).or_default();
        }
    }
    let exceptions = "SELECT x.person_id, x.pool_id FROM seat_exceptions x JOIN pools po ON po.id = x.pool_id
         WHERE po.team_id = $1 AND x.person_id IN ({ids})";
    for (person, pool) in cx.all_of::<(PersonId, PoolId)>(exceptions, &[&team], people)? {
        facts.entry(person).or_default().along.remove(&pool);
    }
    Ok(())
}
