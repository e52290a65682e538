//! Tokens for a code, a refresh token or an allowed device.

use super::{Call, Refused, answer};
use crate::oauth::{
    device_code::{PollDevice, poll_device},
    oauth_error::{Kept, OAuthError},
    signing::OidcKey,
    tokens::{ExchangeCode, RefreshTokens, TokensGiven, exchange_code, refresh_tokens},
};
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use kernel::{Result, Secret};
use serde::Serialize;
use web::Visit;

const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";

#[derive(Serialize)]
struct Tokens<'a> {
    access_token: &'a str,
    token_type: &'static str,
    expires_in: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<String>,
    scope: String,
}

pub async fn post(visit: Visit, headers: HeaderMap, call: Call) -> Result<Response, Refused> {
    let by_header = headers.contains_key(header::AUTHORIZATION);
    let given = given(&visit, call).await.map_err(|refused| Refused { by_header, ..refused })?;
    let id_token = match &given.about {
        Some(about) => {
            let key = OidcKey::in_use(&visit).await?;
            Some(key.id_token(&visit.site.house().public_url, about, &given.access)?)
        }
        None => None,
    };
    let tokens = Tokens {
        access_token: given.access.expose(),
        token_type: "Bearer",
        expires_in: crate::oauth::grant::ACCESS_LIFETIME.as_secs(),
        refresh_token: given.refresh.as_ref().map(Secret::expose),
        id_token,
        scope: given.scopes.to_string(),
    };
    Ok(answer(StatusCode::OK, &tokens))
}

async fn given(visit: &Visit, call: Call) -> Result<TokensGiven, Refused> {
    let kind = call.wants("grant_type", "grant_type is missing")?;
    let settled: Kept<TokensGiven> = match kind {
        "authorization_code" => {
            let code = Secret::new(call.wants("code", "code is missing")?);
            let (redirect_uri, verifier) = (call.text("redirect_uri"), call.text("code_verifier"));
            let ask = ExchangeCode { client: call.client, code, redirect_uri, verifier };
            visit.command(move |cx| exchange_code(cx, &ask)).await?
        }
        "refresh_token" => {
            let token = Secret::new(call.wants("refresh_token", "refresh_token is missing")?);
            let ask = RefreshTokens { scope: call.text("scope"), client: call.client, token };
            visit.command(move |cx| refresh_tokens(cx, &ask)).await?
        }
        DEVICE => {
            let code = Secret::new(call.wants("device_code", "device_code is missing")?);
            let ask = PollDevice { client: call.client, code };
            visit.command(move |cx| poll_device(cx, &ask)).await?
        }
        _ => return Err(OAuthError::unsupported_grant_type("this grant_type is not known here").into()),
    };
    Ok(settled?)
}
