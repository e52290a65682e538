//! Seats: pools of an offering in a team, and who has a seat of them; never more than were bought, in any race.
//! The room refuses to know contracts and prices (they call [`add_capacity`]) and what a program does with a seat.
//! Start with [`Pool`], the rule that gives a seat, then [`assign_seat`].

mod api;
mod assign_people;
mod assign_products;
mod assign_seat;
mod assignment;
mod belongings;
mod capacity;
mod correct;
mod default;
mod events;
mod except;
pub mod groups;
pub mod imports;
mod jobs;
mod keeping;
mod leave;
mod mail;
pub mod moving;
mod outlook;
mod pages;
mod people;
mod pin;
mod pool;
mod queries;
mod reads;
mod refusal;
mod release;
mod restore;
mod settle;
mod standing;
mod suspend;

pub use assign_people::assign_people;
pub use assign_products::assign_products;
pub use assign_seat::{AssignSeat, assign_seat};
pub use assignment::{Assignment, Candidate, HeldProduct, Holder, OwnProduct, Policy, Seat};
pub use capacity::{add_capacity, set_capacity};
pub use correct::correct_invitation;
pub use default::set_default;
pub use events::*;
pub use except::{except, lift_exception};
pub use jobs::jobs;
pub use keeping::Place;
pub use leave::{Returned, ReturnedProduct, leave_team, return_to_team};
pub use outlook::{Change, Outlook, Turn, outlook};
pub use pages::{paths, pin_button, views};
pub use people::{Listed, Member, Step, Window};
pub use pin::{pin_seat, unpin_seat};
pub use pool::Pool;
pub use reads::{
    holders, pinned, pool, pools_of_team, products_by_person, products_of, seat_for, was_taken_back,
    without_seat,
};
pub use refusal::SeatRefusal;
pub use release::{Released, release_seat, release_seats};
pub use restore::restore_seats;
pub use settle::Settled;

use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<web::Site> {
    api::routes().merge(pages::routes().into())
}

web::room_texts!("seats");
