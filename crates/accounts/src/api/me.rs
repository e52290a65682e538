//! Who calls: an API key, a program with its token, or a person who is signed in; and for whom.

use crate::{
    oauth::{ProgramAccess, ProgramScope},
    person, queries,
};
use axum::{
    Json,
    extract::{FromRequestParts, Request},
    response::{IntoResponse, Response},
};
use kernel::{Actor, Error, PartnerId, PersonId, Result, Scope, Who};
use store::Read;
use web::{Handled, Visit};
use wire::me::{ActsFor, CallerKind, Me, PrincipalKind};

/// Who you are, and for whom you act.
#[utoipa::path(get, path = "/api/v1/me", tag = "accounts", operation_id = "get_me",
    security(("bearer" = []), ("program" = []), ("session" = [])),
    responses((status = 200, body = Me), (status = 401, body = wire::Problem)))]
pub(super) async fn show(visit: Visit, request: Request) -> Handled {
    let me = match visit.actor.who {
        Who::ApiKey(id) => {
            let partner = partner_of(&visit.actor);
            let acts_for = match partner {
                Some(partner) => visit.read(move |cx| for_partner(cx, partner)).await?,
                None => for_vendor(&visit),
            };
            Me { kind: CallerKind::ApiKey, id: id.to_string(), name: visit.actor.label.clone(), acts_for }
        }
        Who::Person(id) => {
            let acts_for = visit.read(move |cx| for_person(cx, id, true)).await?;
            let name = acts_for.name.clone().unwrap_or_default();
            Me { kind: CallerKind::Person, id: id.to_string(), name, acts_for }
        }
        Who::Nobody | Who::System(_) => return program(&visit, request).await,
    };
    Ok(Json(me).into_response())
}

/// Behind a program's token; whoever comes without one is asked who it is.
async fn program(visit: &Visit, request: Request) -> Handled {
    let (mut parts, _) = request.into_parts();
    let token = match ProgramAccess::from_request_parts(&mut parts, &()).await {
        Ok(access) => access.token,
        Err(refused) => return Ok::<Response, _>(refused),
    };
    let find = move |cx: &mut Read| {
        let program = crate::oauth::known_program(cx, &token.client_id)?.ok_or_else(Error::not_found)?;
        let acts_for = for_person(cx, token.person, token.scopes.has(ProgramScope::Profile))?;
        Ok(Me { kind: CallerKind::Program, id: program.client_id, name: program.name, acts_for })
    };
    Ok(Json(visit.read(find).await?).into_response())
}

fn partner_of(actor: &Actor) -> Option<PartnerId> {
    actor.grants.iter().find_map(|grant| match grant.scope {
        Scope::Partner(partner) => Some(partner),
        _ => None,
    })
}

fn for_vendor(visit: &Visit) -> ActsFor {
    ActsFor { kind: PrincipalKind::Vendor, id: None, name: Some(visit.site.house().vendor.clone()) }
}

fn for_partner(cx: &mut Read, id: PartnerId) -> Result<ActsFor> {
    let partner = queries::partner(cx, id)?;
    Ok(ActsFor { kind: PrincipalKind::Partner, id: Some(id.to_string()), name: Some(partner.name) })
}

fn for_person(cx: &mut Read, id: PersonId, may_be_named: bool) -> Result<ActsFor> {
    let person = person(cx, id)?;
    let name = may_be_named.then(|| format!("{} {}", person.first_name, person.last_name).trim().to_owned());
    Ok(ActsFor { kind: PrincipalKind::Person, id: Some(id.to_string()), name })
}
