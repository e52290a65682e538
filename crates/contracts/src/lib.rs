//! Orders and what comes of them: contracts, their subscriptions, and the first way in for a contract manager.
//! The room refuses to know prices, and what a program does with a seat. Start with [`NewOrder`], what an order may
//! say, and [`place_order()`], all that it does.

mod announce;
mod api;
mod charges;
mod choose_landing;
mod contract;
mod contract_number;
mod draft;
mod ends;
mod events;
mod landing;
mod mail;
mod new_order;
mod order;
mod pages;
mod place_order;
mod placing;
mod plan;
mod queries;
mod reads;
mod refusal;
mod spread;
mod subscription;
pub mod takeover;
pub mod teams;
mod term;
mod welcome;

pub use charges::{Charge, Counted, Mark, OwnCharge, bind_seat, charges, charges_of};
pub use choose_landing::{Choice, ChooseLanding, choose_landing};
pub use contract::{Contract, State, Subscription};
pub use contract_number::contract_number;
pub use draft::{Draft, DraftLine};
pub use ends::{Coming, EndingSoon, ending_soon, outlook};
pub use events::{
    ContractMade, EndAnnounced, LandingChosen, OrderPlaced, SubscriptionEnded, SubscriptionMoved,
    SubscriptionStarted, WelcomeSent,
};
pub use landing::{Landing, LandingKind};
pub use new_order::{Length, Line, NewOrder};
pub use order::Order;
pub use pages::paths;
pub use place_order::{Placed, place_order};
pub use placing::Placing;
pub use plan::{OrderPlan, PlannedLine, plan_order};
pub use reads::{
    ContractList, OrderList, Orders, contract, contracts, contracts_of, order, orders, orders_of_contract,
    waiting_landings,
};
pub use refusal::Refused;
pub use spread::{Share, Spread};
pub use term::{Term, days_left, last_day, welcome_at};

use utoipa_axum::router::OpenApiRouter;

web::room_texts!("contracts");

pub fn routes() -> OpenApiRouter<web::Site> {
    api::routes().merge(pages::routes().into())
}

/// What this room does later.
pub fn jobs(jobs: &mut store::Jobs) {
    jobs.on(subscription::carry_out_start);
    jobs.on(subscription::carry_out_end);
    jobs.on(announce::carry_out);
    jobs.on(welcome::carry_out);
    jobs.on(takeover::carry_out_remind);
    jobs.on(takeover::carry_out_close);
}
