//! A device asks for a code that its person can enter elsewhere (RFC 8628, 3.1).

use super::{Call, Refused, answer};
use crate::oauth::{
    device_code::{BeginDevice, begin_device},
    device_request::{INTERVAL, LIFETIME},
};
use axum::{http::StatusCode, response::Response};
use serde_json::json;
use web::Visit;

pub async fn post(visit: Visit, call: Call) -> Result<Response, Refused> {
    let ask = BeginDevice {
        scope: call.text("scope"),
        device_name: call.form.shown("device_name"),
        program_version: call.form.shown("program_version"),
        client: call.client,
        address: visit.address.clone(),
    };
    let begun = visit.command(move |cx| begin_device(cx, &ask)).await?;
    let (url, user_code) = (visit.site.url("/device"), begun.user_code.to_string());
    let body = json!({
        "device_code": begun.device_code.expose(),
        "verification_uri_complete": format!("{url}?user_code={user_code}"),
        "user_code": user_code,
        "verification_uri": url,
        "expires_in": LIFETIME.as_secs(),
        "interval": INTERVAL,
    });
    Ok(answer(StatusCode::OK, &body))
}
