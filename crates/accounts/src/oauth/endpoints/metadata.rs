//! Where everything is (RFC 8414, OpenID Connect Discovery), from the configured address and never from `Host`.

use crate::oauth::{
    scope::ProgramScope,
    signing::{OidcKey, public_keys},
};
use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use web::{Handled, Visit};

/// Both documents are one: each standard allows the words of the other.
pub async fn get(visit: Visit) -> Response {
    let issuer = &visit.site.house().public_url;
    let at = |path: &str| format!("{issuer}{path}");
    public(&json!({
        "issuer": issuer,
        "authorization_endpoint": at("/oauth/authorize"),
        "token_endpoint": at("/oauth/token"),
        "device_authorization_endpoint": at("/oauth/device_authorization"),
        "revocation_endpoint": at("/oauth/revoke"),
        "introspection_endpoint": at("/oauth/introspect"),
        "userinfo_endpoint": at("/oauth/userinfo"),
        "jwks_uri": at("/oauth/jwks"),
        "scopes_supported": ProgramScope::ALL.map(ProgramScope::name),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported":
            ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["none", "client_secret_basic", "client_secret_post"],
        "revocation_endpoint_auth_methods_supported": ["none", "client_secret_basic", "client_secret_post"],
        "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "authorization_response_iss_parameter_supported": true,
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "claims_supported": ["sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "name", "given_name",
            "family_name", "locale", "zoneinfo", "email", "email_verified"],
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "ui_locales_supported": ["en", "sv"],
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    }))
}

/// Programs look the key up before they have a token, so that is when it is needed first.
pub async fn keys(visit: Visit) -> Handled {
    OidcKey::in_use(&visit).await?;
    let keys = visit.read(public_keys).await?;
    Ok(public(&json!({ "keys": keys })))
}

/// Everybody may read it, also a program that runs in a browser.
fn public(body: &Value) -> Response {
    let headers =
        [(header::CACHE_CONTROL, "public, max-age=300"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, Json(body)).into_response()
}
