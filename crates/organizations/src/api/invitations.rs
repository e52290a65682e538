//! One more for a team.

use crate::{Invite, invite};
use axum::{Json, extract::Path, http::StatusCode};
use kernel::{Email, Error, FieldError, Lang, Name, Result, TeamId};
use web::{Handled, Sent, Visit};
use wire::organizations::{Invitation, NewInvitation};

/// Invite one person to the team: adds to the team only.
#[utoipa::path(post, path = "/api/v1/teams/{team}/invitations", tag = "organizations",
    operation_id = "create_invitation", params(("team" = String, Path, description = "`team_...`")),
    request_body = NewInvitation,
    responses((status = 201, body = Invitation), (status = 403, body = wire::Problem),
        (status = 404, body = wire::Problem), (status = 409, body = wire::Problem, description = "`already-member`"),
        (status = 422, body = wire::Problem)))]
pub(super) async fn create(
    visit: Visit,
    Path(team): Path<TeamId>,
    Sent(new): Sent<NewInvitation>,
) -> Handled<(StatusCode, Json<Invitation>)> {
    let ask = read(team, &new, visit.site.house().time_zone.clone())?;
    let invited = visit.command(move |cx| invite::invite(cx, &ask)).await?;
    let out = Invitation { person: invited.person.to_string(), email: invited.email, is_new: invited.is_new };
    Ok((StatusCode::CREATED, Json(out)))
}

fn read(team: TeamId, new: &NewInvitation, time_zone: String) -> Result<Invite> {
    let mut refused = vec![];
    let mut keep = |parsed: Result<Name, _>| parsed.map_err(|error| refused.push(error)).ok();
    let (first, last) =
        (keep(Name::parse("first_name", &new.first_name)), keep(Name::parse("last_name", &new.last_name)));
    let email = Email::parse("email", &new.email).map_err(|error| refused.push(error)).ok();
    let lang = new.language.as_deref().unwrap_or("en").parse::<Lang>();
    let lang = lang.map_err(|_| refused.push(FieldError::new("language", "not-understood"))).ok();
    match (first, last, email, lang) {
        (Some(first_name), Some(last_name), Some(email), Some(lang)) => {
            Ok(Invite { team, email, first_name, last_name, lang, time_zone })
        }
        _ => Err(Error::fields(refused)),
    }
}
