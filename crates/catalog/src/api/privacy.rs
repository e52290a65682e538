//! `/api/v1/products/{slug}/privacy`: read by everyone, since a program shows it before anybody has signed in.

use crate::{AddPrivacyStatement, add_privacy_statement, ask, checks::or_fields};
use axum::{
    Json,
    extract::{Path, Query},
};
use kernel::{Error, Lang, Result};
use serde::Deserialize;
use store::Read;
use utoipa::IntoParams;
use web::{Handled, Sent, Visit};
use wire::{NewPrivacyStatement, PrivacyStatement, Problem};

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
    Ok(Json(visit.read(move |cx| in_force(cx, slug, lang)).await?))
}

/// Publish a new version of the statement; people accept it anew. The same version with the same texts, once more,
/// changes nothing. Answers with the English text.
#[utoipa::path(put, path = "/api/v1/products/{slug}/privacy", tag = "catalog", operation_id = "put_privacy_statement",
    params(("slug" = String, Path)), request_body = NewPrivacyStatement, responses(
    (status = 200, body = PrivacyStatement),
    (status = 401, body = Problem),
    (status = 404, body = Problem, description = "No such product, or not for this caller"),
    (status = 409, body = Problem, description = "`statement-taken`: the version is published with other texts"),
    (status = 422, body = Problem),
))]
pub(super) async fn put(
    visit: Visit,
    Path(slug): Path<String>,
    Sent(new): Sent<NewPrivacyStatement>,
) -> Handled<Json<PrivacyStatement>> {
    let add = or_fields(AddPrivacyStatement::parse(&new.version, &new.en, &new.sv))?;
    let publish = move |cx: &mut store::Command| {
        add_privacy_statement(cx, &slug, &add)?;
        in_force(cx, slug.clone(), Lang::En)
    };
    Ok(Json(visit.command(publish).await?))
}

fn in_force(cx: &mut Read, slug: String, lang: Lang) -> Result<PrivacyStatement> {
    let product = ask::product_by_slug(cx, &slug)?;
    let statement = ask::privacy_statement(cx, product.id, lang)?.ok_or_else(Error::not_found)?;
    Ok(PrivacyStatement {
        product: slug,
        version: statement.version.to_string(),
        language: statement.language.tag().to_owned(),
        text: statement.text,
    })
}
