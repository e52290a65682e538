//! Takes seats back, and gives them again to those who press Undo. Both come from the page of a product, from that of a
//! person and from the list of people, and lead back there.

use crate::{
    pages::{ListQuery, paths, pool},
    release::{Released, release_seats},
    restore::restore_seats,
    texts,
};
use axum::{
    extract::{Path, Query},
    response::Response,
};
use i18n_embed_fl::fl;
use kernel::{AssignmentId, Lang, PersonId, PoolId, TeamId};
use web::{Ask, Fields, Form, Handled, Nothing, Visit, layout::Toast};

/// The people of a list that something is done to.
pub(super) struct Picked(pub Vec<PersonId>);

impl Ask for Picked {
    /// A row's own button is about that row, whatever else is picked.
    fn read(fields: &mut Fields) -> Option<Self> {
        let (one, picked) = (fields.several("person"), fields.several("picked"));
        let (one, picked) = (one?, picked?);
        Some(Picked(if one.is_empty() { picked } else { one }))
    }
}

/// The page that one came from; without it, that of the product.
#[derive(serde::Deserialize)]
pub(super) struct From {
    #[serde(default)]
    next: String,
}

impl From {
    pub(super) fn path(&self, team: TeamId, pool: PoolId) -> String {
        web::own_path(&self.next).map_or_else(|| paths::pool(team, pool), str::to_owned)
    }
    /// The path, from which one comes back to the same page.
    pub(super) fn and_here(&self, path: &str) -> String {
        web::own_path(&self.next).map_or_else(|| path.to_owned(), |next| web::and_back(path, next))
    }
}

pub(super) async fn post(
    visit: Visit,
    Path((team, pool)): Path<(TeamId, PoolId)>,
    Query(from): Query<From>,
    form: Form<Picked>,
) -> Handled {
    form.submit(|Picked(people)| visit.command_on(pool, move |cx| release_seats(cx, pool, &people)))
        .await
        .done(|released| {
            let path = from.and_here(&paths::restoration(team, pool, released.release));
            let undo = (fl!(texts(visit.lang), "undo"), path);
            let toast = Toast { text: said(&released, visit.lang), undo: Some(undo) };
            visit.done_with_undo(&from.path(team, pool), toast)
        })
        .or_again(async |filled| pool::page(&visit, (team, pool), &ListQuery::default(), &filled).await)
        .await
}

fn said(released: &Released, lang: Lang) -> String {
    let t = texts(lang);
    match released.people.as_slice() {
        [one] => fl!(t, "toast-taken-back", person = one.name(), product = released.product.as_str()),
        people => fl!(t, "toast-taken-back-many", count = people.len(), product = released.product.as_str()),
    }
}

/// The way of Undo has no fields to show a refusal at, so the page of the product says it.
pub(super) async fn restore(
    visit: Visit,
    Path((team, pool, release)): Path<(TeamId, PoolId, AssignmentId)>,
    Query(from): Query<From>,
    form: Form<Nothing>,
) -> Handled<Response> {
    form.submit(|Nothing| visit.command_on(pool, move |cx| restore_seats(cx, pool, release)))
        .await
        .done(|count| {
            visit.done(&from.path(team, pool), fl!(texts(visit.lang), "toast-restored", count = count))
        })
        .or_again(async |filled| pool::page(&visit, (team, pool), &ListQuery::default(), &filled).await)
        .await
}
