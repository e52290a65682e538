//! `/api/v1/products/{slug}/releases/{version}/builds/{platform}/{language}`: the file itself, as it streams in.

use crate::{AddBuild, Build, Digest, Files, checks::or_fields, upload::upload};
use axum::{
    Extension, Json,
    body::Body,
    extract::{Path, Query},
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
};
use kernel::{Error, Result};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Handled, Visit};
use wire::{Problem, catalog as wired};

pub(super) fn wire(build: &Build) -> wired::Build {
    wired::Build {
        id: build.id.to_string(),
        platform: build.platform.to_string(),
        language: build.language.to_string(),
        file_name: build.file_name.to_string(),
        size: build.size,
        sha256: build.sha256.to_string(),
        created_at: build.created_at.rfc3339(),
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct How {
    /// Under which name people save it.
    file_name: String,
    /// Whether another file for this platform and language gives way.
    #[serde(default)]
    replace: bool,
}

/// Upload a build. The same file once more changes nothing, so a broken upload is simply repeated.
#[utoipa::path(put, path = "/api/v1/products/{slug}/releases/{version}/builds/{platform}/{language}", tag = "catalog",
    operation_id = "put_build",
    params(
        ("slug" = String, Path), ("version" = String, Path), ("platform" = String, Path), ("language" = String, Path), How,
        ("Repr-Digest" = Option<String>, Header, description = "`sha-256=:base64:` (RFC 9530); what arrives is compared with it"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses(
    (status = 200, body = wired::Build, description = "The same file was there already"),
    (status = 201, body = wired::Build),
    (status = 404, body = Problem, description = "No such product or release"),
    (status = 409, body = Problem, description = "`build-taken`: another file is there; `replace=true` replaces it"),
    (status = 422, body = Problem, description = "`digest-mismatch`, `empty-file`, `file-too-large`, `upload-broken`"),
    (status = 507, body = Problem, description = "`out-of-space`: nothing of it stays"),
))]
pub(super) async fn put(
    visit: Visit,
    Path((slug, version, platform, language)): Path<(String, String, String, String)>,
    Query(how): Query<How>,
    Extension(files): Extension<Files>,
    (headers, body): (HeaderMap, Body),
) -> Handled {
    let add = AddBuild::parse([&slug, &version], [&platform, &language], &how.file_name, how.replace);
    let (add, announced) = (or_fields(add)?, announced(&headers)?);
    let (build, new) = upload(&visit, &files, add, (announced, body.into_data_stream())).await?;
    let status = if new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [("repr-digest", build.sha256.repr_digest())], Json(wire(&build))).into_response())
}

/// The digest that the sender says the file has.
fn announced(headers: &HeaderMap) -> Result<Option<Digest>> {
    let lines = headers.get_all("repr-digest").iter().map(|line| line.to_str().unwrap_or("sha-256="));
    let header = lines.collect::<Vec<_>>().join(", ");
    Digest::from_repr_digest(&header).map_err(|error| Error::fields(vec![error]))
}
