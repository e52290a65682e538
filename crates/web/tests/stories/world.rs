//! A house with a few rooms, someone who knocks, and a log that the test reads.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
    routing::{get, post},
};
use kernel::{Error, House};
use std::{
    io,
    sync::{Arc, Mutex},
};
use store::Jobs;
use testkit::{Engine, Ground};
use tower::ServiceExt;
use tracing_subscriber::fmt::MakeWriter;
use web::{Handled, Hooks, Site, SiteFacts};

pub const PUBLIC_URL: &str = "https://account.nordkad.example";

pub struct World {
    pub door: Router,
    pub log: Log,
    _ground: Ground,
    _listening: tracing::subscriber::DefaultGuard,
}

impl World {
    pub fn new() -> World {
        let ground = Ground::new(Engine::Sqlite);
        let house = House { public_url: PUBLIC_URL.into(), vendor: "Nordkad".into(), ..House::default() };
        let db = ground.open(house, &Jobs::new());
        let site = Site::new(SiteFacts::new(db, Hooks::NONE));
        let rooms = rooms().layer(web::foreign::own_forms(&site).unwrap());
        let door = site.doors(rooms);
        let log = Log::default();
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(log.clone()).finish();
        let listening = tracing::subscriber::set_default(subscriber);
        World { door, log, _ground: ground, _listening: listening }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.door.clone().oneshot(request).await.unwrap().into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }
}

fn rooms() -> Router<Site> {
    Router::new()
        .route("/", get(async || "home"))
        .route("/welcome/{token}", get(leaks))
        .route("/lines", post(async || "kept"))
        .route("/api/v1/lines", post(async || "kept"))
        .route("/api/v1/teams/{team}", get(missing))
        .route("/breaks", get(breaks))
        .route("/api/v1/breaks", get(breaks))
}

async fn leaks() -> Handled<&'static str> {
    Err(Error::fault("the roof leaks").into())
}

async fn missing() -> Handled<&'static str> {
    Err(Error::not_found().into())
}

async fn breaks() -> &'static str {
    let seats: Vec<&str> = vec![];
    seats[usize::from(seats.is_empty())]
}

pub struct Answer {
    pub status: StatusCode,
    headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn kind(&self) -> &str {
        self.header("content-type")
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// What was logged on this thread.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub fn lines(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;
    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}
