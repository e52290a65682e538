//! `/downloads/{build}`: the file, whole or in part, to whoever brings a signed address.

use crate::{
    Build, Files, Refused, Ticket, ask, queries,
    range::{self, Conditions, Sent, Verdict},
    record_download, texts,
};
use axum::{
    Extension,
    body::Body,
    extract::{Path, Query},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use i18n_embed_fl::fl;
use kernel::{Actor, Error, PersonId, Result, Timestamp};
use maud::html;
use serde::Deserialize;
use std::{
    ops::Range,
    time::{Duration, UNIX_EPOCH},
};
use utoipa_axum::router::OpenApiRouter;
use web::{Handled, Visit, components::button};

pub(crate) fn routes() -> OpenApiRouter<web::Site> {
    OpenApiRouter::new().route("/downloads/{build}", get(download))
}

/// What the address says; without any of it the address is not one of ours.
#[derive(Debug, Deserialize)]
struct Signed {
    #[serde(default)]
    person: String,
    #[serde(default)]
    expires: i64,
    #[serde(default)]
    signature: String,
}

async fn download(
    visit: Visit,
    method: Method,
    Path(build): Path<String>,
    Query(signed): Query<Signed>,
    (headers, Extension(files)): (HeaderMap, Extension<Files>),
) -> Handled {
    let found = visit.read(move |cx| admit(cx, &build, &signed)).await?;
    if found.over {
        return expired(&visit, &headers, found.build).await;
    }
    let build = &found.build;
    let (status, part) = match answer(&headers, build) {
        // A range means nothing to HEAD.
        (_, Some(_)) if method == Method::HEAD => {
            return Ok(described(StatusCode::OK, build, &(0..build.size)));
        }
        (StatusCode::RANGE_NOT_SATISFIABLE, _) => return Ok(beyond(build)),
        (status, None) => return Ok(bare(status, build)),
        (status, Some(part)) => (status, part),
    };
    let mut response = described(status, build, &part);
    *response.body_mut() = Body::from_stream(files.read(&build.file_key, part.clone()).await?);
    if part.start == 0 {
        note(&visit, found).await?;
    }
    Ok(response)
}

/// The status, and the part that goes with it where something is sent.
fn answer(headers: &HeaderMap, build: &Build) -> (StatusCode, Option<Range<u64>>) {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let conditions = Conditions {
        if_match: text(header::IF_MATCH),
        if_unmodified_since: text(header::IF_UNMODIFIED_SINCE),
        if_none_match: text(header::IF_NONE_MATCH),
        if_modified_since: text(header::IF_MODIFIED_SINCE),
        if_range: text(header::IF_RANGE),
    };
    let ranged = match range::judge(conditions, build.sha256, build.created_at) {
        Verdict::Failed => return (StatusCode::PRECONDITION_FAILED, None),
        Verdict::NotModified => return (StatusCode::NOT_MODIFIED, None),
        Verdict::Send { ranged } => ranged,
    };
    match range::sent(text(header::RANGE).filter(|_| ranged), build.size) {
        Sent::Whole => (StatusCode::OK, Some(0..build.size)),
        Sent::Part(part) => (StatusCode::PARTIAL_CONTENT, Some(part)),
        Sent::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, None),
    }
}

/// The person is the one whom the address was made for, signed in here or not: a download program has no cookie.
async fn note(visit: &Visit, of: Admitted) -> Result<()> {
    let Admitted { build, person, email, .. } = of;
    let who = Actor { request_id: visit.actor.request_id.clone(), ..Actor::person(person, email, vec![]) };
    visit.site.db.command(&who, move |cx| record_download(cx, &build, person)).await
}

struct Admitted {
    build: Build,
    person: PersonId,
    email: String,
    /// The address is genuine and too old.
    over: bool,
}

/// Who the address was made for. A wrong signature tells nothing of whether there is such a build.
fn admit(cx: &mut store::Read, build: &str, signed: &Signed) -> Result<Admitted> {
    let (Ok(id), Ok(person)) = (build.parse(), signed.person.parse()) else {
        return Err(Refused::DownloadNotGenuine.into());
    };
    let ticket =
        Ticket { build: id, person, expires: Timestamp::from_millis(signed.expires.saturating_mul(1000)) };
    let keys = queries::download_keys(cx)?;
    if !keys.iter().any(|key| ticket.is_signed_by(key, &signed.signature)) {
        return Err(Refused::DownloadNotGenuine.into());
    }
    let email = queries::address_of(cx, person)?.ok_or_else(Error::not_found)?;
    Ok(Admitted { build: ask::build(cx, id)?, person, email, over: ticket.expires <= cx.now() })
}

/// 410, with the way to a new address: whoever may download gets it there, and the download resumes.
async fn expired(visit: &Visit, headers: &HeaderMap, build: Build) -> Handled {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !accepts.contains("text/html") {
        return Err(Error::from(Refused::DownloadExpired).into());
    }
    let product = visit
        .read(move |cx| {
            let release = ask::release(cx, build.release_id)?;
            ask::product(cx, release.product_id)
        })
        .await?;
    let t = texts(visit.lang);
    let body = html! {
        h1 { (fl!(t, "expired-title")) }
        p { (fl!(t, "expired-text")) }
        p { (button::main(fl!(t, "expired-act")).icon("download").href(format!("/account/products/{}", product.slug))) }
    };
    Ok(visit.sheet(&fl!(t, "expired-title"), body).status(StatusCode::GONE).into_response())
}

/// What is the same for every answer about a file.
fn bare(status: StatusCode, build: &Build) -> Response {
    let mut response = status.into_response();
    let changed = UNIX_EPOCH + Duration::from_secs(build.created_at.seconds().unsigned_abs());
    let lines = [
        (header::ETAG, build.sha256.etag()),
        (header::LAST_MODIFIED, httpdate::fmt_http_date(changed)),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        // A browser may keep it to resume; nothing on the way may change a byte.
        (header::CACHE_CONTROL, "private, no-cache, no-transform".to_owned()),
        (HeaderName::from_static("repr-digest"), build.sha256.repr_digest()),
    ];
    for (name, value) in lines {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn described(status: StatusCode, build: &Build, part: &Range<u64>) -> Response {
    let mut response = bare(status, build);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(part.end - part.start));
    // Told so, the layer that compresses pages keeps off: a compressed file has other ranges and another digest.
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("identity"));
    if let Ok(disposition) = HeaderValue::try_from(build.file_name.content_disposition()) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    if status == StatusCode::PARTIAL_CONTENT {
        let range = format!("bytes {}-{}/{}", part.start, part.end - 1, build.size);
        headers.extend(HeaderValue::try_from(range).ok().map(|range| (header::CONTENT_RANGE, range)));
    }
    response
}

/// 416: the part lies behind the end.
fn beyond(build: &Build) -> Response {
    let mut response = bare(StatusCode::RANGE_NOT_SATISFIABLE, build);
    let range = HeaderValue::try_from(format!("bytes */{}", build.size)).ok();
    response.headers_mut().extend(range.map(|range| (header::CONTENT_RANGE, range)));
    response
}
