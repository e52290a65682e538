//! The people of a team.

use crate::{Member, MemberList, members};
use axum::extract::Path;
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::TeamId;
use std::str::FromStr;
use web::{Handled, Listing, PartParams, SearchParams, Visit};
use wire::organizations as out;

/// The people of a team, by last name.
#[utoipa::path(get, path = "/api/v1/teams/{team}/members", tag = "organizations", operation_id = "list_members",
    params(("team" = String, Path, description = "`team_...`"), PartParams, SearchParams),
    responses((status = 200, body = out::MemberList), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem), (status = 422, body = wire::Problem)))]
pub(super) async fn list(visit: Visit, Path(id): Path<TeamId>, listing: Listing) -> Handled {
    let part = listing.part(&["q"])?;
    let from = part.cursor::<Place>()?.map(|place| (place.name, place.person));
    let list = MemberList { search: part.q(), from, backwards: false, limit: part.one_more() };
    let (found, total) = visit.read(move |cx| members::members(cx, id, &list)).await?;
    let (found, next) = part.cut(found, |last| Place::of(last).to_string());
    part.answer(next, |next| out::MemberList { items: found.iter().map(shown).collect(), total, next })
}

/// Where a page ended.
struct Place {
    person: String,
    name: String,
}

impl Place {
    fn of(last: &Member) -> Self {
        Place { person: last.person.to_string(), name: last.sort_name.clone() }
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
    fn from_str(cursor: &str) -> Result<Self, ()> {
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
    }
}
