//! The whole server in one process. Byggkonsult Öresund with its admins, users and partner; Skissmakarna, whose admin
//! has no business with it; another partner; the vendor; programs and keys of each.

use crate::routes::{self, Door};
use axum::{
    body::Body,
    http::{HeaderName, Request, StatusCode, header},
    response::Response,
};
use kernel::{Actor, PersonId, Result, Secret};
use serde_json::{Value, json};
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

    /// Another text after each row that is written, changed or deleted.
    pub async fn written(&self) -> String {
        if self.is_on_sqlite() {
            // There is one writer, and it counts.
            return self.text("SELECT CAST(total_changes() AS TEXT)").await;
        }
        self.written_rows().await
    }
    /// The same by what is there now: how many rows, and by whom each was written last.
    pub async fn written_rows(&self) -> String {
        let state = |table: &str| match self.is_on_sqlite() {
            // PostgreSQL keeps the transaction with each row; SQLite keeps nothing, so the people stand for all.
            true => format!("SELECT '{table} ' || COUNT(*) || ' ' AS state FROM {table}"),
            false => format!(
                "SELECT CONCAT('{table} ', COUNT(*), ' ', SUM(xmin::text::bigint), ' ') AS state FROM {table}"
            ),
        };
        let names = "SELECT 'people ' || first_name AS state FROM people";
        let mut all: Vec<_> = tables().iter().map(|table| state(table)).collect();
        all.push(names.to_owned());
        self.states(all).await
    }
    /// How many rows each table has, and what the pools and the mails add up to.
    pub async fn rows(&self) -> String {
        let count = |table: &String| format!("SELECT '{table} ' || COUNT(*) AS state FROM {table}");
        let tables = tables();
        let counts = tables.iter().filter(|table| !["jobs", "throttle"].contains(&table.as_str())).map(count);
        let sums = [
            "SELECT 'seats ' || SUM(capacity) || ' of which ' || SUM(assigned) AS state FROM pools",
            "SELECT 'mails ' || status || ' ' || COUNT(*) AS state FROM mails GROUP BY status",
        ];
        self.states(counts.chain(sums.map(str::to_owned)).collect()).await
    }
    async fn states(&self, questions: Vec<String>) -> String {
        let sql = format!("SELECT state FROM ({}) AS states ORDER BY state", questions.join(" UNION ALL "));
        let read = self.app.db.read(&Actor::system("test"), move |cx| cx.all::<(String,)>(&sql, &[])).await;
        read.expect("the state of all tables").into_iter().map(|(state,)| state + "\n").collect()
    }
}

fn tables() -> Vec<String> {
    let history = store::migrate::history();
    history
        .split("CREATE TABLE ")
        .skip(1)
        .filter_map(|rest| rest.split(' ').next())
        .map(str::to_owned)
        .collect()
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub kind: String,
    pub challenge: String,
    pub body: String,
    /// Refused: the way leads over the sign-in page.
    pub asks_to_sign_in: bool,
}

impl Answer {
    async fn of(response: Response, back: &str) -> Answer {
        let header = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let [location, kind, challenge] =
            [header::LOCATION, header::CONTENT_TYPE, header::WWW_AUTHENTICATE].map(header);
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1 << 22).await.expect("a body");
        let next: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", back).finish();
        let asks_to_sign_in = status == StatusCode::SEE_OTHER && location == format!("/sign-in?{next}");
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status, location, kind, challenge, body, asks_to_sign_in }
    }
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.body))
    }
    pub fn text(&self, pointer: &str) -> String {
        let json = self.json();
        let text = json.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("no {pointer}: {} {json}", self.status)).to_owned()
    }
    /// Let in, or refused by a rule of the business to somebody who may ask.
    pub fn opens(&self) -> bool {
        let away = self.status.is_redirection() && !self.asks_to_sign_in;
        self.status.is_success() || away || matches!(self.status.as_u16(), 409 | 410)
    }
}
