//! Which person is on which contract, as CSV: all seats of a pool, streamed a thousand at a time.

use crate::{
    charges::{Charge, Mark, charges},
    texts,
};
use axum::{extract::Path, response::Response};
use i18n_embed_fl::fl;
use kernel::{Error, Lang, PoolId, Result, TeamId};
use web::{Handled, Visit, csv};

const AT_ONCE: i64 = 1000;

pub(super) async fn get(visit: Visit, Path((team, pool)): Path<(TeamId, PoolId)>) -> Handled<Response> {
    let head = head(visit.lang);
    let part = move |after| {
        let visit = visit.clone();
        async move { chunk(&visit, team, pool, after).await }
    };
    Ok(csv::streamed("contracts.csv", head, Mark::START, part).await?)
}

async fn chunk(visit: &Visit, team: TeamId, pool: PoolId, after: Mark) -> Result<(String, Option<Mark>)> {
    let lang = visit.lang;
    let ask = move |cx: &mut store::Read| {
        if seats::pool(cx, pool)?.team != team {
            return Err(Error::not_found());
        }
        charges(cx, pool, &after, AT_ONCE)
    };
    let (rows, next) = visit.read(ask).await?;
    Ok((rows.iter().map(|row| line(row, lang)).collect(), next))
}

fn head(lang: Lang) -> String {
    let t = texts(lang);
    let names = [
        fl!(t, "first-name"),
        fl!(t, "last-name"),
        fl!(t, "email"),
        "User ID".to_owned(),
        fl!(t, "assigned-since"),
        fl!(t, "contract"),
        fl!(t, "line"),
        fl!(t, "how-counted"),
    ];
    csv::head(&names)
}

fn line(row: &Charge, lang: Lang) -> String {
    let t = texts(lang);
    let (number, place) =
        row.counts_to.as_ref().map(|to| (to.number.clone(), to.line.to_string())).unwrap_or_default();
    let how = match (&row.counts_to, row.chosen) {
        (None, _) => String::new(),
        (Some(_), true) => fl!(t, "by-choice"),
        (Some(_), false) => fl!(t, "by-rule"),
    };
    csv::line(&[
        row.first_name.clone(),
        row.last_name.clone(),
        row.email.clone(),
        row.person.to_string(),
        row.since.rfc3339(),
        number,
        place,
        how,
    ])
}
