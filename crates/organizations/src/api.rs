//! The same commands as JSON.

use crate::{Invite, Member, MemberList, invite, members, queries};
use axum::{
    Json,
    extract::{Path, Query},
    http::{StatusCode, header},
    response::IntoResponse,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::{Email, Error, Lang, Name, TeamId};
use serde::Deserialize;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{Handled, Sent, Site, Visit};
use wire::organizations::{InvitationIn, InvitationOut, MemberOut, MemberPage, TeamOut};

pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(team)).routes(routes!(list_members)).routes(routes!(post_invitation))
}

/// A team.
#[utoipa::path(get, path = "/api/v1/teams/{team}", tag = "organizations", operation_id = "get_team",
    params(("team" = String, Path)),
    responses((status = 200, body = TeamOut), (status = 404, body = wire::Problem)))]
async fn team(visit: Visit, Path(id): Path<TeamId>) -> Handled<Json<TeamOut>> {
    let team = visit
        .read(move |cx| {
            let team = queries::team(cx, id)?;
            cx.require(kernel::Permission::SeeMembers, team.scope())?;
            Ok(team)
        })
        .await?;
    Ok(Json(TeamOut {
        id: team.id.to_string(),
        name: team.name,
        organization: team.organization.to_string(),
        organization_name: team.organization_name,
    }))
}

#[derive(Deserialize)]
struct Paging {
    #[serde(default)]
    search: String,
    #[serde(default)]
    cursor: Option<String>,
    #[serde(default)]
    limit: Option<i64>,
}

/// The people of a team, by last name; 50 at a time unless told, at most 500.
#[utoipa::path(get, path = "/api/v1/teams/{team}/members", tag = "organizations", operation_id = "list_members",
    params(("team" = String, Path), ("search" = Option<String>, Query), ("cursor" = Option<String>, Query),
        ("limit" = Option<i64>, Query)),
    responses((status = 200, body = MemberPage), (status = 404, body = wire::Problem), (status = 422, body = wire::Problem)))]
async fn list_members(visit: Visit, Path(id): Path<TeamId>, Query(paging): Query<Paging>) -> Handled {
    let list = paging.list()?;
    let (limit, search) = (list.limit - 1, list.search.clone());
    let (mut found, total) = visit.read(move |cx| members::members(cx, id, &list)).await?;
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(write_cursor);
    let body = MemberPage { members: found.iter().map(out).collect(), total, next: next.clone() };
    let mut response = Json(body).into_response();
    if let Some(next) = next {
        let query = form_urlencoded::Serializer::new(format!("limit={limit}&cursor={next}"))
            .extend_pairs(Some(("search", search)).filter(|(_, search)| !search.is_empty()))
            .finish();
        let link = format!("</api/v1/teams/{id}/members?{query}>; rel=\"next\"");
        response.headers_mut().insert(header::LINK, link.parse().map_err(Error::fault)?);
    }
    Ok(response)
}

impl Paging {
    /// One row more than was asked for tells whether there is a next page.
    fn list(self) -> Result<MemberList, Error> {
        let limit = self.limit.unwrap_or(50);
        if !(1..=500).contains(&limit) {
            return Err(Error::field("limit", "not-understood"));
        }
        let from = match &self.cursor {
            Some(cursor) => {
                Some(read_cursor(cursor).ok_or_else(|| Error::field("cursor", "not-understood"))?)
            }
            None => None,
        };
        Ok(MemberList { search: self.search, from, backwards: false, limit: limit + 1 })
    }
}

/// Where the page ended; letters that no query has to spell anew.
fn write_cursor(last: &Member) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{}~{}", last.person, last.sort_name))
}

fn read_cursor(cursor: &str) -> Option<(String, String)> {
    let text = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    text.split_once('~').map(|(id, name)| (name.to_owned(), id.to_owned()))
}

fn out(member: &Member) -> MemberOut {
    MemberOut {
        id: member.person.to_string(),
        first_name: member.first_name.clone(),
        last_name: member.last_name.clone(),
        email: member.email.clone(),
        role: member.role.name().into(),
        status: if member.is_active { "active".into() } else { "invited".into() },
        last_seen: member.seen_at.map(|at| at.rfc3339()),
        accepted_at: member.accepted_at.map(|at| at.rfc3339()),
    }
}

/// Invite one person to the team: adds to the team only.
#[utoipa::path(post, path = "/api/v1/teams/{team}/invitations", tag = "organizations",
    operation_id = "create_invitation", params(("team" = String, Path)), request_body = InvitationIn,
    responses((status = 201, body = InvitationOut), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem), (status = 409, body = wire::Problem),
        (status = 422, body = wire::Problem)))]
async fn post_invitation(
    visit: Visit,
    Path(id): Path<TeamId>,
    Sent(ask): Sent<InvitationIn>,
) -> Handled<(StatusCode, Json<InvitationOut>)> {
    let mut refused = vec![];
    let mut keep = |parsed: Result<Name, _>| parsed.map_err(|error| refused.push(error)).ok();
    let (first, last) =
        (keep(Name::parse("first_name", &ask.first_name)), keep(Name::parse("last_name", &ask.last_name)));
    let email = Email::parse("email", &ask.email).map_err(|error| refused.push(error)).ok();
    let lang = ask.language.as_deref().unwrap_or("en").parse::<Lang>();
    let lang = lang.map_err(|_| refused.push(kernel::FieldError::new("language", "not-understood"))).ok();
    let (Some(first_name), Some(last_name), Some(email), Some(lang)) = (first, last, email, lang) else {
        return Err(Error::fields(refused).into());
    };
    let time_zone = visit.site.house().time_zone.clone();
    let ask = Invite { team: id, email, first_name, last_name, lang, time_zone };
    let invited = visit.command(move |cx| invite::invite(cx, &ask)).await?;
    let out =
        InvitationOut { person: invited.person.to_string(), email: invited.email, is_new: invited.is_new };
    Ok((StatusCode::CREATED, Json(out)))
}
