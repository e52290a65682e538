//! What the whole server knows about itself: the database, the public url, the vendor's face.

use crate::{
    layout::{NavGroup, VendorFace},
    visit::Visit,
};
use kernel::{Actor, Result, Secret};
use std::{ops::Deref, sync::Arc};
use store::{Command, Db};

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<SiteFacts>);

pub struct SiteFacts {
    pub db: Db,
    /// `https://account.vendor.example`, without a slash at the end. Every link is built from it, never from `Host`.
    pub public_url: String,
    /// The areas that have a host of their own: path (`/manage`) and base url (mission S4).
    pub areas: Vec<(&'static str, String)>,
    /// The parent domain of those hosts, for the cookie; None for one host.
    pub cookie_domain: Option<String>,
    pub vendor: Vendor,
    /// Whether `X-Forwarded-For` of the proxy in front is believed.
    pub behind_proxy: bool,
    pub hooks: Hooks,
}

/// The vendor as people see it.
#[derive(Debug, Clone, Default)]
pub struct Vendor {
    /// Short, for the page: `Nordkad`.
    pub name: String,
    /// For the foot of mails: company and postal address.
    pub legal: String,
    pub brand: Option<String>,
    pub support_mail: Option<String>,
    /// IANA, for dates where no person's own zone is known.
    pub time_zone: String,
}

/// What rooms above the kit contribute to every request.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// The actor of a bearer token (API key, access token), or None.
    pub bearer: fn(&mut Command, &Secret) -> Result<Option<Actor>>,
    /// The navigation for this visit.
    pub navigation: fn(&Visit) -> Vec<NavGroup>,
}

impl Vendor {
    pub(crate) fn face(&self) -> VendorFace {
        let sheet = self.brand.as_deref().and_then(crate::assets::brand_sheet);
        VendorFace {
            name: self.name.clone(),
            brand_version: sheet.map(|sheet| crate::assets::short_hash(sheet.as_bytes())),
            support_mail: self.support_mail.clone(),
            ..VendorFace::default()
        }
    }
}

impl Site {
    pub fn new(facts: SiteFacts) -> Self {
        Site(Arc::new(facts))
    }
    /// Whether the cookies may say Secure and `__Host-`.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
    /// The absolute url of a path, on the host of its area.
    pub fn url(&self, path: &str) -> String {
        let area = self.areas.iter().find(|(area, _)| path == *area || path.starts_with(&format!("{area}/")));
        format!("{}{path}", area.map_or(&self.public_url, |(_, base)| base))
    }
}

impl Deref for Site {
    type Target = SiteFacts;
    fn deref(&self) -> &SiteFacts {
        &self.0
    }
}
