//! What the one who acts is called in a mail. The audit log keeps the address or the name of the key.

use crate::queries;
use kernel::{Result, Scope};
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
