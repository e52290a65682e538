//! `/api/v1/products/{slug}/releases`

use super::{builds, may_read, products::created};
use crate::{
    Build, CreateRelease, Product, Release, Version, ask, checks::or_fields, create_release, queries,
};
use axum::{Json, extract::Path};
use kernel::Error;
use web::{Handled, Listing, PartParams, Sent, Visit};
use wire::{Problem, catalog as wired};

fn wire(product: &str, release: &Release, builds: &[Build]) -> wired::Release {
    wired::Release {
        id: release.id.to_string(),
        product: product.to_owned(),
        version: release.version.to_string(),
        kind: release.kind.to_string(),
        notes: release.notes.clone(),
        released_at: release.released_at.rfc3339(),
        builds: builds.iter().map(builds::wire).collect(),
    }
}

/// The releases of a product with their builds, newest first.
#[utoipa::path(get, path = "/api/v1/products/{slug}/releases", tag = "catalog", operation_id = "list_releases",
    params(("slug" = String, Path), PartParams), responses(
    (status = 200, body = wired::ReleaseList),
    (status = 404, body = Problem),
    (status = 422, body = Problem),
))]
pub(super) async fn list(visit: Visit, Path(slug): Path<String>, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (limit, before) = (part.one_more(), part.cursor::<Version>()?);
    let before = before.map_or("~".to_owned(), |version| version.sort_key().to_owned());
    let product = slug.clone();
    let found = visit
        .read(move |cx| {
            may_read(cx)?;
            let product = ask::product_by_slug(cx, &slug)?;
            let found = queries::releases(cx, product.id, &before, limit)?;
            found
                .into_iter()
                .map(|release| Ok((ask::builds(cx, release.id)?, release)))
                .collect::<Result<Vec<_>, Error>>()
        })
        .await?;
    let (found, next) = part.cut(found, |(_, release)| release.version.to_string());
    let items = found.iter().map(|(builds, release)| wire(&product, release, builds)).collect();
    part.answer(next, |next| wired::ReleaseList { items, next })
}

/// Announce a release.
#[utoipa::path(post, path = "/api/v1/products/{slug}/releases", tag = "catalog", operation_id = "create_release",
    params(("slug" = String, Path)), request_body = wired::NewRelease, responses(
    (status = 201, body = wired::Release),
    (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`version-taken`"),
    (status = 422, body = Problem),
))]
pub(super) async fn create(
    visit: Visit,
    Path(slug): Path<String>,
    Sent(new): Sent<wired::NewRelease>,
) -> Handled {
    let ask = or_fields(CreateRelease::parse(&new.version, &new.kind, &new.notes))?;
    let product = slug.clone();
    let release = visit.command(move |cx| create_release(cx, &slug, &ask)).await?;
    let location = format!("/api/v1/products/{product}/releases/{}", release.version);
    Ok(created(&location, wire(&product, &release, &[])))
}

/// One release with its builds.
#[utoipa::path(get, path = "/api/v1/products/{slug}/releases/{version}", tag = "catalog", operation_id = "get_release",
    params(("slug" = String, Path), ("version" = String, Path)), responses(
    (status = 200, body = wired::Release),
    (status = 404, body = Problem),
))]
pub(super) async fn one(
    visit: Visit,
    Path((slug, version)): Path<(String, String)>,
) -> Handled<Json<wired::Release>> {
    let (product, release, builds): (Product, Release, Vec<Build>) = visit
        .read(move |cx| {
            may_read(cx)?;
            let version: Version = version.parse().map_err(|_| Error::not_found())?;
            let product = ask::product_by_slug(cx, &slug)?;
            let release = ask::release_by_version(cx, product.id, &version)?;
            let builds = ask::builds(cx, release.id)?;
            Ok((product, release, builds))
        })
        .await?;
    Ok(Json(wire(product.slug.as_str(), &release, &builds)))
}
