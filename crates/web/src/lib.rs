//! The kit that every room uses: the page frame, parts of the look, forms, the signed-in visitor, error pages.
//! It refuses to know any business: no table of a room, no rule. Start with [`layout`] and [`components`].

pub mod assets;
pub mod components;
pub mod cookies;
pub mod csv;
pub mod foreign;
pub mod form;
pub mod format;
pub mod headers;
mod journal;
pub mod json;
pub mod layout;
mod letter;
pub mod listing;
pub mod mail_frame;
mod next;
mod page;
pub mod problem;
pub mod session;
mod site;
mod texts;
pub mod throttle;
mod unread;
mod visit;

pub use form::{Ask, Fields, Filled, Form, Nothing};
pub use json::Sent;
pub use letter::letter;
pub use listing::{Listing, PartParams, SearchParams};
pub use next::{and_back, own_path};
pub use page::{Page, see_other};
pub use problem::Fault;
pub use session::{Place, Visitor};
pub use site::{Caller, Hooks, Site, SiteFacts};
pub use texts::Texts;
pub use visit::{Visit, bearer, identify};

use i18n_embed_fl::fl;
use kernel::{Lang, Role};

/// What a handler answers with, unless it has to refuse.
pub type Handled<T = axum::response::Response> = Result<T, Fault>;

/// What a role is called.
pub fn role_label(role: Role, lang: Lang) -> String {
    let t = texts(lang);
    match role {
        Role::Operator => fl!(t, "role-operator"),
        Role::Partner => fl!(t, "role-partner"),
        Role::ContractManager => fl!(t, "role-contract-manager"),
        Role::PrimaryAdmin => fl!(t, "role-primary-admin"),
        Role::SecondaryAdmin => fl!(t, "role-secondary-admin"),
        Role::User => fl!(t, "role-user"),
    }
}

room_texts!("web");
