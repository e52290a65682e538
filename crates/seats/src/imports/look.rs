//! Finds out what each row would do, five hundred a turn.

use crate::{
    imports::{Import, ImportRow, Need, Progress, RowState, judge},
    pool::Pool,
    queries,
};
use kernel::{ImportId, Kind, PoolId, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{Command, Done, Job, Work};

const AT_ONCE: i64 = 500;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct LookAtImport {
    pub import: ImportId,
}

impl Job for LookAtImport {
    const KIND: &'static str = "seats.look-at-import";
}

pub(crate) async fn carry_out(work: Work, job: LookAtImport) -> Result<Done> {
    let look = move |cx: &mut Command| look_at_rows(cx, job.import);
    loop {
        match work.db.command(&work.actor("seats.look-at-import"), look).await {
            Ok(true) => {}
            Ok(false) => return Ok(Done::Finished),
            Err(error) if error.kind() == Kind::NotFound => return Ok(Done::Finished),
            Err(error) => return Err(error),
        }
    }
}

/// The next five hundred rows; whether there are more.
pub fn look_at_rows(cx: &mut Command, id: ImportId) -> Result<bool> {
    cx.quiet();
    let import = queries::locked_import(cx, id)?;
    if import.progress != Progress::Looking {
        return Ok(false);
    }
    let rows = queries::import_rows(cx, id, &[RowState::Read], import.looked_to, AT_ONCE)?;
    let Some(last) = rows.last().map(|row| row.position) else {
        queries::set_progress(cx, id, Progress::Ready)?;
        return Ok(false);
    };
    let needs = look_at(cx, &import, rows)?;
    queries::note_looked(cx, id, last, &needs)?;
    Ok(true)
}

/// What they need, together with those before them.
fn look_at(cx: &mut Command, import: &Import, rows: Vec<ImportRow>) -> Result<HashMap<PoolId, Need>> {
    let pools = queries::team_pools(cx, import.team)?;
    let groups = queries::groups_of(cx, import.team, crate::groups::MOST)?;
    let by = queries::made_by(cx, import.id)?;
    let team = judge::Team { aim: &import.aim, pools: &pools, groups: &groups, by };
    let free = |pool: &Pool| (pool.id, pool.capacity - pool.assigned - pool.suspended);
    let mut budget = judge::Budget { free: pools.iter().map(free).collect(), needs: import.needs.clone() };

    let keys: Vec<String> = rows.iter().map(|row| row.email.to_ascii_lowercase()).collect();
    let mut facts = queries::facts(cx, import.team, &keys.iter().map(String::as_str).collect::<Vec<_>>())?;
    for (mut row, key) in rows.into_iter().zip(keys) {
        let facts = facts.remove(&key).unwrap_or_default();
        row.person = facts.person;
        let judged = judge::judge(&team, &row, &facts, &mut budget);
        let doings = judged.unwrap_or_else(|reasons| {
            row.reasons = reasons;
            vec![]
        });
        row.state = match () {
            () if !row.reasons.is_empty() => RowState::Faulty,
            () if doings.is_empty() => RowState::Nothing,
            () => RowState::Planned,
        };
        queries::note_judged(cx, import.id, &row, &doings)?;
    }
    Ok(budget.needs)
}
