//! `/api/v1/offerings`

use super::{may_read, products::created};
use crate::{
    CreateOffering, Offering, Sku, ask,
    checks::or_fields,
    create_offering, patch_offering,
    queries::{self, OfferingLine},
};
use axum::{Json, extract::Path};
use kernel::{Error, FieldError};
use web::{Handled, Listing, PartParams, Sent, Visit};
use wire::{Problem, catalog as wired};

fn wire(offering: &Offering, product: &str) -> wired::Offering {
    wired::Offering {
        id: offering.id.to_string(),
        sku: offering.sku.to_string(),
        product: product.to_owned(),
        name: offering.name.to_string(),
        license_model: offering.license_model.to_string(),
        policy: wired::OfferingPolicy {
            max_devices: offering.policy.max_devices,
            offline_days: offering.policy.offline_days,
            refresh_hours: offering.policy.refresh_hours,
        },
        created_at: offering.created_at.rfc3339(),
    }
}

/// The offerings, by article number.
#[utoipa::path(get, path = "/api/v1/offerings", tag = "catalog", operation_id = "list_offerings", params(PartParams),
    responses(
    (status = 200, body = wired::OfferingList),
    (status = 404, body = Problem, description = "Not for this caller"),
    (status = 422, body = Problem),
))]
pub(super) async fn list(visit: Visit, listing: Listing) -> Handled {
    let part = listing.part(&[])?;
    let (limit, after) = (part.one_more(), part.cursor::<Sku>()?);
    let found = visit
        .read(move |cx| {
            may_read(cx)?;
            queries::offering_lines(cx, after.as_ref().map_or("", Sku::as_str), limit)
        })
        .await?;
    let (found, next) = part.cut(found, |line| line.offering.sku.to_string());
    let items = found.iter().map(|OfferingLine { offering, product }| wire(offering, product.slug.as_str()));
    part.answer(next, |next| wired::OfferingList { items: items.collect(), next })
}

/// Put something on sale.
#[utoipa::path(post, path = "/api/v1/offerings", tag = "catalog", operation_id = "create_offering",
    request_body = wired::NewOffering, responses(
    (status = 201, body = wired::Offering),
    (status = 409, body = Problem, description = "`sku-taken`"),
    (status = 422, body = Problem),
))]
pub(super) async fn create(visit: Visit, Sent(new): Sent<wired::NewOffering>) -> Handled {
    let policy = new.policy;
    let numbers =
        [policy.max_devices, policy.offline_days, policy.refresh_hours].map(|number| number.to_string());
    let numbers = numbers.each_ref().map(String::as_str);
    let ask = CreateOffering::parse(&new.product, [&new.sku, &new.name], &new.license_model, numbers);
    let ask = or_fields(ask.map_err(in_policy))?;
    let offering = visit.command(move |cx| create_offering(cx, &ask)).await?;
    Ok(created(&format!("/api/v1/offerings/{}", offering.sku), wire(&offering, &new.product)))
}

/// The form has the fields of the policy beside the others.
fn in_policy(mut errors: Vec<FieldError>) -> Vec<FieldError> {
    for error in &mut errors {
        if matches!(error.field.as_str(), "max_devices" | "offline_days" | "refresh_hours") {
            error.field = format!("policy.{}", error.field);
        }
    }
    errors
}

/// One offering.
#[utoipa::path(get, path = "/api/v1/offerings/{sku}", tag = "catalog", operation_id = "get_offering",
    params(("sku" = String, Path)), responses(
    (status = 200, body = wired::Offering),
    (status = 404, body = Problem),
))]
pub(super) async fn one(visit: Visit, Path(sku): Path<String>) -> Handled<Json<wired::Offering>> {
    let (offering, product) = visit
        .read(move |cx| {
            may_read(cx)?;
            let offering = ask::offering_by_sku(cx, &sku)?.ok_or_else(Error::not_found)?;
            let product = ask::product(cx, offering.product_id)?;
            Ok((offering, product))
        })
        .await?;
    Ok(Json(wire(&offering, product.slug.as_str())))
}

/// Change the name or the policy.
#[utoipa::path(patch, path = "/api/v1/offerings/{sku}", tag = "catalog", operation_id = "patch_offering",
    params(("sku" = String, Path)), request_body = wired::OfferingPatch, responses(
    (status = 200, body = wired::Offering),
    (status = 404, body = Problem),
    (status = 422, body = Problem),
))]
pub(super) async fn patch(
    visit: Visit,
    Path(sku): Path<String>,
    Sent(patch): Sent<wired::OfferingPatch>,
) -> Handled<Json<wired::Offering>> {
    let (offering, product) = visit
        .command(move |cx| {
            let offering = patch_offering(cx, &sku, &patch)?;
            let product = ask::product(cx, offering.product_id)?;
            Ok((offering, product))
        })
        .await?;
    Ok(Json(wire(&offering, product.slug.as_str())))
}
