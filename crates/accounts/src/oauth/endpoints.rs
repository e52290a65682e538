//! The addresses that programs call: forms in, JSON out, in the words of the standards.

mod device_authorization;
mod introspection;
mod metadata;
mod revocation;
mod token;
mod userinfo;

use super::{client::ClientProof, oauth_error::OAuthError, parameters::Parameters};
use axum::{
    Json,
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use kernel::{Error, Lang};
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use web::{Fault, Site};

pub(super) fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .route("/oauth/token", post(token::post))
        .route("/oauth/device_authorization", post(device_authorization::post))
        .route("/oauth/revoke", post(revocation::post))
        .route("/oauth/introspect", post(introspection::post))
        .route("/oauth/userinfo", get(userinfo::get).post(userinfo::get))
        .route("/oauth/jwks", get(metadata::keys))
        .route("/.well-known/openid-configuration", get(metadata::get))
        .route("/.well-known/oauth-authorization-server", get(metadata::get))
}

/// A form that a program sent, and which program says that it sent it.
struct Call {
    form: Parameters,
    client: ClientProof,
}

const LONGEST: usize = 64 * 1024;

impl Call {
    fn wants(&self, name: &str, missing: &'static str) -> Result<&str, OAuthError> {
        self.form.get(name).ok_or(OAuthError::invalid_request(missing))
    }
    fn text(&self, name: &str) -> Option<String> {
        self.form.get(name).map(str::to_owned)
    }
}

impl<S: Send + Sync> FromRequest<S> for Call {
    type Rejection = Refused;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refused> {
        let (parts, body) = request.into_parts();
        let by_header = parts.headers.contains_key(header::AUTHORIZATION);
        let read = async {
            if !is_form(&parts.headers) {
                return Err(OAuthError::invalid_request("the body is not application/x-www-form-urlencoded"));
            }
            let body = axum::body::to_bytes(body, LONGEST).await;
            let form =
                Parameters::parse(&body.map_err(|_| OAuthError::invalid_request("the body is too large"))?);
            if form.any_twice() {
                return Err(OAuthError::invalid_request("a parameter comes twice"));
            }
            Ok(Call { client: ClientProof::read(&parts.headers, &form)?, form })
        };
        read.await.map_err(|error| Refused { error: error.into(), by_header })
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// An error on its way to a program (RFC 6749, 5.2).
struct Refused {
    error: Error,
    /// The program used the header to prove itself, and is told so.
    by_header: bool,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Refused { error, by_header: false }
    }
}

impl From<OAuthError> for Refused {
    fn from(error: OAuthError) -> Self {
        Error::from(error).into()
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        // Too many, busy, a fault of ours: no standard has a word for those, so they leave as everywhere else.
        let Some(refusal) = self.error.refusal() else { return Fault::from(self.error).into_response() };
        let is_client = refusal.code() == "invalid_client";
        let status = if is_client { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
        let body = json!({ "error": refusal.code(), "error_description": refusal.sentence(Lang::En) });
        let mut response = answer(status, &body);
        if is_client && self.by_header {
            let challenge = HeaderValue::from_static("Basic realm=\"oauth\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

/// JSON that nobody keeps.
fn answer(status: StatusCode, body: &impl serde::Serialize) -> Response {
    let kept = [(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];
    (status, kept, Json(body)).into_response()
}
