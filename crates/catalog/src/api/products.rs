//! `/api/v1/products`

use super::{Part, may_read, page};
use crate::{CreateProduct, Product, ask, checks::or_fields, create_product, queries};
use axum::{
    Json,
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use web::{Handled, Sent, Visit};
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
#[utoipa::path(get, path = "/api/v1/products", tag = "catalog", operation_id = "list_products", params(Part), responses(
    (status = 200, body = wired::ProductList),
    (status = 404, body = Problem, description = "Not for this actor"),
))]
pub(super) async fn list(visit: Visit, Query(part): Query<Part>) -> Handled<Json<wired::ProductList>> {
    let limit = part.limit()?;
    let after = part.after.unwrap_or_default();
    let found = visit
        .read(move |cx| {
            may_read(cx)?;
            queries::products(cx, &after, limit + 1)
        })
        .await?;
    let (found, next) = page(found, limit, |product| product.slug.to_string());
    Ok(Json(wired::ProductList { items: found.iter().map(wire).collect(), next }))
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
