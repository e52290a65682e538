//! The people of a team as CSV: the whole list or the filtered one, streamed a thousand at a time.

use crate::{
    pages::users::{ListQuery, removed, standing_label, visible_team},
    people::{Listed, Mark, Standing, Step},
    queries, texts,
};
use axum::{
    body::Body,
    extract::{Path, Query},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;
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
    let first = chunk(&visit, team, &query, Step::First).await?;
    let head = head(&visit);
    let rest = stream::unfold((visit, query, Some(first)), move |(visit, query, chunk)| async move {
        let Chunk { text, next } = chunk?;
        let following = match next {
            // A failure here cuts the file off; the reader's browser says so.
            Some(mark) => match self::chunk(&visit, team, &query, Step::After(mark)).await {
                Ok(chunk) => Some(chunk),
                Err(error) => return Some((Err(error), (visit, query, None))),
            },
            None => None,
        };
        Some((Ok(text), (visit, query, following)))
    });
    let body = stream::once(async { Ok(head) });
    let body = Body::from_stream(futures_util::StreamExt::chain(body, rest));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"users.csv\"")),
    ];
    Ok((headers, body).into_response())
}

struct Chunk {
    text: String,
    next: Option<Mark>,
}

async fn chunk(visit: &Visit, team: TeamId, query: &ListQuery, step: Step) -> Result<Chunk> {
    let query = query.clone();
    if query.standing() == Some(Standing::Removed) {
        let page = visit.read(move |cx| removed(cx, team, &query, &step, AT_ONCE)).await?;
        let text = page.rows.iter().map(|row| removed_line(visit, row)).collect();
        return Ok(Chunk { text, next: page.next });
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
    Ok(Chunk { text, next: page.next })
}

/// With the mark by which spreadsheets know UTF-8.
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
    format!("\u{feff}{}", csv::line(&names))
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
