//! In whose name an order is placed. The vendor's staff may name a partner; a partner orders for itself alone.

use crate::refusal::Refused;
use accounts::Partner;
use kernel::{Actor, Error, PartnerId, Permission, Result, Role, Scope};
use store::Read;

#[derive(Debug, Clone)]
pub struct Placing {
    /// Order numbers are unique in here: `vendor`, or a partner's id.
    pub placed_in: String,
    pub partner: Option<Partner>,
}

impl Placing {
    /// `named` is the partner's number, if the order names one.
    pub fn of(cx: &mut Read, named: Option<&str>) -> Result<Placing> {
        let named_partner = match named {
            Some(number) => accounts::partner_by_number(cx, number)?,
            None => None,
        };
        let unknown = || Error::field("partner", "unknown");
        if cx.may(Permission::PlaceOrder, Scope::Vendor) {
            return match (named, named_partner) {
                (Some(_), None) => Err(unknown()),
                (_, partner) => Ok(Placing { placed_in: "vendor".into(), partner }),
            };
        }
        let own = own_partners(cx.actor());
        let id = match (named, named_partner, &own[..]) {
            // Nobody who places orders: the table says how that is answered.
            (_, _, []) => return Err(refuse_stranger(cx)),
            (Some(_), Some(partner), own) if own.contains(&partner.id) => partner.id,
            (Some(_), ..) => return Err(unknown()),
            (None, _, [only]) => *only,
            (None, ..) => return Err(Refused::PartnerNotNamed.into()),
        };
        cx.require(Permission::PlaceOrder, Scope::Partner(id))?;
        Ok(Placing { placed_in: id.to_string(), partner: Some(accounts::partner(cx, id)?) })
    }

    pub fn partner_id(&self) -> Option<PartnerId> {
        self.partner.as_ref().map(|partner| partner.id)
    }
    pub fn partner_number(&self) -> Option<&str> {
        self.partner.as_ref().map(|partner| partner.number.as_str())
    }
    pub fn partner_name(&self) -> Option<&str> {
        self.partner.as_ref().map(|partner| partner.name.as_str())
    }
}

fn refuse_stranger(cx: &Read) -> Error {
    match cx.require(Permission::PlaceOrder, Scope::Vendor) {
        Ok(()) => Error::forbidden(),
        Err(error) => error,
    }
}

/// The partners that the actor works for.
pub fn own_partners(actor: &Actor) -> Vec<PartnerId> {
    let partners = actor.grants.iter().filter_map(|grant| match (grant.role, grant.scope) {
        (Role::Partner, Scope::Partner(partner)) => Some(partner),
        _ => None,
    });
    partners.collect()
}
