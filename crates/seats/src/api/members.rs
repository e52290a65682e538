//! People leave a team, come back, or were meant by another address: with all that hangs on it.

use crate::{correct_invitation, leave::ReturnedProduct, leave_team, return_to_team};
use axum::{Json, extract::Path, http::StatusCode};
use kernel::{Email, Error, FieldError, Name, PersonId, Result, TeamId};
use organizations::Correction;
use web::{Handled, Sent, Visit};
use wire::{Problem, organizations as out};

/// Remove a member from the team. All seats there become free, the User ID lives on. People may remove themselves, but
/// for the primary admin, who hands the role over first. For 30 days it can be undone.
#[utoipa::path(delete, path = "/api/v1/teams/{team}/members/{person}", tag = "organizations",
    operation_id = "remove_member",
    params(("team" = String, Path, description = "`team_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`primary-admin-stays`")))]
pub(super) async fn remove(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
) -> Handled<StatusCode> {
    visit.command(move |cx| leave_team(cx, team, person)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Undo a removal within 30 days: the person has the former role and groups, and the products as far as seats are free.
#[utoipa::path(post, path = "/api/v1/teams/{team}/members/{person}/return", tag = "organizations",
    operation_id = "return_member",
    params(("team" = String, Path, description = "`team_...`"), ("person" = String, Path, description = "`user_...`")),
    responses((status = 200, body = out::Returned), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`already-member`, `removed-too-long-ago`")))]
pub(super) async fn bring_back(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
) -> Handled<Json<out::Returned>> {
    let returned = visit.command(move |cx| return_to_team(cx, team, person)).await?;
    let shown = |products: Vec<ReturnedProduct>| products.into_iter().map(product).collect();
    Ok(Json(out::Returned { products: shown(returned.products), missing: shown(returned.missing) }))
}

/// Correct the address of an invitation that nobody has answered: it goes to the right person, with role, groups and
/// seats, and a new mail leaves. The old link dies.
#[utoipa::path(patch, path = "/api/v1/teams/{team}/invitations/{person}", tag = "organizations",
    operation_id = "correct_invitation",
    params(("team" = String, Path, description = "`team_...`"), ("person" = String, Path, description = "`user_...`")),
    request_body = out::CorrectedInvitation,
    responses((status = 200, body = out::Invitation), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem,
            description = "`already-active`, `already-member`, `same-address`, `primary-admin-stays`"),
        (status = 422, body = Problem)))]
pub(super) async fn correct(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
    Sent(ask): Sent<out::CorrectedInvitation>,
) -> Handled<Json<out::Invitation>> {
    let ask = read(team, person, &ask)?;
    let invited = visit.command(move |cx| correct_invitation(cx, &ask)).await?;
    let (person, is_new) = (invited.person.to_string(), invited.is_new);
    Ok(Json(out::Invitation { person, email: invited.email, is_new }))
}

fn read(team: TeamId, person: PersonId, ask: &out::CorrectedInvitation) -> Result<Correction> {
    let mut refused: Vec<FieldError> = vec![];
    let email = Email::parse("email", &ask.email).map_err(|error| refused.push(error)).ok();
    let mut name = |field, text: &Option<String>| {
        let parsed = text.as_deref().map(|text| Name::parse(field, text)).transpose();
        parsed.map_err(|error| refused.push(error)).ok().flatten()
    };
    let (first_name, last_name) = (name("first_name", &ask.first_name), name("last_name", &ask.last_name));
    match email {
        Some(email) if refused.is_empty() => Ok(Correction { team, person, email, first_name, last_name }),
        _ => Err(Error::fields(refused)),
    }
}

fn product(product: ReturnedProduct) -> out::ReturnedProduct {
    out::ReturnedProduct { pool: product.pool.to_string(), product_name: product.product }
}
