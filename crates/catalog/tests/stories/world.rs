//! Nordkad with its operator Olle, the reseller's Rut, and Ada who only uses programs; a clock that the test moves.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, Method, Request, StatusCode, header, request},
    response::Response,
};
use catalog::{BuildDownloaded, Files};
use kernel::{Actor, BuildId, Grant, House, PartnerId, PersonId, Result, Role, Scope};
use std::{path::PathBuf, sync::Arc, time::Duration};
use store::{Command, Db, Event, Jobs, Read};
use testkit::{Ground, Setting};
use tower::ServiceExt;

pub struct World {
    pub db: Db,
    pub jobs: Arc<Jobs>,
    pub files: Files,
    pub olle: Actor,
    pub rut: Actor,
    pub ada: Actor,
    ground: Ground,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let place = ground.folder().join("files");
        let files =
            Files::open(place.to_str().expect("a path")).expect("a folder for files").at_most(1 << 20);
        let mut jobs = Jobs::new();
        catalog::jobs(&mut jobs, files.clone());
        let db = ground
            .open(House { public_url: "http://account.nordkad.example".into(), ..House::default() }, &jobs);
        let [olle, rut, ada] = db.command(&Actor::system("test"), founded).await.expect("three people");
        World { db, jobs: Arc::new(jobs), files, olle, rut, ada, ground }
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }

    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> T {
        self.db.read(&self.ada, ask).await.expect("an answer")
    }
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        let rows = self.read(move |cx| cx.all::<(String,)>(sql, &[])).await;
        rows.into_iter().map(|(text,)| text).collect()
    }
    /// The actions of the audit log, in their order.
    pub async fn audit(&self) -> Vec<String> {
        self.texts("SELECT action FROM audit ORDER BY id").await
    }
    /// Who the log says downloaded.
    pub async fn downloaders(&self) -> Vec<String> {
        assert_eq!(BuildDownloaded::ACTION, "build.downloaded");
        self.texts("SELECT actor_label FROM audit WHERE action = 'build.downloaded' ORDER BY id").await
    }

    /// Ritbord with the release 2027.1.
    pub async fn ritbord(&self) {
        let product = r#"{"slug":"ritbord","name":"Ritbord","description":"Ritar hus","icon":"p-ritbord"}"#;
        let made = self.json(&self.olle, Method::POST, "/api/v1/products", product).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let release = r#"{"version":"2027.1","kind":"feature","notes":"Nya väggar"}"#;
        let made = self.json(&self.olle, Method::POST, "/api/v1/products/ritbord/releases", release).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    }
    /// A file of that release, for Windows in Swedish.
    pub async fn put(&self, file: &str, rest: &str) -> Answer {
        let path = format!("{BUILDS}/windows-x64/sv?file_name=Ritbord.msi{rest}");
        self.send(&self.olle, request(Method::PUT, &path), file.to_owned()).await
    }
    pub async fn built(&self, file: &str) -> BuildId {
        let answer = self.put(file, "").await;
        assert!(answer.status.is_success(), "{}", answer.text());
        answer.json()["id"].as_str().expect("an id").parse().expect("an id of a build")
    }
    /// A signed address for Ada.
    pub async fn offer(&self, build: BuildId) -> String {
        let ada = self.ada.person_id().expect("a person");
        let offer = move |cx: &mut Command| catalog::offer_download(cx, build, ada);
        self.db.command(&self.ada, offer).await.expect("an address")
    }

    pub async fn json(&self, actor: &Actor, method: Method, path: &str, json: &str) -> Answer {
        let request = request(method, path).header(header::CONTENT_TYPE, "application/json");
        self.send(actor, request, json.to_owned()).await
    }
    /// In the browser: a path, and fields to post.
    pub async fn visit(&self, actor: &Actor, path: &str, fields: Option<&[(&str, &str)]>) -> Answer {
        let method = if fields.is_some() { Method::POST } else { Method::GET };
        let fields = fields.unwrap_or_default();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(actor, request(method, path).header(header::ACCEPT, "text/html"), body).await
    }
    /// A download with headers of its own.
    pub async fn fetch(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(request(Method::GET, path), |request, (name, value)| request.header(*name, *value));
        self.send(&Actor::nobody(), request, "").await
    }

    pub async fn send(&self, actor: &Actor, mut request: request::Builder, body: impl Into<Body>) -> Answer {
        if let Some(person) = actor.person_id() {
            request = request.header(header::COOKIE, format!("session={}", self.session(person).await));
        }
        let site = web::Site::new(web::SiteFacts::new(self.db.clone(), web::Hooks::NONE));
        let (router, _) = catalog::routes(self.files.clone()).split_for_parts();
        let door = site.doors(router).layer(tower_http::compression::CompressionLayer::new());
        let request = request.body(body.into()).expect("a request");
        Answer::of(door.oneshot(request).await.expect("an answer")).await
    }
    async fn session(&self, person: PersonId) -> String {
        let begin = move |cx: &mut Command| {
            cx.quiet();
            web::session::begin(cx, person, false, "a browser", "192.0.2.1")
        };
        let (_, token) = self.db.command(&Actor::system("test"), begin).await.expect("a session");
        token.expose().to_owned()
    }

    /// Everything that lies in the folder of files.
    pub fn kept(&self) -> Vec<PathBuf> {
        let mut open = vec![self.ground.folder().join("files")];
        let mut found = vec![];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() { open.push(path) } else { found.push(path) }
            }
        }
        found.sort();
        found
    }
}

pub const BUILDS: &str = "/api/v1/products/ritbord/releases/2027.1/builds";

pub fn request(method: Method, path: &str) -> request::Builder {
    Request::builder().method(method).uri(path)
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    async fn of(response: Response) -> Answer {
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 4 << 20).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body }
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
    pub fn code(&self) -> (u16, String) {
        (self.status.as_u16(), self.json()["code"].as_str().unwrap_or_default().to_owned())
    }
}

fn founded(cx: &mut Command) -> Result<[Actor; 3]> {
    cx.quiet();
    let partner: PartnerId = cx.id();
    let now = cx.now();
    cx.execute(
        "INSERT INTO partners (id, name, number, created_at) VALUES ($1, 'Skissera', 'P1', $2)",
        &[&partner, &now],
    )?;
    let olle = person(cx, "olle@nordkad.example", Some((Role::Operator, None)))?;
    let rut = person(cx, "rut@skissera.example", Some((Role::Partner, Some(partner))))?;
    let ada = person(cx, "ada@bygg.example", None)?;
    Ok([olle, rut, ada])
}

fn person(cx: &mut Command, email: &str, staff: Option<(Role, Option<PartnerId>)>) -> Result<Actor> {
    let (id, now): (PersonId, _) = (cx.id(), cx.now());
    cx.execute(
        "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone, scheme,
            created_at)
         VALUES ($1, $2, $2, 'Ada', 'Berg', 'berg ada', 'sv', 'Europe/Stockholm', 'device', $3)",
        &[&id, &email, &now],
    )?;
    let mut grants = vec![];
    if let Some((role, partner)) = staff {
        cx.execute(
            "INSERT INTO staff (person_id, role, partner_id, created_at) VALUES ($1, $2, $3, $4)",
            &[&id, &role, &partner, &now],
        )?;
        grants.push(Grant { role, scope: partner.map_or(Scope::Vendor, Scope::Partner) });
    }
    Ok(Actor::person(id, email, grants))
}
