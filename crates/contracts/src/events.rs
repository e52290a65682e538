//! What happened, for the audit log and for the rooms above.

use kernel::{ContractId, OrderId, PartnerId, PersonId, PoolId, SubscriptionId, TeamId};
use serde::{Deserialize, Serialize};

store::events! {
    of an organization;
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
    /// It is another team's from now on: whole, or `part_of` that subscription. So many people went with it.
    SubscriptionMoved "subscription.moved" {
        subscription: SubscriptionId, part_of: Option<SubscriptionId>, contract: ContractId, number: String,
        product: String, quantity: i64, from: TeamId, team: TeamId, people: i64,
    } subscription number;
    SubscriptionEnded "subscription.ended" {
        subscription: SubscriptionId, contract: ContractId, number: String, quantity: i64, team: Option<TeamId>,
    } subscription number;
    /// The admins of a team were told who will lose a product when subscriptions end.
    EndAnnounced "team.end-announced" { team: TeamId, name: String, days: i64, lose: i64 } team name;
    /// An admin chose the subscription that a seat counts to.
    SeatBound "seat.bound" {
        person: PersonId, email: String, pool: PoolId, product_name: String, team: TeamId,
        subscription: SubscriptionId, number: String,
    } person email;
    SeatUnbound "seat.unbound" {
        person: PersonId, email: String, pool: PoolId, product_name: String, team: TeamId,
    } person email;
}
