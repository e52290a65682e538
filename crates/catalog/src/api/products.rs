//! `/api/v1/products`

use super::may_read;
use crate::{CreateProduct, Product, Slug, ask, checks::or_fields, create_product, queries};
use axum::{
    Json,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use web::{Handled, Listing, PartParams, Sent, Visit};
use wire::{Problem, catalog as wired};

pub(super) fn wire(product: &Product) -> wired::Product {
    wired::Product {
        id: product.id.to_string(),
        slug: product.slug.to_string(),
        name: product.name.to_string(),
        description: product.description.clone(),
        icon: product.icon.to_string(),
        created_at: product.created_at.rfc3339(),
    }
}

/// The products, by slug.
#[utoipa::path(get, path = "/api/v1/products", tag = "catalog", operation_id = "list_products", params(PartParams),
    responses(
    (status = 200, body = wired::ProductList),
    (status = 404, body = Problem, description = "Not for this caller"),
    (status = 422, body = Problem),
))]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (limit, after) = (part.one_more(), part.cursor::<Slug>()?);
    let found = visit
        .read(move |cx| {
            may_read(cx)?;
            queries::products(cx, after.as_ref().map_or("", Slug::as_str), limit)
        })
        .await?;
    let (found, next) = part.cut(found, |product| product.slug.to_string());
    part.answer(next, |next| wired::ProductList { items: found.iter().map(wire).collect(), next })
}

/// Add a product.
#[utoipa::path(post, path = "/api/v1/products", tag = "catalog", operation_id = "create_product",
    request_body = wired::NewProduct, responses(
    (status = 201, body = wired::Product),
    (status = 409, body = Problem, description = "`slug-taken`"),
    (status = 422, body = Problem),
))]
pub(super) async fn create(visit: Visit, Sent(new): Sent<wired::NewProduct>) -> Handled {
    let ask = or_fields(CreateProduct::parse(&new.slug, &new.name, &new.description, &new.icon))?;
    let product = visit.command(move |cx| create_product(cx, &ask)).await?;
    Ok(created(&format!("/api/v1/products/{}", product.slug), wire(&product)))
}

/// One product.
#[utoipa::path(get, path = "/api/v1/products/{slug}", tag = "catalog", operation_id = "get_product",
    params(("slug" = String, Path)), responses(
    (status = 200, body = wired::Product),
    (status = 404, body = Problem),
))]
pub(super) async fn one(visit: Visit, Path(slug): Path<String>) -> Handled<Json<wired::Product>> {
    let found = visit
        .read(move |cx| {
            may_read(cx)?;
            ask::product_by_slug(cx, &slug)
        })
        .await?;
    Ok(Json(wire(&found)))
}

pub(super) fn created(location: &str, body: impl serde::Serialize) -> Response {
    (StatusCode::CREATED, [(header::LOCATION, location.to_owned())], Json(body)).into_response()
}
