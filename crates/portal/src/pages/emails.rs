//! The mails to one person of the team, beside the list.

use crate::pages::{
    panel::Side,
    users::{self, ListQuery},
};
use axum::extract::{Path, Query};
use kernel::{PersonId, TeamId};
use web::{Handled, Page, Visit};

pub(super) async fn get(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
    Query(query): Query<ListQuery>,
) -> Handled<Page> {
    users::page(&visit, team, person, query, Side::Emails).await
}
