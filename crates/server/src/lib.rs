//! The wiring: settings, database, rooms, layers. The only crate that knows all rooms; it refuses to hold any rule of
//! the business. Start with [`App::open`].

pub mod backup;
mod config;
pub mod demo;
pub mod doctor;
mod document;
pub mod seed;
mod serve;
mod turn;

pub use config::{Areas, Config, Decider, Mail, Takeover, Vendor};
pub use serve::Stop;

use accounts::{Passwords, SetupCode};
use axum::{
    Json, Router,
    http::{StatusCode, header},
    middleware::from_fn_with_state,
    routing::get,
};
use document::Described;
use kernel::{Actor, Chance, Clock, Error, Result, Secret};
use std::sync::Arc;
use store::{Address, Db, Jobs};
use tower_http::compression::CompressionLayer;
use turn::Turn;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use web::{Hooks, Site, SiteFacts, Visit, layout::NavGroup};

/// A server, ready to listen.
pub struct App {
    pub router: Router,
    pub db: Db,
    pub jobs: Arc<Jobs>,
    /// What the first operator has to know; None when there is one.
    pub setup: Option<Secret>,
    turn: Turn,
}

impl App {
    /// Connects, brings the schema up to date, gathers the rooms. `Db::open` starts the database threads.
    pub async fn open(config: &Config, clock: Clock, chance: Chance) -> Result<App> {
        App::open_with(config, clock, chance, Annex::default()).await
    }

    async fn open_with(config: &Config, clock: Clock, chance: Chance, annex: Annex) -> Result<App> {
        let folder = config.data.join("builds");
        std::fs::create_dir_all(&folder).map_err(Error::fault)?;
        let files = catalog::Files::open(&folder.to_string_lossy())?;
        let keys = licensing::Keys::open_or_create(&config.data.join("keys"), &chance, clock.now())?;
        let jobs = jobs(config, &files)?;
        let address = Address::parse(&config.database)?;
        let db = Db::open(&address, config.house(), clock, chance.clone(), jobs.subscriptions())?;
        let missing = !db.read(&Actor::system("start"), accounts::has_operator).await?;
        let setup = missing.then(|| Secret::random("setup", &chance));
        let site = site(config, &db, annex.navigation);
        let passwords = Passwords::new(chance)?;
        let rooms = accounts::routes(passwords, SetupCode(setup.clone())).merge(annex.pages);
        let router = router(site, rooms, files, keys)?;
        Ok(App { router, db, jobs: Arc::new(jobs), setup, turn: Turn::of(&address) })
    }
}

/// Pages that are no room's, behind the doors of all others.
struct Annex {
    pages: Router<Site>,
    navigation: fn(&Visit) -> Vec<NavGroup>,
}

impl Default for Annex {
    fn default() -> Self {
        Annex { pages: Router::new(), navigation: portal::navigation }
    }
}

fn jobs(config: &Config, files: &catalog::Files) -> Result<Jobs> {
    let mut jobs = Jobs::new();
    store::DEAD_JOBS.daily(&mut jobs);
    let sender =
        notifications::Sender::new(notifications::Transport::parse(&config.mail.smtp)?, &config.mail.from)?;
    notifications::jobs(&mut jobs, sender);
    accounts::jobs(&mut jobs);
    accounts::oauth::jobs(&mut jobs);
    organizations::jobs(&mut jobs);
    catalog::jobs(&mut jobs, files.clone());
    seats::jobs(&mut jobs);
    contracts::jobs(&mut jobs);
    licensing::jobs(&mut jobs);
    Ok(jobs)
}

fn site(config: &Config, db: &Db, navigation: fn(&Visit) -> Vec<NavGroup>) -> Site {
    let hooks = Hooks {
        bearer: accounts::api_key_caller,
        is_programs: accounts::oauth::is_access_token,
        note: accounts::note_caller,
        navigation,
        search: Some("/search"),
    };
    Site::new(SiteFacts {
        areas: config.areas(),
        cookie_domain: config.cookie_domain.clone(),
        brand: config.vendor.brand.clone(),
        behind_proxy: config.behind_proxy,
        ..SiteFacts::new(db.clone(), hooks)
    })
}

fn router(
    site: Site,
    accounts: Router<Site>,
    files: catalog::Files,
    keys: licensing::Keys,
) -> Result<Router> {
    let (rooms, api) = OpenApiRouter::with_openapi(Described::openapi())
        .merge(accounts.into())
        .merge(accounts::api_routes())
        .merge(accounts::oauth::routes())
        .merge(organizations::routes().into())
        .merge(organizations::api_routes())
        .merge(catalog::routes(files))
        .merge(seats::routes())
        .merge(contracts::routes())
        .merge(licensing::routes(keys))
        .merge(portal::routes().into())
        .split_for_parts();
    let api = document::finished(api);
    let brand = site.brand.as_deref().and_then(web::assets::brand_sheet).unwrap_or_default();
    let rooms = rooms
        .route("/api/v1/openapi.json", get(async move || Json(api)))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(web::foreign::own_forms(&site)?);
    let kit = Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/brand.css", get(async move || ([(header::CONTENT_TYPE, "text/css")], brand)))
        .merge(web::assets::routes());
    Ok(kit
        .merge(site.doors(rooms))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(site, web::headers::secure)))
}

web::room_texts!("server");
