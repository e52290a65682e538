//! Leads to the file: checks the seat again, and has the catalog sign an address that lasts ten minutes.

use crate::{pages::product, refusal::SeatSuspended};
use axum::extract::Path;
use kernel::{BuildId, Error, PersonId, Result};
use store::Command;
use web::{Form, Handled, Nothing, Visit, see_other};

pub(super) async fn post(
    visit: Visit,
    Path((slug, build)): Path<(String, BuildId)>,
    form: Form<Nothing>,
) -> Handled {
    let person = visit.visitor()?.person;
    let own = slug.clone();
    form.submit(|Nothing| visit.command(move |cx| offer(cx, person, &own, build)))
        .await
        .done(|path| see_other(&path))
        .or_again(async |filled| product::page(&visit, &slug, false, &filled).await)
        .await
}

fn offer(cx: &mut Command, person: PersonId, slug: &str, build: BuildId) -> Result<String> {
    let own = product::own_product(cx, person, slug)?;
    let release = catalog::build(cx, build)?.release_id;
    if catalog::release(cx, release)?.product_id != own.product {
        return Err(Error::not_found());
    }
    if own.suspended_at.is_some() {
        return Err(SeatSuspended { product: own.name, team: own.team_name }.into());
    }
    catalog::offer_download(cx, build, person)
}
