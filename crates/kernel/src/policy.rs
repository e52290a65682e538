//! The one table: which role may do what, within which scope. Commands say `require`; nothing else decides.

use crate::{ContractId, OrganizationId, PartnerId, PersonId, TeamId};

/// A role that somebody holds somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs Plats for the vendor.
    Operator,
    /// Staff of a reseller: places orders for customers.
    Partner,
    /// Main contact of a contract (CM).
    ContractManager,
    /// Exactly one in a team (PA).
    PrimaryAdmin,
    /// Any number in a team (SA).
    SecondaryAdmin,
    /// A member of a team without admin rights.
    User,
}

impl Role {
    pub const ALL: [Role; 6] = [
        Role::Operator,
        Role::Partner,
        Role::ContractManager,
        Role::PrimaryAdmin,
        Role::SecondaryAdmin,
        Role::User,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Role::Operator => "operator",
            Role::Partner => "partner",
            Role::ContractManager => "contract_manager",
            Role::PrimaryAdmin => "primary_admin",
            Role::SecondaryAdmin => "secondary_admin",
            Role::User => "user",
        }
    }
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
    /// PA or SA.
    pub const fn is_team_admin(self) -> bool {
        matches!(self, Role::PrimaryAdmin | Role::SecondaryAdmin)
    }
}

/// What can be done, each to a scope of a fixed kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Permission {
    /// Vendor: staff, partners, API keys, mails, programs.
    ManageVendor,
    /// Vendor: products, releases, builds, offerings.
    ManageCatalog,
    /// Vendor or partner: place an order in that name.
    PlaceOrder,
    /// Vendor or partner: see the orders placed in that name.
    SeeOrders,
    /// Organization: see its teams, and that it exists.
    SeeOrganization,
    /// Organization: make a further team (S17).
    CreateTeam,
    /// Team: see it and its members' list.
    SeeMembers,
    /// Team: invite, resend, correct.
    InviteUsers,
    /// Team: change roles, remove members.
    ManageMembers,
    /// Team: see pools and who holds a seat.
    SeeSeats,
    /// Team: give and take back seats.
    AssignSeats,
    /// Contract: see its subscriptions and dates.
    SeeContract,
    /// Contract: choose the team that an order lands in (B10).
    ChooseLanding,
    /// Contract: hand the role of its manager on (S22).
    HandOverContract,
    /// Team: apply to manage a contract that seats of the team come from (S13).
    ApplyToManage,
    /// Vendor or partner: decide whether an applicant becomes the manager of a contract (B1).
    DecideTakeover,
    /// Organization: see how the mails to its people fared (B14).
    SeeMails,
}

use Permission::*;

impl Permission {
    pub const ALL: [Permission; 17] = [
        ManageVendor,
        ManageCatalog,
        PlaceOrder,
        SeeOrders,
        SeeOrganization,
        CreateTeam,
        SeeMembers,
        InviteUsers,
        ManageMembers,
        SeeSeats,
        AssignSeats,
        SeeContract,
        ChooseLanding,
        HandOverContract,
        ApplyToManage,
        DecideTakeover,
        SeeMails,
    ];
}

/// The table. A role that is not listed may not.
pub const fn permissions(role: Role) -> &'static [Permission] {
    match role {
        Role::Operator => &Permission::ALL,
        Role::Partner => &[PlaceOrder, SeeOrders, DecideTakeover],
        Role::ContractManager => &[SeeOrganization, SeeContract, ChooseLanding, HandOverContract],
        Role::PrimaryAdmin => &[
            SeeOrganization,
            CreateTeam,
            SeeMembers,
            InviteUsers,
            ManageMembers,
            SeeSeats,
            AssignSeats,
            SeeMails,
            ApplyToManage,
        ],
        Role::SecondaryAdmin => &[
            SeeOrganization,
            CreateTeam,
            SeeMembers,
            InviteUsers,
            ManageMembers,
            SeeSeats,
            AssignSeats,
            SeeMails,
        ],
        Role::User => &[SeeOrganization],
    }
}

/// What a permission is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    Vendor,
    Partner(PartnerId),
    Organization(OrganizationId),
    Team(TeamId, OrganizationId),
    Contract(ContractId, OrganizationId),
    Person(PersonId),
}

impl Scope {
    pub const fn organization(self) -> Option<OrganizationId> {
        match self {
            Scope::Organization(id) | Scope::Team(_, id) | Scope::Contract(_, id) => Some(id),
            Scope::Vendor | Scope::Partner(_) | Scope::Person(_) => None,
        }
    }

    /// Whether a role held here counts there. The vendor's counts everywhere; an organization's in its teams and
    /// contracts; a team's or contract's role counts for questions about the organization as a whole.
    pub fn covers(self, there: Scope) -> bool {
        match (self, there) {
            (Scope::Vendor, _) => true,
            (Scope::Organization(here), _) => there.organization() == Some(here),
            (_, Scope::Organization(there)) => self.organization() == Some(there),
            _ => self == there,
        }
    }
}

/// A role and where it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

impl Grant {
    pub fn allows(&self, permission: Permission, scope: Scope) -> bool {
        self.scope.covers(scope) && permissions(self.role).contains(&permission)
    }
}

/// The table as text, one line a role: checked in as `generated/policy.txt`.
pub fn as_text() -> String {
    let mut text =
        String::from("# role: permissions. Written from crates/kernel/src/policy.rs; a test compares it.\n");
    for role in Role::ALL {
        let names: Vec<_> = permissions(role).iter().map(|permission| format!("{permission:?}")).collect();
        text += &format!("{}: {}\n", role.name(), names.join(" "));
    }
    text
}
