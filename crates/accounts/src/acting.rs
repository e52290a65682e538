//! What the one who acts is called in a mail, and who acts when work goes on that somebody began. The audit log keeps the
//! address or the name of the key.

use crate::queries;
use kernel::{Actor, Grant, Result, Role, Scope, Who};
use store::Read;

/// People by their names; a program by those for whom it acts.
pub fn acting_name(cx: &mut Read) -> Result<String> {
    if let Some(person) = cx.actor().person_id() {
        return Ok(queries::person(cx, person)?.name());
    }
    let partner = cx.actor().grants.iter().find_map(|grant| match grant.scope {
        Scope::Partner(partner) => Some(partner),
        _ => None,
    });
    match partner {
        Some(partner) => Ok(queries::partner(cx, partner)?.name),
        None => Ok(cx.house().vendor.clone()),
    }
}

/// Whoever began something that a job goes on with, by the id and the name that were noted: with the roles of today, so
/// that who has lost a right meanwhile does nothing more by it. A key that was revoked has none.
pub fn acting_again(cx: &mut Read, who: &str, label: &str) -> Result<Actor> {
    if let Ok(person) = who.parse() {
        let places = web::session::places(cx, person)?;
        return Ok(Actor::person(person, label, places.into_iter().map(|place| place.grant).collect()));
    }
    let Ok(key) = who.parse() else { return Ok(Actor::nobody()) };
    let grants = match queries::partner_of_key(cx, key)? {
        None => vec![],
        Some(None) => vec![Grant { role: Role::Operator, scope: Scope::Vendor }],
        Some(Some(partner)) => vec![Grant { role: Role::Partner, scope: Scope::Partner(partner) }],
    };
    Ok(Actor { who: Who::ApiKey(key), label: label.to_owned(), grants, ..Actor::nobody() })
}
