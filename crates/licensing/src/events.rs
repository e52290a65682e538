//! What happened to leases and devices, for the audit log and for the rooms above.

use kernel::{DeviceId, LeaseId, OrganizationId, PersonId, PoolId, ProductId};
use serde::{Deserialize, Serialize};
use store::Event;

/// A device got a lease; renewing it is not news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaseGiven {
    pub lease: LeaseId,
    pub person: PersonId,
    pub email: String,
    pub device: DeviceId,
    pub product: ProductId,
    pub product_name: String,
    pub version: String,
    pub pool: PoolId,
    pub organization: OrganizationId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaseEnded {
    pub lease: LeaseId,
    pub person: PersonId,
    pub email: String,
    pub device: DeviceId,
    pub product: ProductId,
    pub product_name: String,
    pub organization: Option<OrganizationId>,
    /// `program`, `person`, `session`, `seat`.
    pub by: String,
}

/// A person freed a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceEnded {
    pub device: DeviceId,
    pub person: PersonId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyAccepted {
    pub person: PersonId,
    pub email: String,
    pub product: ProductId,
    pub product_name: String,
    pub version: String,
}

impl Event for LeaseGiven {
    const ACTION: &'static str = "lease.given";
    fn organization(&self) -> Option<OrganizationId> {
        Some(self.organization)
    }
    fn subject(&self) -> String {
        self.person.to_string()
    }
    fn label(&self) -> String {
        format!("{}: {}", self.email, self.product_name)
    }
}

impl Event for LeaseEnded {
    const ACTION: &'static str = "lease.ended";
    fn organization(&self) -> Option<OrganizationId> {
        self.organization
    }
    fn subject(&self) -> String {
        self.person.to_string()
    }
    fn label(&self) -> String {
        format!("{}: {}", self.email, self.product_name)
    }
}

impl Event for DeviceEnded {
    const ACTION: &'static str = "device.ended";
    fn subject(&self) -> String {
        self.person.to_string()
    }
    fn label(&self) -> String {
        self.name.clone()
    }
}

impl Event for PrivacyAccepted {
    const ACTION: &'static str = "privacy.accepted";
    fn subject(&self) -> String {
        self.person.to_string()
    }
    fn label(&self) -> String {
        format!("{}: {} {}", self.email, self.product_name, self.version)
    }
}
