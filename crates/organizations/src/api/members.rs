//! The people of a team, and their roles.

use crate::{Member, MemberList, RemovedMember, change_role, members, queries, removed_members};
use axum::{Json, extract::Path};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::{Error, PersonId, Result, Role, TeamId};
use std::str::FromStr;
use store::{Command, Read};
use web::{Handled, Listing, PartParams, SearchParams, Sent, Visit};
use wire::organizations as out;

/// The people of a team, by last name.
#[utoipa::path(get, path = "/api/v1/teams/{team}/members", tag = "organizations", operation_id = "list_members",
    params(("team" = String, Path, description = "`team_...`"),
        ("status" = Option<String>, Query, description = "`active`, `invited`, or `removed` for those who left in the \
            last 30 days; without it, all that are in the team"), PartParams, SearchParams),
    responses((status = 200, body = out::MemberList), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem), (status = 422, body = wire::Problem)))]
pub(super) async fn list(visit: Visit, Path(id): Path<TeamId>, listing: Listing) -> Handled {
    let part = listing.part(&["q", "status"])?;
    let status = Status::read(part.value("status").as_deref())?;
    let from = part.cursor::<Place>()?.map(|place| (place.name, place.person));
    let is_active = status.is_active();
    let list = MemberList { search: part.q(), is_active, from, backwards: false, limit: part.one_more() };
    let (found, total) = visit.read(move |cx| rows(cx, id, status, &list)).await?;
    let (found, next) = part.cut(found, |(place, _)| place.to_string());
    let items = found.into_iter().map(|(_, member)| member).collect();
    part.answer(next, |next| out::MemberList { items, total, next })
}

/// Change the role of a member. Making somebody primary admin hands the role over, or takes it over.
#[utoipa::path(put, path = "/api/v1/teams/{team}/members/{person}/role", tag = "organizations",
    operation_id = "change_role",
    params(("team" = String, Path, description = "`team_...`"), ("person" = String, Path, description = "`user_...`")),
    request_body = out::NewRole,
    responses((status = 200, body = out::Member), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem),
        (status = 409, body = wire::Problem, description = "`primary-admin-stays`"),
        (status = 422, body = wire::Problem)))]
pub(super) async fn put_role(
    visit: Visit,
    Path((id, person)): Path<(TeamId, PersonId)>,
    Sent(new): Sent<out::NewRole>,
) -> Handled<Json<out::Member>> {
    let role = role(&new)?;
    let change = move |cx: &mut Command| {
        change_role(cx, id, person, role)?;
        queries::member(cx, id, person)
    };
    let member = visit.command(change).await?;
    Ok(Json(shown(&member)))
}

fn role(new: &out::NewRole) -> Result<Role> {
    let found = Role::from_name(&new.role).filter(|role| role.is_team_admin() || *role == Role::User);
    found.ok_or_else(|| Error::field("role", "not-understood"))
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Status {
    Any,
    Active,
    Invited,
    Removed,
}

impl Status {
    fn read(text: Option<&str>) -> Result<Status> {
        match text {
            None => Ok(Status::Any),
            Some("active") => Ok(Status::Active),
            Some("invited") => Ok(Status::Invited),
            Some("removed") => Ok(Status::Removed),
            Some(_) => Err(Error::field("status", "not-understood")),
        }
    }
    fn is_active(self) -> Option<bool> {
        match self {
            Status::Active => Some(true),
            Status::Invited => Some(false),
            Status::Any | Status::Removed => None,
        }
    }
}

type Rows = Vec<(Place, out::Member)>;

/// Each with its place in the list; and how many people the team has.
fn rows(cx: &mut Read, id: TeamId, status: Status, list: &MemberList) -> Result<(Rows, i64)> {
    if status == Status::Removed {
        let found = removed_members(cx, id, list)?;
        let rows = found.iter().map(|gone| (Place::of(gone.person, &gone.sort_name), shown_removed(gone)));
        return Ok((rows.collect(), queries::count_members(cx, id)?));
    }
    let (found, total) = members(cx, id, list)?;
    let rows = found.iter().map(|member| (Place::of(member.person, &member.sort_name), shown(member)));
    Ok((rows.collect(), total))
}

/// Where a page ended.
struct Place {
    person: String,
    name: String,
}

impl Place {
    fn of(person: PersonId, name: &str) -> Self {
        Place { person: person.to_string(), name: name.to_owned() }
    }
}

/// In letters that no query has to spell anew.
impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&BASE64_URL_SAFE_NO_PAD.encode(format!("{}~{}", self.person, self.name)))
    }
}

impl FromStr for Place {
    type Err = ();
    fn from_str(cursor: &str) -> std::result::Result<Self, ()> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).map_err(drop)?;
        let text = String::from_utf8(bytes).map_err(drop)?;
        let (person, name) = text.split_once('~').filter(|_| !text.contains('\0')).ok_or(())?;
        Ok(Place { person: person.to_owned(), name: name.to_owned() })
    }
}

fn shown(member: &Member) -> out::Member {
    out::Member {
        id: member.person.to_string(),
        first_name: member.first_name.clone(),
        last_name: member.last_name.clone(),
        email: member.email.clone(),
        role: member.role.name().into(),
        status: if member.is_active { "active".into() } else { "invited".into() },
        last_seen: member.seen_at.map(|at| at.rfc3339()),
        accepted_at: member.accepted_at.map(|at| at.rfc3339()),
        removed_at: None,
    }
}

fn shown_removed(member: &RemovedMember) -> out::Member {
    out::Member {
        id: member.person.to_string(),
        first_name: member.first_name.clone(),
        last_name: member.last_name.clone(),
        email: member.email.clone(),
        role: member.role.name().into(),
        status: "removed".into(),
        last_seen: None,
        accepted_at: None,
        removed_at: Some(member.removed_at.rfc3339()),
    }
}
