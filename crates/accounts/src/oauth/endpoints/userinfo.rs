//! Who is it (OpenID Connect Core, 5.3)? As much as was allowed.

use super::answer;
use crate::oauth::{access::ProgramAccess, queries, scope::ProgramScope};
use axum::{http::StatusCode, response::Response};
use serde::Serialize;
use web::{Handled, Visit};

#[derive(Serialize)]
struct UserInfo {
    sub: String,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    profile: Option<Profile>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    email: Option<Mail>,
}

#[derive(Serialize)]
struct Profile {
    name: String,
    given_name: String,
    family_name: String,
    locale: String,
    zoneinfo: String,
}

#[derive(Serialize)]
struct Mail {
    email: String,
    email_verified: bool,
}

pub async fn get(visit: Visit, ProgramAccess { token, .. }: ProgramAccess) -> Handled {
    let person = token.person;
    let holder = visit.read(move |cx| queries::holder(cx, person)).await?;
    let profile = token.scopes.has(ProgramScope::Profile).then(|| Profile {
        name: format!("{} {}", holder.first_name, holder.last_name),
        given_name: holder.first_name,
        family_name: holder.last_name,
        locale: holder.language,
        zoneinfo: holder.time_zone,
    });
    let email = token
        .scopes
        .has(ProgramScope::Email)
        .then_some(Mail { email: holder.email, email_verified: holder.verified_at.is_some() });
    let response: Response = answer(StatusCode::OK, &UserInfo { sub: holder.id.to_string(), profile, email });
    Ok(response)
}
