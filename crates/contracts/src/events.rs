//! What happened, for the audit log and for the rooms above.

use kernel::{ContractId, OrderId, OrganizationId, PartnerId, PersonId, SubscriptionId, TeamId};
use serde::{Deserialize, Serialize};
use store::Event;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $action:literal { $($field:ident: $kind:ty),* $(,)? } $subject:ident $label:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub struct $name { pub organization: OrganizationId, $(pub $field: $kind),* }
        impl Event for $name {
            const ACTION: &'static str = $action;
            fn organization(&self) -> Option<OrganizationId> {
                Some(self.organization)
            }
            fn subject(&self) -> String {
                self.$subject.to_string()
            }
            fn label(&self) -> String {
                self.$label.to_string()
            }
        }
    )*};
}

events! {
    OrderPlaced "order.placed" {
        order: OrderId, number: String, contract: ContractId, partner: Option<PartnerId>, team: Option<TeamId>,
        lines: usize,
    } order number;
    ContractMade "contract.made" {
        contract: ContractId, number: String, manager: PersonId, partner: Option<PartnerId>,
    } contract number;
    /// The contract manager chose where an order lands.
    LandingChosen "order.landing-chosen" { order: OrderId, number: String, contract: ContractId, team: TeamId } order number;
    WelcomeSent "order.welcome-sent" { order: OrderId, number: String, person: PersonId } order number;
    SubscriptionStarted "subscription.started" {
        subscription: SubscriptionId, contract: ContractId, number: String, quantity: i64, team: Option<TeamId>,
    } subscription number;
    SubscriptionEnded "subscription.ended" {
        subscription: SubscriptionId, contract: ContractId, number: String, quantity: i64, team: Option<TeamId>,
    } subscription number;
}
