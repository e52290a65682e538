//! The whole server in one process. Byggkonsult Öresund with its admins, users and partner; Skissmakarna, whose admin
//! has no business with it; another partner; the vendor; programs and keys of each.

use crate::{
    answer::Answer,
    routes::{self, Door},
};
use axum::{
    body::Body,
    http::{HeaderName, Request, header},
};
use kernel::{Actor, PersonId, Result, Secret};
use serde_json::json;
use server::{App, Config};
use std::{collections::BTreeMap, time::Duration};
use store::{Command, Engine};
use testkit::{Ground, Setting};
use tower::ServiceExt;

pub const PASSWORD: &str = "mellan hägg och syren";

pub struct World {
    pub app: App,
    /// What stands for the names in paths: `{team}` is Byggkonsult's team, `{person}` its user Ada.
    pub ids: BTreeMap<&'static str, String>,
    /// Who may be sent to a door, by name.
    pub cast: BTreeMap<&'static str, Proof>,
    ground: Ground,
    /// How often the day was begun anew.
    mornings: u32,
}

/// How a caller shows who they are.
#[derive(Debug, Clone)]
pub enum Proof {
    Nothing,
    SignedIn(PersonId),
    Bearer(Secret),
}

pub type Card = Option<(HeaderName, String)>;

/// What a caller brings to a door besides.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    pub query: String,
    pub kind: &'static str,
    pub body: String,
    /// Names in the path that stand for something else at this door.
    pub instead: Vec<(&'static str, String)>,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let app = open(&ground, &ground.database()).await;
        let mut world = World { app, ids: BTreeMap::new(), cast: BTreeMap::new(), ground, mornings: 0 };
        world.found().await;
        if world.is_on_sqlite() {
            world.copy("plats.db", "founded.db");
        }
        world
    }
}

async fn open(ground: &Ground, database: &str) -> App {
    let folder = ground.folder();
    let config: Config = serde_json::from_value(json!({
        "public_url": "http://account.nordkad.example",
        "database": database,
        "data": folder,
        "vendor": {"name": "Nordkad", "legal": "Nordkad AB, Luleå", "time_zone": "Europe/Stockholm"},
        "mail": {"from": "account@nordkad.example", "smtp": format!("folder:{}", folder.join("mails").display())},
    }))
    .expect("settings");
    App::open(&config, ground.time.clock(), ground.chance.clone()).await.expect("a server")
}

impl World {
    pub fn is_on_sqlite(&self) -> bool {
        self.app.db.engine() == Engine::Sqlite
    }
    pub fn engine(&self) -> testkit::Engine {
        self.ground.engine
    }
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    pub fn doors(&self) -> Vec<Door> {
        routes::doors(&self.app.router)
    }
    pub fn id(&self, name: &str) -> &str {
        self.ids.get(name).unwrap_or_else(|| panic!("founding.rs does not say what {{{name}}} stands for"))
    }
    pub fn proof(&self, caller: &str) -> &Proof {
        self.cast.get(caller).unwrap_or_else(|| panic!("founding.rs does not know {caller}"))
    }

    /// The same day anew: what callers changed is undone. On SQLite alone, where that is copying a file.
    pub async fn begin_anew(&mut self) {
        self.mornings += 1;
        let name = format!("morning-{}.db", self.mornings);
        self.copy("founded.db", &name);
        let database = format!("sqlite:{}", self.ground.folder().join(name).display());
        self.app = open(&self.ground, &database).await;
    }
    /// A database that nobody writes to is the file and its log.
    fn copy(&self, from: &str, to: &str) {
        for end in ["", "-wal"] {
            let place = |name: &str| self.ground.folder().join(format!("{name}{end}"));
            std::fs::copy(place(from), place(to)).expect("a copy of the database");
        }
    }

    pub async fn act<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> T {
        self.app.db.command(&Actor::system("test"), verb).await.expect("an act of the test")
    }
    /// The first column of the first row.
    pub async fn text(&self, sql: &str) -> String {
        let sql = sql.to_owned();
        self.act(move |cx| cx.one::<(String,)>(&sql, &[])).await.0
    }

    pub async fn knock(&self, card: &Card, door: &Door, ask: &Ask) -> Answer {
        self.send(card, &door.method, &self.path(door, ask), ask).await
    }
    fn path(&self, door: &Door, ask: &Ask) -> String {
        let part = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            None => part.to_owned(),
            Some(name) => {
                let own = ask.instead.iter().find(|(known, _)| *known == name);
                own.map_or_else(|| self.id(name).to_owned(), |(_, id)| id.clone())
            }
        };
        let path = door.path.split('/').map(part).collect::<Vec<_>>().join("/");
        if ask.query.is_empty() { path } else { format!("{path}?{}", ask.query) }
    }
    /// The same for things that are not there, where `is_to_be` says so of what is.
    pub fn of_unknown(&self, door: &Door, mut ask: Ask, is_to_be: impl Fn(&str) -> bool) -> Ask {
        for (name, id) in &self.ids {
            let known =
                ask.instead.iter().position(|(known, _)| known == name).map(|at| ask.instead.remove(at));
            let own = known.map_or_else(|| id.clone(), |(_, own)| own);
            let unknown = match *name {
                _ if !door.path.contains(&format!("{{{name}}}")) || !is_to_be(&own) => own,
                "platform" | "language" => own,
                "version" => "9.9".to_owned(),
                _ => match own.split_once('_') {
                    // An id keeps its form.
                    Some((kind, id)) => format!("{kind}_{}", id.replace(['a', 'b', 'c'], "d")),
                    None => "none".to_owned(),
                },
            };
            ask.instead.push((name, unknown));
        }
        ask
    }
    pub async fn send(&self, card: &Card, method: &str, target: &str, ask: &Ask) -> Answer {
        let mut request = Request::builder().method(method).uri(target);
        if !ask.kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, ask.kind);
        }
        if let Some((name, value)) = card {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(ask.body.clone())).expect("a request");
        let back = if method == "GET" { target } else { "/" };
        Answer::of(self.app.router.clone().oneshot(request).await.expect("an answer"), back).await
    }
    /// Who it is, as the request says it; whoever signs in gets a new session.
    pub async fn card(&self, proof: &Proof) -> Card {
        match proof {
            Proof::Nothing => None,
            Proof::Bearer(token) => Some((header::AUTHORIZATION, format!("Bearer {}", token.expose()))),
            Proof::SignedIn(person) => {
                let person = *person;
                let begin = move |cx: &mut Command| {
                    cx.quiet();
                    web::session::begin(cx, person, false, "a browser", "192.0.2.1")
                };
                Some((header::COOKIE, format!("session={}", self.act(begin).await.1.expose())))
            }
        }
    }
}
