//! A contract: what was bought by one order, until when, and who is its main contact.

use crate::term;
use jiff::tz::TimeZone;
use kernel::{
    ContractId, OfferingId, OrderId, OrganizationId, PartnerId, PersonId, ProductId, Result, Scope,
    SubscriptionId, TeamId, Timestamp,
};
use store::{FromRow, Row};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    pub id: ContractId,
    pub number: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    pub organization_number: String,
    pub manager: PersonId,
    pub manager_first_name: String,
    pub manager_last_name: String,
    pub manager_email: String,
    pub partner: Option<PartnerId>,
    pub partner_name: Option<String>,
    /// Where customers write about licenses (mission S26).
    pub partner_desk: Option<String>,
    /// IANA; the days of the contract are days there.
    pub time_zone: String,
    pub created_at: Timestamp,
    pub subscriptions: Vec<Subscription>,
}

impl Contract {
    pub fn scope(&self) -> Scope {
        Scope::Contract(self.id, self.organization)
    }
    pub fn zone(&self) -> TimeZone {
        term::zone_of(&self.time_zone)
    }
    pub fn manager_name(&self) -> String {
        format!("{} {}", self.manager_first_name, self.manager_last_name).trim().to_owned()
    }
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.subscriptions.iter().map(|subscription| subscription.start_at).min()
    }
    /// The first moment after the next subscription that ends; None when all of them have ended.
    pub fn next_end(&self) -> Option<Timestamp> {
        let open = self.subscriptions.iter().filter(|subscription| subscription.ended_at.is_none());
        open.map(|subscription| subscription.end_at).min()
    }
    /// The renewal date: a moment of its last day.
    pub fn renewal_at(&self) -> Option<Timestamp> {
        self.next_end().map(term::last_day)
    }
    /// Days until the renewal date.
    pub fn days_left(&self, now: Timestamp) -> Option<i64> {
        self.next_end().map(|end| term::days_left(end, &self.zone(), now))
    }
    pub fn seats(&self) -> i64 {
        self.subscriptions
            .iter()
            .filter(|subscription| subscription.ended_at.is_none())
            .map(|line| line.quantity)
            .sum()
    }
    pub fn state(&self) -> State {
        let mut states = self.subscriptions.iter().map(Subscription::state);
        match () {
            () if states.clone().any(|state| state == State::Running) => State::Running,
            () if states.any(|state| state == State::Waiting) => State::Waiting,
            () => State::Ended,
        }
    }
    pub fn waits_for_landing(&self) -> bool {
        self.subscriptions.iter().any(|subscription| subscription.team.is_none())
    }
}

/// A line of a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    pub id: SubscriptionId,
    pub contract: ContractId,
    pub order: OrderId,
    pub line: i64,
    pub offering: OfferingId,
    pub offering_name: String,
    pub sku: String,
    pub product: ProductId,
    pub product_name: String,
    pub icon: String,
    /// None until the contract manager has chosen.
    pub team: Option<TeamId>,
    pub team_name: Option<String>,
    pub quantity: i64,
    pub start_at: Timestamp,
    pub end_at: Timestamp,
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

/// Where a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its first day lies ahead.
    Waiting,
    /// Its seats can be used.
    Running,
    Ended,
}

impl State {
    pub const fn name(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Running => "running",
            State::Ended => "ended",
        }
    }
}

impl Subscription {
    pub fn state(&self) -> State {
        match (self.started_at, self.ended_at) {
            (_, Some(_)) => State::Ended,
            (Some(_), None) => State::Running,
            (None, None) => State::Waiting,
        }
    }
    /// A moment of the last day.
    pub fn last_day(&self) -> Timestamp {
        term::last_day(self.end_at)
    }
}

impl FromRow for Contract {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Contract {
            id: row.take()?,
            number: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            organization_number: row.take()?,
            manager: row.take()?,
            manager_first_name: row.take()?,
            manager_last_name: row.take()?,
            manager_email: row.take()?,
            partner: row.take()?,
            partner_name: row.take()?,
            partner_desk: row.take()?,
            time_zone: row.take()?,
            created_at: row.take()?,
            subscriptions: vec![],
        })
    }
}

impl FromRow for Subscription {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Subscription {
            id: row.take()?,
            contract: row.take()?,
            order: row.take()?,
            line: row.take()?,
            offering: row.take()?,
            offering_name: row.take()?,
            sku: row.take()?,
            product: row.take()?,
            product_name: row.take()?,
            icon: row.take()?,
            team: row.take()?,
            team_name: row.take()?,
            quantity: row.take()?,
            start_at: row.take()?,
            end_at: row.take()?,
            started_at: row.take()?,
            ended_at: row.take()?,
        })
    }
}
