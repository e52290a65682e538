//! `/api/v1/products/{slug}/privacy`: for everyone, since a program shows it before anybody has signed in.

use crate::ask;
use axum::{
    Json,
    extract::{Path, Query},
};
use kernel::{Error, Lang};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Handled, Visit};
use wire::{PrivacyStatement, Problem};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wish {
    /// BCP 47. English where the statement does not speak it.
    #[serde(default)]
    language: Option<String>,
}

/// The privacy statement in force.
#[utoipa::path(get, path = "/api/v1/products/{slug}/privacy", tag = "catalog", operation_id = "get_privacy_statement",
    params(("slug" = String, Path), Wish), responses(
    (status = 200, body = PrivacyStatement),
    (status = 404, body = Problem, description = "No such product, or it has no statement"),
), security(()))]
pub(super) async fn get(
    visit: Visit,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
) -> Handled<Json<PrivacyStatement>> {
    let lang = wish.language.map_or(visit.lang, |tag| tag.parse().unwrap_or(Lang::En));
    let product = slug.clone();
    let statement = visit
        .read(move |cx| {
            let product = ask::product_by_slug(cx, &slug)?;
            ask::privacy_statement(cx, product.id, lang)?.ok_or_else(Error::not_found)
        })
        .await?;
    Ok(Json(PrivacyStatement {
        product,
        version: statement.version.to_string(),
        language: statement.language.tag().to_owned(),
        text: statement.text,
    }))
}
