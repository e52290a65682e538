//! An order that was placed.

use crate::landing::LandingKind;
use kernel::{ContractId, OrderId, OrganizationId, PartnerId, PersonId, Result, Scope, TeamId, Timestamp};
use store::{FromRow, Row};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    pub id: OrderId,
    pub number: String,
    pub digest: String,
    pub partner: Option<PartnerId>,
    pub partner_name: Option<String>,
    pub contract: ContractId,
    pub contract_number: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    pub organization_number: String,
    pub manager: PersonId,
    pub landing: LandingKind,
    /// None until the contract manager has chosen.
    pub team: Option<TeamId>,
    pub team_name: Option<String>,
    pub placed_by: String,
    pub placed_at: Timestamp,
    pub welcome_at: Timestamp,
    pub welcomed_at: Option<Timestamp>,
}

impl Order {
    /// Who sees it: the vendor, and the partner in whose name it is.
    pub fn scope(&self) -> Scope {
        self.partner.map_or(Scope::Vendor, Scope::Partner)
    }
    pub fn waits_for_landing(&self) -> bool {
        self.team.is_none()
    }
}

impl FromRow for Order {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Order {
            id: row.take()?,
            number: row.take()?,
            digest: row.take()?,
            partner: row.take()?,
            partner_name: row.take()?,
            contract: row.take()?,
            contract_number: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            organization_number: row.take()?,
            manager: row.take()?,
            landing: LandingKind::from_name(&row.take::<String>()?),
            team: row.take()?,
            team_name: row.take()?,
            placed_by: row.take()?,
            placed_at: row.take()?,
            welcome_at: row.take()?,
            welcomed_at: row.take()?,
        })
    }
}
