//! Does it: by an import, at once where all of it can be done; new invitations one by one.

use super::{Act, Picked};
use crate::{
    pages::users::visible_team,
    people::{Filter, Step},
    queries,
    queries::Somebody,
    refusal::Unpicked,
};
use kernel::{GroupId, ImportId, PersonId, PoolId, Result, Role, TeamId};
use seats::imports::{self, Aim, MOST_ROWS, NewRow, Progress, RowState};
use web::{Ask, Fields, Visit};

/// So many are done without a preview when nothing stands in the way; and so many invitations are sent anew.
const AT_ONCE: usize = 1000;
/// Mails that are written in one transaction.
const MAILS: usize = 100;

/// The form: who, what, and which product, group or role.
pub(in crate::pages) struct Wanted {
    picked: Picked,
    act: Act,
    pool: Option<PoolId>,
    group: Option<GroupId>,
    role: Option<Role>,
}

impl Ask for Wanted {
    fn read(fields: &mut Fields) -> Option<Self> {
        let Some(act) = Act::from_name(fields.raw("act")) else {
            fields.refuse(kernel::FieldError::new("act", "missing"));
            return None;
        };
        fields.several::<PersonId>("person")?;
        let (mut pool, mut group, mut role) = (None, None, None);
        match act {
            Act::Assign | Act::Unassign => pool = Some(fields.parsed("pool")?),
            Act::Join => group = Some(fields.parsed("into")?),
            Act::Role => role = Some(new_role(fields)?),
            Act::Resend | Act::Remove => {}
        }
        Some(Wanted { picked: Picked::of(fields.clone()), act, pool, group, role })
    }
}

fn new_role(fields: &mut Fields) -> Option<Role> {
    let role = Role::from_name(fields.raw("new_role"));
    let role = role.filter(|role| matches!(role, Role::User | Role::SecondaryAdmin));
    if role.is_none() {
        fields.refuse(kernel::FieldError::new("new_role", "not-understood"));
    }
    role
}

/// What became of it.
pub(super) enum Taken {
    /// It is under way.
    Confirmed(ImportId),
    /// There is something to look at first.
    Previewed(ImportId),
    /// So many invitations.
    Sent(usize),
}

pub(super) async fn take(visit: &Visit, team: TeamId, wanted: Wanted) -> Result<Taken> {
    visit.read(move |cx| imports::may_import(cx, team)).await?;
    let people = people(visit, team, &wanted.picked).await?;
    if people.is_empty() {
        return Err(Unpicked::Nobody.into());
    }
    let act = match wanted.act {
        Act::Resend => return resend(visit, team, people).await,
        Act::Assign => imports::Act::Assign,
        Act::Unassign => imports::Act::Unassign,
        Act::Join => imports::Act::Join,
        Act::Role => imports::Act::Role,
        Act::Remove => imports::Act::Remove,
    };
    let aim = Aim {
        act,
        pools: wanted.pool.into_iter().collect(),
        groups: wanted.group.into_iter().collect(),
        role: wanted.role,
        lang: visit.lang,
    };
    let few = people.len() <= AT_ONCE;
    let row = |one: Somebody| NewRow::member(&one.email, &one.first_name, &one.last_name);
    let rows = people.into_iter().map(row).collect();
    let import = imports::import_members(visit, team, aim, rows).await?;
    match few && is_clear(visit, import).await? {
        true => {
            visit.command(move |cx| imports::confirm_import(cx, import).map(|_| ())).await?;
            Ok(Taken::Confirmed(import))
        }
        false => Ok(Taken::Previewed(import)),
    }
}

/// Whether there is something to do, and nothing in the way of any of it.
async fn is_clear(visit: &Visit, id: ImportId) -> Result<bool> {
    let (import, counts) = visit.read(move |cx| imports::import_with_counts(cx, id)).await?;
    let is_faulty = counts.of(RowState::Faulty) > 0;
    Ok(import.progress == Progress::Ready && !is_faulty && counts.of(RowState::Planned) > 0)
}

async fn people(visit: &Visit, team: TeamId, picked: &Picked) -> Result<Vec<Somebody>> {
    if !picked.all {
        let people = picked.people.clone();
        return visit
            .read(move |cx| {
                visible_team(cx, team)?;
                queries::members_of(cx, team, &people)
            })
            .await;
    }
    let (filter, mut found, mut step) = (picked.list.filter(), vec![], Some(Step::First));
    while let Some(from) = step {
        let (page, next) = part(visit, team, &filter, from).await?;
        found.extend(page);
        if found.len() as i64 > MOST_ROWS {
            return Err(Unpicked::TooMany { most: MOST_ROWS }.into());
        }
        step = next;
    }
    Ok(found)
}

async fn part(
    visit: &Visit,
    team: TeamId,
    filter: &Filter,
    step: Step,
) -> Result<(Vec<Somebody>, Option<Step>)> {
    let filter = filter.clone();
    visit
        .read(move |cx| {
            visible_team(cx, team)?;
            let page = queries::people(cx, team, &filter, &step, AT_ONCE)?;
            Ok((page.rows.into_iter().map(Somebody::from).collect(), page.next.map(Step::After)))
        })
        .await
}

/// For those who have not been in; the others need no link.
async fn resend(visit: &Visit, team: TeamId, people: Vec<Somebody>) -> Result<Taken> {
    let waiting: Vec<_> = people.into_iter().filter(|one| !one.has_password).map(|one| one.person).collect();
    if waiting.is_empty() {
        return Err(Unpicked::NobodyWaits.into());
    }
    if waiting.len() > AT_ONCE {
        return Err(Unpicked::TooMany { most: AT_ONCE as i64 }.into());
    }
    let mut sent = 0;
    for some in waiting.chunks(MAILS) {
        let some = some.to_vec();
        sent += visit
            .command(move |cx| {
                let mut sent = 0;
                for person in &some {
                    match organizations::resend_invitation(cx, team, *person) {
                        Ok(_) => sent += 1,
                        // Came in, or was taken out, meanwhile.
                        Err(error)
                            if error.code() == "already-active" || error.kind() == kernel::Kind::NotFound => {
                        }
                        Err(error) => return Err(error),
                    }
                }
                Ok(sent)
            })
            .await?;
    }
    Ok(Taken::Sent(sent))
}
