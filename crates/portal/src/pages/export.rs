//! The people of a team as CSV: the whole list or the filtered one, streamed a thousand at a time.

use crate::{
    pages::users::{ListQuery, removed, standing_label, visible_team},
    people::{Listed, Standing, Step},
    queries, texts,
};
use axum::{
    extract::{Path, Query},
    response::Response,
};
use i18n_embed_fl::fl;
use kernel::{PersonId, Result, TeamId};
use organizations::RemovedMember;
use seats::HeldProduct;
use std::collections::HashMap;
use web::{Handled, Visit, csv, role_label};

const AT_ONCE: usize = 1000;

pub(super) async fn get(
    visit: Visit,
    Path(team): Path<TeamId>,
    Query(query): Query<ListQuery>,
) -> Handled<Response> {
    let head = head(&visit);
    let part = move |step| {
        let (visit, query) = (visit.clone(), query.clone());
        async move { chunk(&visit, team, &query, step).await }
    };
    Ok(csv::streamed("users.csv", head, Step::First, part).await?)
}

/// Some lines, and where the next ones begin.
async fn chunk(visit: &Visit, team: TeamId, query: &ListQuery, step: Step) -> Result<(String, Option<Step>)> {
    let query = query.clone();
    if query.standing() == Some(Standing::Removed) {
        let page = visit.read(move |cx| removed(cx, team, &query, &step, AT_ONCE)).await?;
        let text = page.rows.iter().map(|row| removed_line(visit, row)).collect();
        return Ok((text, page.next.map(Step::After)));
    }
    let (page, held, groups) = visit
        .read(move |cx| {
            visible_team(cx, team)?;
            let page = queries::people(cx, team, &query.filter(), &step, AT_ONCE)?;
            let people: Vec<PersonId> = page.rows.iter().map(|row| row.person).collect();
            let held = seats::products_by_person(cx, team, &people)?;
            let groups = seats::groups::groups_by_person(cx, team, &people)?;
            Ok((page, held, groups))
        })
        .await?;
    let groups = |row: &Listed| groups.get(&row.person).map(|names| names.join(", ")).unwrap_or_default();
    let text = page.rows.iter().map(|row| line(visit, row, &held, groups(row))).collect();
    Ok((text, page.next.map(Step::After)))
}

fn head(visit: &Visit) -> String {
    let t = texts(visit.lang);
    let names = [
        fl!(t, "csv-first-name"),
        fl!(t, "csv-last-name"),
        fl!(t, "csv-email"),
        fl!(t, "user-id"),
        fl!(t, "status"),
        fl!(t, "role"),
        fl!(t, "products"),
        fl!(t, "groups"),
        fl!(t, "member-since"),
        fl!(t, "last-seen"),
    ];
    csv::head(&names)
}

fn line(visit: &Visit, row: &Listed, held: &HashMap<PersonId, Vec<HeldProduct>>, groups: String) -> String {
    let products = held.get(&row.person).map(Vec::as_slice).unwrap_or_default();
    let products: Vec<&str> = products.iter().map(|product| product.name.as_str()).collect();
    csv::line(&[
        row.first_name.clone(),
        row.last_name.clone(),
        row.email.clone(),
        row.person.to_string(),
        standing_label(row.standing(visit.now()), visit.lang),
        role_label(row.role, visit.lang),
        products.join(", "),
        groups,
        row.since.rfc3339(),
        row.seen_at.map(kernel::Timestamp::rfc3339).unwrap_or_default(),
    ])
}

/// Who has left has nothing in the team; the status says the rest.
fn removed_line(visit: &Visit, row: &RemovedMember) -> String {
    csv::line(&[
        row.first_name.clone(),
        row.last_name.clone(),
        row.email.clone(),
        row.person.to_string(),
        standing_label(Standing::Removed, visit.lang),
        role_label(row.role, visit.lang),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    ])
}
