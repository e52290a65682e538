//! What the whole server knows about itself: the database, the public url, the vendor's face.

use crate::{
    layout::{NavGroup, VendorFace},
    visit::Visit,
};
use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
};
use kernel::{Actor, House, Result, Secret};
use std::{ops::Deref, sync::Arc};
use store::{Command, Db, Read};
use tower_http::catch_panic::CatchPanicLayer;

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    facts: SiteFacts,
    /// The same on every page, so it is made once.
    face: VendorFace,
}

/// Who the vendor is and under which address stands in the database's [`House`].
pub struct SiteFacts {
    pub db: Db,
    /// The areas that have a host of their own: path (`/manage`) and base url (mission S4).
    pub areas: Vec<(&'static str, String)>,
    /// The parent domain of those hosts, for the cookie; None for one host.
    pub cookie_domain: Option<String>,
    /// The vendor's color.
    pub brand: Option<String>,
    /// Whether `X-Forwarded-For` of the proxy in front is believed.
    pub behind_proxy: bool,
    pub hooks: Hooks,
}

impl SiteFacts {
    /// One host, our colors, no proxy in front.
    pub fn new(db: Db, hooks: Hooks) -> Self {
        SiteFacts { db, areas: vec![], cookie_domain: None, brand: None, behind_proxy: false, hooks }
    }
}

/// What rooms above the kit contribute to every request.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Who calls with an API key as bearer token, or None.
    pub bearer: fn(&mut Read, &Secret) -> Result<Option<Caller>>,
    /// Whether a bearer token is a program's: then the few doors that are meant for programs look at it, and for all
    /// others nobody calls.
    pub is_programs: fn(&Secret) -> bool,
    /// Notes that a person or a caller was here, when that is due.
    pub note: fn(&mut Command, &Actor) -> Result<()>,
    /// The navigation for this visit.
    pub navigation: fn(&Visit) -> Vec<NavGroup>,
    /// The page that Ctrl K asks, if there is one.
    pub search: Option<&'static str>,
}

impl Hooks {
    /// For a site without programs of its own.
    pub const NONE: Hooks = Hooks {
        bearer: |_, _| Ok(None),
        is_programs: |_| false,
        note: |_, _| Ok(()),
        navigation: |_| vec![],
        search: None,
    };
}

/// Who calls with a token.
pub struct Caller {
    pub actor: Actor,
    /// Whether it is time to note that they were here; most calls only read.
    pub note_due: bool,
}

impl Site {
    pub fn new(facts: SiteFacts) -> Self {
        let house = facts.db.house();
        let sheet = facts.brand.as_deref().and_then(crate::assets::brand_sheet);
        let face = VendorFace {
            name: house.vendor.clone(),
            brand_version: sheet.map(|sheet| crate::assets::short_hash(sheet.as_bytes())),
            support_mail: house.support_mail.clone(),
            ..VendorFace::default()
        };
        Site(Arc::new(Inner { facts, face }))
    }
    pub fn house(&self) -> &House {
        self.db.house()
    }
    pub(crate) fn face(&self) -> VendorFace {
        self.0.face.clone()
    }
    /// The rooms behind the doors that every request passes: who asks, and how a refusal leaves.
    pub fn doors(&self, rooms: Router<Site>) -> Router {
        rooms
            .layer(CatchPanicLayer::custom(crate::problem::panicked))
            .layer(from_fn(crate::problem::render))
            .layer(from_fn_with_state(self.clone(), crate::identify))
            .layer(from_fn(crate::unread::hear_out))
            .with_state(self.clone())
    }
    /// Whether the cookies may say Secure and `__Host-`.
    pub fn is_https(&self) -> bool {
        self.house().public_url.starts_with("https://")
    }
    /// The absolute url of a path, on the host of its area.
    pub fn url(&self, path: &str) -> String {
        let area = self.areas.iter().find(|(area, _)| path == *area || path.starts_with(&format!("{area}/")));
        format!("{}{path}", area.map_or(&self.house().public_url, |(_, base)| base))
    }
}

impl Deref for Site {
    type Target = SiteFacts;
    fn deref(&self) -> &SiteFacts {
        &self.0.facts
    }
}
