//! People and how they get in: links from mails, passwords, sessions, the profile, staff and API keys; OAuth and
//! OpenID for programs. The room refuses to know organizations, teams and products. Start with [`person_for`] and
//! [`follow_link()`].

mod acting;
mod api;
mod events;
mod follow_link;
pub mod link;
mod mail;
pub mod oauth;
mod pages;
pub mod passwords;
mod people;
mod person;
mod profile;
mod queries;
mod refusal;
mod send_link;
mod sign_in;
mod staff;

pub use acting::{acting_again, acting_name};
pub use api::routes as api_routes;
pub use events::{
    ApiKeyCreated, ApiKeyRevoked, DetailsChanged, LinkSent, PartnerCreated, PasswordSet, PersonCreated,
    SignedIn, SignedOut, StaffAdded,
};
pub use follow_link::{From, follow_link, open_link, renew_link};
pub use link::{LINK_PATH, Purpose, issue_link, move_invitation_links, revoke_invitation_links};
pub use pages::{SetupCode, routes};
pub use passwords::Passwords;
pub use people::{held_person, person, person_by_email, person_for};
pub use person::{NewPerson, Person, sort_name, time_zone};
pub use refusal::Refused;
pub use send_link::{SendLink, ask_for_link};
pub use staff::{
    ApiKeyRow, Partner, add_staff, api_key_caller, api_keys, create_api_key, create_first_operator,
    create_partner, has_operator, note_caller, partner, partner_by_number, partners, people_of,
    revoke_api_key, staff,
};

use kernel::clock::hours;

web::room_texts!("accounts");

/// What this room does later.
pub fn jobs(jobs: &mut store::Jobs) {
    jobs.on(send_link::carry_out);
    queries::SPENT_LINKS.daily(jobs);
    web::session::SPENT.daily(jobs);
    jobs.every("accounts.sweep-tries", hours(1), |work| async move {
        let sweep = |cx: &mut store::Command| {
            cx.quiet();
            web::throttle::sweep(cx).map(|_| ())
        };
        work.db.command(&work.actor("accounts.sweep-tries"), sweep).await
    });
}
